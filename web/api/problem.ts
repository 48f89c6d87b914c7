/** RFC 9457 problems as thrown values. */
export interface FieldError {
  path: string;
  message: string;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly clauses: string[];
  readonly errors: FieldError[];
  readonly params: Record<string, string | number>;
  readonly retryAfter?: number;

  constructor(status: number, body: Record<string, unknown>, retryAfter?: number) {
    super(typeof body.detail === 'string' ? body.detail : '');
    this.status = status;
    this.code = typeof body.code === 'string' ? body.code : 'unknown';
    this.title = typeof body.title === 'string' ? body.title : '';
    this.clauses = Array.isArray(body.clauses) ? (body.clauses as string[]) : [];
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : [];
    this.params = (body.params ?? {}) as Record<string, string | number>;
    this.retryAfter = retryAfter;
  }

  /** Nobody could be asked; asking again later may help. */
  get passing(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 429;
  }
}

/** No answer at all: the network is away. */
export const unreachable = (): Problem => new Problem(0, { code: 'offline' });

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;
