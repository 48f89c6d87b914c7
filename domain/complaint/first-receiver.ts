/** Whoever received a complaint first keeps following it 首问负责. */
import { clockDefinition } from './clocks.js';
import type { Context } from './context.js';
import type { ComplaintEvent, Draft } from './events.js';
import type { Complaint } from './state.js';

/** They are told of every period that was missed, and are liable for it where the rulebook says so. */
export function firstReceiverTold(complaint: Complaint, event: ComplaintEvent, { rulebook }: Context): Draft[] {
  const rule = rulebook.firstReceiver;
  const user = complaint.firstReceiver;
  if (!rule || !user || event.type !== 'DeadlineMissed') return [];
  const definition = clockDefinition(event.clock);
  if (definition?.age || definition?.report) return [];
  return [
    {
      type: 'FirstReceiverTold',
      clauses: rule.clauses,
      user,
      clock: event.clock,
      ...(rule.liable ? { liable: true as const } : {}),
    },
  ];
}
