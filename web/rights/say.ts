/** A cell of the table in few words. */
import type { Relation, RightsCell, RightsRow } from '../api/rights.js';

/** Relations that narrow what a role may as a rule, and those in which alone some may. */
const besides: Relation[] = ['handler', 'deciding', 'handedUp', 'sentBack', 'ownWork'];

export interface Said {
  /** As a rule, wherever one's place reaches. */
  always: boolean;
  /** Except then. */
  but: Relation[];
  /** Only then. */
  only: Relation[];
  /** Even then: whoever is complained of may, too. */
  even: boolean;
}

/** What is shown in a cell; that whoever handles a complaint may is said where handlers are. */
export function say({ what }: RightsRow, { role, may }: RightsCell): Said {
  const always = may.includes('place');
  const others = besides.filter((one) => may.includes(one) !== always);
  return {
    always,
    but: always ? others : [],
    only: always ? [] : others.filter((one) => one !== 'handler' || role === 'handler'),
    // filing is about no complaint yet
    even: may.includes('accused') && what !== 'file',
  };
}
