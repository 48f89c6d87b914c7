/** Whether two complaints speak of one place. */
import type { Features } from './features.js';
import type { Reason } from './likeness.js';

export interface PlacesCompared {
  same: boolean;
  apart: boolean;
  /** Both say where it is. */
  known: boolean;
  reasons: Reason[];
}

/** Another building, unit, floor or gate is another place; another room only for what is within four walls. */
export function comparePlaces(a: Features, b: Features): PlacesCompared {
  const [here, there] = [a.place, b.place];
  const reasons: Reason[] = [];
  let same = false;
  let apart = false;
  const judge = (name: string, one: string | undefined, other: string | undefined, kind: Reason['kind']) => {
    if (one === undefined || other === undefined) return;
    if (one === other) {
      same = true;
      reasons.push({ kind: 'samePlace', ...say(name, [one]) });
    } else {
      apart = true;
      reasons.push({ kind, ...say(name, [one, other]) });
    }
  };
  // what everybody shares is not where one lives
  const everybodys =
    a.shared && b.shared && (here.spots.length > 0 || there.spots.length > 0 || !here.building || !there.building);
  if (!everybodys) judge('栋', here.building, there.building, 'otherPlace');
  if (!apart && !everybodys) judge('单元', here.unit, there.unit, 'otherPlace');
  const lifts = a.things.has('电梯') && b.things.has('电梯');
  if (!apart && !lifts && !a.atHome && !b.atHome) judge('楼层', here.floor, there.floor, 'otherPlace');
  if (!apart && a.atHome && b.atHome) judge('室', a.room, b.room, 'otherRoom');
  const shared = here.spots.filter((spot) => there.spots.includes(spot));
  if (shared.length > 0) {
    same = true;
    reasons.push({ kind: 'samePlace', about: shared });
  } else if (here.spots.some((spot) => there.spots.some((one) => isOfOneKind(spot, one)))) {
    apart = true;
    reasons.push({ kind: 'otherPlace', about: [...here.spots, ...there.spots] });
  }
  const known = same || apart || (everybodys && !apart);
  if (!known) reasons.push({ kind: 'unknownPlace' });
  return { same: same && !apart, apart, known, reasons };
}

// a flat is somebody's home: it is not told to others
const say = (name: string, numbers: string[]): { about?: string[] } =>
  name === '室' ? {} : { about: numbers.map((one) => `${one}${name}`) };

// the east gate is not the west gate, but it may well be in phase two
const kinds = [/门$/, /^b\d/, /期$/, /^[东南西北]+区$/, /^[a-z]区$/, /侧$/];
const isOfOneKind = (one: string, other: string): boolean => kinds.some((kind) => kind.test(one) && kind.test(other));
