/** Where a complaint can stand, and where it can go from there. */

export const statuses = [
  'received',
  'accepted',
  'refused',
  'dispatched',
  'investigating',
  'planning',
  'awaitingApproval',
  'replying',
  'replied',
  'negotiating',
  'carryingOut',
  'verifying',
  'revisiting',
  'observing',
  'closed',
  'unclosed',
  'writtenOff',
  'withdrawn',
  'merged',
] as const;
export type Status = (typeof statuses)[number];

/** From accepted to the revisit: somebody has work to do. */
export const underWay: Status[] = [
  'accepted',
  'dispatched',
  'investigating',
  'planning',
  'awaitingApproval',
  'replying',
  'replied',
  'negotiating',
  'carryingOut',
  'verifying',
  'revisiting',
];
/** Nothing more is to be done, unless someone takes it up again. */
export const ended: Status[] = ['refused', 'closed', 'writtenOff', 'withdrawn', 'merged'];
export const alive: Status[] = statuses.filter((status) => !ended.includes(status));

/** The way on, in order: a stage that the rulebook has not is passed through along it. */
export const ordinaryWay: Status[] = ['received', ...underWay.filter((status) => status !== 'negotiating'), 'closed'];

const onward = (from: Status): Status[] => ordinaryWay.slice(ordinaryWay.indexOf(from) + 1);
const aside: Status[] = ['unclosed', 'withdrawn', 'merged'];
/** Before the reply: where the stages up to it are optional, the customer may disagree at once. */
const early: Status[] = ['negotiating', ...aside];

/** Every move that is possible at all; rulebooks and commands only narrow it. */
export const transitions: Record<Status, Status[]> = {
  received: ['accepted', 'refused', 'closed', 'withdrawn', 'merged', ...onward('accepted')],
  accepted: [...onward('accepted'), ...early],
  refused: [],
  dispatched: ['accepted', ...onward('dispatched'), ...early],
  investigating: ['accepted', ...onward('investigating'), ...early],
  planning: [...onward('planning'), ...early],
  awaitingApproval: ['planning', ...onward('awaitingApproval'), ...early],
  replying: ['awaitingApproval', ...onward('replying'), ...early],
  replied: ['awaitingApproval', 'negotiating', 'replying', ...onward('replied'), ...aside],
  negotiating: ['awaitingApproval', 'replying', 'replied', ...onward('replied'), ...aside],
  carryingOut: ['awaitingApproval', 'replying', ...onward('carryingOut'), ...aside],
  verifying: ['carryingOut', ...onward('verifying'), ...aside],
  revisiting: ['planning', 'replying', 'observing', 'closed', ...aside],
  observing: ['planning', 'replying', 'revisiting', 'closed', ...aside],
  closed: ['planning', 'replying'],
  unclosed: ['planning', 'replying', 'writtenOff', 'withdrawn', 'merged'],
  writtenOff: ['unclosed'],
  withdrawn: [],
  merged: statuses.filter((status) => !['refused', 'closed', 'writtenOff', 'withdrawn', 'merged'].includes(status)),
};
