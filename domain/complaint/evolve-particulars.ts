/** The fold of what single regulations add. */
import type { ComplaintEvent, EventType } from './events.js';
import { given } from './given.js';
import type { Contact, Particular, ParticularData, Penalty, Sheet } from './particulars.js';

type Changes = {
  [K in (keyof ParticularData | 'CarriedOut' | 'RevisitRecorded') & EventType]: (
    state: Particular & { marks: Record<string, string> },
    event: ComplaintEvent<K>,
  ) => Particular;
};

export const particularChanges: Changes = {
  RecordConfirmed: (_, { manner }) => ({ confirmed: manner }),
  CarriedOut: ({ marks, reworked = 0 }, { payer, price, rework }) => ({
    ...given({ payer, price }),
    // carried out before: it did not last, or did not pass
    ...(rework || marks['CarriedOut'] ? { reworked: reworked + 1 } : {}),
  }),
  RevisitRecorded: (state, { ratings }) => (ratings ? { ratings: { ...state.ratings, ...ratings } } : {}),
  PartyContacted: ({ contacts = [] }, { path, party, text, at }) => ({
    contacts: [...contacts, { path, party, text, contactedAt: at }],
  }),
  PathConcluded: ({ contacts = [] }, { path, settled, result, at }) => ({
    contacts: contacts.map((one): Contact =>
      one.path === path && !one.concludedAt ? { ...one, settled, result, concludedAt: at } : one,
    ),
  }),
  CompensationProposed: (_, { size, amount, reason, lowestClaim, actor }) => ({
    compensation: {
      size,
      amount,
      reason,
      ...(lowestClaim === undefined ? {} : { lowestClaim }),
      state: 'proposed',
      proposedBy: 'user' in actor ? actor.user : '',
    },
  }),
  CompensationApproved: (state, { manner, sheetOwed, actor }) =>
    compensated(state, {
      state: 'approved',
      approvedBy: 'user' in actor ? actor.user : '',
      ...(manner ? { manner } : {}),
      ...(sheetOwed ? { sheetOwed } : {}),
    }),
  CompensationSettled: (state, { memo }) => compensated(state, { state: 'settled', memo }),
  CompensationPaid: (state, { at }) => compensated(state, { state: 'paid', paidAt: at }),
  Penalised: ({ penalties = [] }, { number, penalised, loss, amount, reason }) => ({
    penalties: [...penalties, { number, penalised, loss, amount, reason }],
  }),
  PenaltyAppealed: (state, { number, reason }) => penaltyWith(state, number, { appeal: reason }),
  AppealDecided: (state, { number, upheld }) => penaltyWith(state, number, { upheld }),
  SheetIssued: ({ sheets = [], compensation }, { number, reference, kind, content, dueBy }) => ({
    sheets: [...sheets, { number, reference, kind, content, ...(dueBy ? { dueBy } : {}) }],
    ...(compensation?.sheetOwed === kind ? { compensation: { ...compensation, sheetOwed: undefined } } : {}),
  }),
  SheetClosed: (state, { number, result }) => sheetWith(state, number, { result }),
  SheetOverdue: (state, { number }) => sheetWith(state, number, { overdue: true }),
  FirstReceiverTold: ({ firstReceiverLiable = [] }, { clock, liable }) =>
    liable ? { firstReceiverLiable: [...new Set([...firstReceiverLiable, clock])] } : {},
};

const compensated = ({ compensation }: Particular, change: Partial<Particular['compensation']>): Particular =>
  compensation ? { compensation: { ...compensation, ...change } } : {};

const penaltyWith = ({ penalties = [] }: Particular, number: number, change: Partial<Penalty>): Particular => ({
  penalties: penalties.map((one) => (one.number === number ? { ...one, ...change } : one)),
});

const sheetWith = ({ sheets = [] }: Particular, number: number, change: Partial<Sheet>): Particular => ({
  sheets: sheets.map((one) => (one.number === number ? { ...one, ...change } : one)),
});
