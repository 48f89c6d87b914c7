/** What a key service may answer instead of a key. */

/** Each has its own way out. */
export type Reason =
  // it may be over in a moment
  | 'unreachable'
  | 'sealed'
  | 'busy'
  | 'failing'
  // somebody must do something
  | 'untrusted'
  | 'no-credentials'
  | 'sign-in'
  | 'forbidden'
  | 'no-namespace'
  | 'no-mount'
  | 'no-key'
  | 'unfit-key'
  | 'elsewhere';

const passing: readonly Reason[] = ['unreachable', 'sealed', 'busy', 'failing'];

/** The key service does nothing for us now: nothing is known of the key that was asked for. */
export class KeysUnavailable extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'KeysUnavailable';
  }

  /** Whether it may be over without anybody's doing. */
  get passes(): boolean {
    return passing.includes(this.reason);
  }
}

/** The key service has looked at a wrapped key and does not open it: it was altered, is another's, or too old for it. */
export class KeyRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeyRefused';
  }
}
