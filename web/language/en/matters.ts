import { likenessWords } from './likeness.js';
import type { matters as zh } from '../zh/matters.js';

type Words = {
  matter: Record<keyof (typeof zh)['matter'] | 'others_one' | 'undone_one' | 'owed_one', string>;
  likenessWord: Record<string, string>;
  likenessPlace: Record<keyof (typeof zh)['likenessPlace'], string>;
  likeness: Record<keyof (typeof zh)['likeness'], string>;
  tierDuty: Record<keyof (typeof zh)['tierDuty'] | 'urged_one', string>;
  echo: Record<keyof (typeof zh)['echo'], string>;
};

export const matters: Words = {
  matter: {
    title: 'Same matter',
    lead: 'Complainants: {{people}}; times complained of: {{times}}. Counted as one, with people and times.',
    others_one: '{{count}} other complainant on the same matter within a month',
    others_other: '{{count}} other complainants on the same matter within a month',
    others_zero: 'No other complainant within a month',
    list: 'See them in the list',
    members: 'Found to be the same matter',
    doubtful: 'Perhaps the same matter: please compare',
    undone_one: 'Found to be another matter ({{count}})',
    undone_other: 'Found to be another matter ({{count}})',
    here: 'This complaint',
    compare: 'Compare',
    fold: 'Fold',
    same: 'The same matter',
    notSame: 'Not the same',
    reopen: 'Take that back',
    merge: 'Merge into this',
    mergeAsk: 'Merge this complaint into {{number}}?',
    mergeHint: 'It goes on there; its complainant is still told what comes of it. It can be undone.',
    mergedHere: 'Merged into this complaint',
    mergedThere: 'This complaint goes on there',
    owed_one: '{{count}} answer not passed on to its complainant yet',
    owed_other: '{{count}} answers not passed on to its complainant yet',
    byMachine: 'found by the system',
    byPerson: 'found by {{who}}',
    byThird: 'linked through another',
    keptApart: 'not linked: somebody found otherwise',
    times: 'complained of {{count}} times',
    people: '{{count}} people',
    done: 'Your finding is recorded',
    owedHere: 'To be passed on',
    owedLead:
      'This complaint goes on elsewhere; its complainant has not been told this yet. Tell them, then record “Pass on”.',
    similar: 'Perhaps known already',
    similarHint: 'If it is the same matter, keep it with that one. You may file it all the same: it will be linked.',
    open: 'Open',
    close: 'Do not show again',
  },
  likenessWord: likenessWords,
  likenessPlace: { 栋: 'building {{n}}', 单元: 'unit {{n}}' },
  likeness: {
    quoted: 'quotes its number',
    sameThing: 'both about: {{about}}',
    sameFault: 'same trouble: {{about}}',
    sameWords: 'like words',
    samePlace: 'same place: {{about}}',
    sameComplainant: 'same complainant',
    otherProject: 'another project',
    otherTime: 'over a month apart',
    otherPlace: 'another place: {{about}}',
    otherRoom: 'another flat',
    otherThing: 'about something else: {{about}}',
    otherFault: 'another trouble: {{about}}',
    otherCategory: 'another category',
    unknownPlace: 'place unknown',
  },
  tierDuty: {
    title: 'What the tiers above must do',
    pressing: 'Urged and supervised',
    takenOver: 'Handed up to the {{tier}}, which sees it through; it does not come back down.',
    verify: 'Verified after handling; the result goes to the {{tier}}, which revisits.',
    told: '“{{severity}}”: the {{tier}} was told and watches.',
    lower: 'Only the {{tier}} lowers the severity, with its reason.',
    report: '{{report}}: until {{due}}',
    supervised: 'Under supervision: {{ground}}',
    supervisedBy: 'Under supervision: {{ground}}, until {{by}}',
    urged_one: 'Urged once, on {{at}}',
    urged_other: 'Urged {{count}} times, the last on {{at}}',
  },
  echo: {
    Replied: 'replied',
    Settled: 'settled',
    ResultFedBack: 'result fed back',
    Closed: 'closed',
    Withdrawn: 'withdrawn',
    Refused: 'not accepted',
    MarkedUnclosed: 'left unclosed',
  },
};
