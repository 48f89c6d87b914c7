/** Work that is done whenever something may be waiting: woken, and looking by itself now and then. */

export interface Loop {
  /** Look soon; several at once are one. */
  wake(): void;
  /** Finishes the step under way. */
  stop(): Promise<void>;
}

interface LoopOptions {
  /** One step; answers whether more is waiting. */
  work: () => Promise<boolean>;
  /** Looks by itself after so many milliseconds. */
  every: number;
  /** Told of a step that failed; the next look tries again. */
  onFault: (error: unknown) => void;
}

/** Starts at once; one step at a time. */
export function startLoop({ work, every, onFault }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const steps = async () => {
    do {
      again = false;
      try {
        while (!stopped && (await work()));
      } catch (error) {
        if (!stopped) onFault(error);
        again = false;
      }
    } while (again && !stopped);
  };
  const look = () => {
    clearTimeout(timer);
    running = steps().finally(() => {
      running = undefined;
      // a wake between the last look and here is not lost
      if (!stopped) timer = setTimeout(look, again ? 0 : every).unref();
    });
  };
  look();
  return {
    wake() {
      if (stopped) return;
      if (running) again = true;
      else look();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
