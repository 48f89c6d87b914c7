/** Activities say that they live: what a dead process was doing begins anew within seconds, however long it may take when alive. */
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

const every = 4_000; // ms

/** A heartbeat every few seconds while an activity runs; workflows set `heartbeatTimeout` above it. */
export const heartbeats: ActivityInterceptorsFactory = (context) => ({
  inbound: {
    async execute(input, next) {
      const timer = setInterval(() => context.heartbeat(), every).unref();
      try {
        return await next(input);
      } finally {
        clearInterval(timer);
      }
    },
  },
});
