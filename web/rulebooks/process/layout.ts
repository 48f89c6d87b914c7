/** Where the statuses of a process and the lines between them are drawn: one column, the way on to the right, the way back to the left. */
import type { Process, Status } from '../../api/shapes.js';

type Arrow = Process['arrows'][number];

/** A move from a status, by all that brings it. */
export interface Move {
  to: Status;
  by: string[];
}

export interface Row {
  status: Status;
  moves: Move[];
  /** Pixels. */
  top: number;
  height: number;
}

/** All moves to one status from above it or from below it, as one line that they join. */
export interface Line {
  to: Status;
  from: Status[];
  side: 'right' | 'left';
  /** Counted from the column outwards. */
  lane: number;
}

export interface Drawing {
  rows: Row[];
  lines: Line[];
  /** Statuses that the next one follows directly. */
  steps: Status[];
  lanes: { left: number; right: number };
  height: number;
}

const moveHeight = 24;
const least = 40;
const gap = 16;

/** In the order in which a complaint comes to them; what ends it badly stands below. */
const order: Status[] = [
  'received',
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
  'observing',
  'closed',
  'unclosed',
  'writtenOff',
  'refused',
];

export function drawingOf(arrows: Arrow[]): Drawing {
  const moves = arrows.filter(({ from, to }) => from !== to);
  const shown = order.filter((status) => moves.some(({ from, to }) => from === status || to === status));
  let height = 0;
  const rows = shown.map((status): Row => {
    const own = movesFrom(status, moves);
    const row = { status, moves: own, top: height, height: Math.max(least, own.length * moveHeight + 8) };
    height += row.height + gap;
    return row;
  });
  const place = (status: Status) => shown.indexOf(status);
  const direct = (from: Status, to: Status) => place(to) === place(from) + 1;
  const steps = shown.filter((from) => moves.some((move) => move.from === from && direct(from, move.to)));
  const bent = moves.filter(({ from, to }) => !direct(from, to));
  const right = linesOf(bent, shown, 'right');
  const left = linesOf(bent, shown, 'left');
  const lanes = { left: lanesOf(left), right: lanesOf(right) };
  return { rows, lines: [...right, ...left], steps, lanes, height: height - gap };
}

function movesFrom(status: Status, arrows: Arrow[]): Move[] {
  const moves = new Map<Status, string[]>();
  for (const { from, to, by } of arrows) {
    if (from === status) moves.set(to, [...new Set([...(moves.get(to) ?? []), by])]);
  }
  return [...moves].map(([to, by]) => ({ to, by }));
}

const lanesOf = (lines: Line[]): number => Math.max(0, ...lines.map(({ lane }) => lane + 1));

/** Short lines nearest to the column; two lines beside each other never share a lane. */
function linesOf(arrows: Arrow[], shown: Status[], side: Line['side']): Line[] {
  const place = (status: Status) => shown.indexOf(status);
  const own = arrows.filter(({ from, to }) => place(to) > place(from) === (side === 'right'));
  const targets = shown.filter((to) => own.some((one) => one.to === to));
  const spans = targets.map((to) => {
    const from = shown.filter((status) => own.some((one) => one.from === status && one.to === to));
    const places = [to, ...from].map(place);
    return { to, from, begin: Math.min(...places), end: Math.max(...places) };
  });
  const taken: { begin: number; end: number }[][] = [];
  return spans
    .sort((a, b) => a.end - a.begin - (b.end - b.begin))
    .map(({ to, from, begin, end }) => {
      const free = taken.findIndex((lane) => lane.every((one) => end < one.begin || begin > one.end));
      const lane = free < 0 ? taken.length : free;
      (taken[lane] ??= []).push({ begin, end });
      return { to, from, side, lane };
    });
}
