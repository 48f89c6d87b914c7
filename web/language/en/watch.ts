import type { Counted } from '../counted.js';
import type { watchPage as zh } from '../zh/watch.js';

export const watchPage: Counted<typeof zh> = {
  watch: {
    title: 'Watch',
    lead: 'What is stuck, and how to set it going.',
    stuck: 'Stuck',
    well: 'All is well: nothing is stuck.',
    since: 'since {{at}}',
    none: 'nothing waits',
    failures_one: 'failed once',
    failures: 'failed {{count}} times',
    done: 'Done',
    because: 'Why',
    notices: 'Notices that were not delivered are at',
    toNotices: 'Channels',
    deadAddresses: '{{count}}',
    queue: {
      outbox: 'Events to hand on',
      signals: 'Signals for workflows',
      notices: 'Notices to deliver',
      chronicle: 'Acts to enter in the chronicle',
    },
    kind: {
      projection: 'Tables behind their workflow',
      event: 'An event that cannot be handed on',
      signal: 'A signal that a workflow cannot be told',
      workflow: 'A workflow that fails',
      schedule: 'A schedule that is paused',
      deadAddress: 'Dead addresses of notices',
    },
    way: {
      retry: 'Try now',
      skip: 'Skip',
      reproject: 'Write again from its history',
      resume: 'Resume',
      reset: 'Take back',
    },
    asks: { skip: 'Say why. What is skipped is not tried again.' },
    reset: {
      title: 'Take back to a point',
      lead: 'What came after the point is done again; decisions that were made are made as they were, and none is lost.',
      point: 'Back to',
      choose: 'Choose a point',
      withoutSignals: 'Leave out what the outside world told since (when a signal itself is wrong)',
    },
  },
};
