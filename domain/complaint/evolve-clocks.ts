/** The fold of what events do to clocks. */
import { clockDefinition } from './clocks.js';
import { type ComplaintEvent, marksOf } from './events.js';
import type { ClockState, Complaint } from './state.js';

export function evolveClocks(state: Complaint, event: ComplaintEvent): Complaint {
  switch (event.type) {
    case 'DeadlineSet':
      return withClock(state, event.clock, setClock(state.clocks[event.clock], event));
    case 'DeadlineWarned':
      return changeClock(state, event.clock, (clock) => ({ ...clock, warned: [...clock.warned, event.fraction] }));
    case 'DeadlineMissed':
      return changeClock(state, event.clock, (clock) => ({ ...clock, state: 'missed', missedAt: event.at }));
    case 'DeadlineMet':
      return changeClock(state, event.clock, (clock) =>
        event.late ? { ...clock, metAt: event.at, metLate: true } : { ...clock, state: 'met', metAt: event.at },
      );
    case 'DeadlineCancelled':
      return changeClock(state, event.clock, (clock) => ({ ...clock, state: 'cancelled', cancelledBy: event.type }));
    case 'ExtensionGranted':
      return changeClock(state, event.clock, (clock) => ({ ...clock, extendedTo: event.until, extendedAt: event.at }));
    default:
      return event.status && ending.includes(event.status) ? cancelOpen(state, event) : state;
  }
}

const ending = ['refused', 'withdrawn', 'merged', 'closed', 'writtenOff'];

function setClock(known: ClockState | undefined, event: ComplaintEvent<'DeadlineSet'>): ClockState {
  const { startedAt, due, rule, clauses, provisional } = event;
  const sameRound = known?.startedAt === startedAt && (known.state === 'open' || known.state === 'cancelled');
  return {
    startedAt,
    due,
    rule,
    state: 'open',
    clauses,
    ...(provisional ? { provisional } : {}),
    warned: sameRound ? known.warned : [],
    ...(sameRound && known.extendedTo ? { extendedTo: known.extendedTo, extendedAt: known.extendedAt } : {}),
    round: sameRound ? known.round : (known?.round ?? 0) + 1,
  };
}

/** What ends a complaint cancels what is open, unless it meets it; reports stay owed after closing, bulletins do not. */
function cancelOpen(state: Complaint, event: ComplaintEvent): Complaint {
  const marks = marksOf(event);
  const keepsReports = event.status === 'closed' || event.status === 'writtenOff';
  const clocks = Object.entries(state.clocks).map(([name, clock]): [string, ClockState] => {
    const definition = clockDefinition(name);
    const isKept = keepsReports && definition?.report && name !== 'report.bulletin';
    const spared = isKept || definition?.metBy.some((mark) => marks.includes(mark));
    return [
      name,
      clock.state === 'open' && !spared ? { ...clock, state: 'cancelled', cancelledBy: event.type } : clock,
    ];
  });
  return { ...state, clocks: Object.fromEntries(clocks) };
}

function withClock(state: Complaint, name: string, clock: ClockState): Complaint {
  return { ...state, clocks: { ...state.clocks, [name]: clock } };
}

function changeClock(state: Complaint, name: string, change: (clock: ClockState) => ClockState): Complaint {
  const clock = state.clocks[name];
  return clock ? withClock(state, name, change(clock)) : state;
}
