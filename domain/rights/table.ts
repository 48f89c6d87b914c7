/** The table of rights of a rulebook: worked out by asking whoever decides, for every role in every relation. */
import { commands } from '../complaint/commands/index.js';
import { isRefusal, type RefusalCode } from '../complaint/refusal.js';
import type { Person } from '../complaint/actor.js';
import { compensationSizes } from '../rulebook/particulars.js';
import type { When } from '../rulebook/condition.js';
import { type Clause, type Role, roles, type Rulebook } from '../rulebook/rulebook.js';
import { needsContact } from './contact.js';
import { rightGroups } from './groups.js';
import { type Case, caseOf, type Relation, relations, type Step } from './relations.js';
import { clausesOf, hasCommand, rightTo } from './right.js';
import { filingRoles, readerRoles, roleFor } from './roles.js';
import { hiddenFrom, keysOf, sees, type Sight } from './sight.js';

/** Why not: what the decision is refused with. */
interface No {
  code: RefusalCode;
  clauses: Clause[];
}

export interface RightsCell {
  role: Role;
  /** In which relations they may; of two that may be given for one role nothing else is meant. */
  may: Relation[];
  not: (No & { relation: Relation })[];
}

/** What somebody may: a command – or `file`, or to see something –, and who. A role without a cell may in no relation. */
export interface RightsRow {
  group: string;
  what: string;
  /** For which step of it, where steps differ. */
  step?: Step;
  /** Only then; otherwise nobody. */
  when?: When;
  /** Each of these roles must give it. */
  all: Role[];
  clauses: Clause[];
  cells: RightsCell[];
}

export interface RightsTable {
  relations: readonly Relation[];
  roles: readonly Role[];
  rows: RightsRow[];
}

/** The rights under a rulebook: to see, to file, and to give these commands. */
export function rightsTable(rulebook: Rulebook, names: readonly string[]): RightsTable {
  const rows = Object.entries(rightGroups).flatMap(([group, whats]) =>
    whats.flatMap((what) => asked(what, rulebook, names).map((row) => ({ group, ...row }))),
  );
  return { relations, roles, rows };
}

type Ask = (one: Case, role: Role) => No | undefined;

/** Why a role may not give a command in a relation; undefined: it may. */
export function whyNot(name: string, relation: Relation, role: Role, rulebook: Rulebook, step?: Step): No | undefined {
  const command = commands[name];
  if (!command || !hasCommand(rulebook, command)) return { code: 'not-in-rulebook', clauses: [] };
  const { person, ...about } = caseOf(relation, role, step);
  const right = rightTo(command, person, about, rulebook);
  return isRefusal(right) ? { code: right.refused, clauses: right.clauses } : undefined;
}

function asked(what: string, rulebook: Rulebook, names: readonly string[]): Omit<RightsRow, 'group'>[] {
  const sight = sights(rulebook)[what];
  if (sight) return sight.absent ? [] : [{ what, all: [], ...sight.told, cells: cellsOf(sight.ask) }];
  if (!names.includes(what)) return [];
  const decision = rulebook.decisions[what];
  const all = decision?.all ? (decision.by ?? []) : [];
  const told = { what, all, clauses: clausesOf(rulebook, what), ...(decision?.when ? { when: decision.when } : {}) };
  return stepsOf(what, rulebook).map((step) => ({
    ...told,
    ...(step ? { step, clauses: rulebook.compensation?.[step.size]?.clauses ?? told.clauses } : {}),
    cells: cells((relation, role) => whyNot(what, relation, role, rulebook, step)),
  }));
}

function stepsOf(what: string, { compensation }: Rulebook): (Step | undefined)[] {
  if (what !== 'compensate') return [undefined];
  const sizes = compensationSizes.filter((size) => compensation?.[size]);
  return sizes.flatMap((size) => (['propose', 'approve'] as const).map((step): Step => ({ step, size })));
}

const cellsOf = (ask: Ask): RightsCell[] => cells((relation, role) => ask(caseOf(relation, role), role));

function cells(why: (relation: Relation, role: Role) => No | undefined): RightsCell[] {
  return roles.flatMap((role): RightsCell[] => {
    const found = relations.map((relation) => ({ relation, no: why(relation, role) }));
    const may = found.filter(({ no }) => !no).map(({ relation }) => relation);
    const not = found.flatMap(({ relation, no }) => (no ? [{ relation, ...no }] : []));
    return may.length > 0 ? [{ role, may, not }] : [];
  });
}

interface SightRow {
  ask: Ask;
  told: { clauses: Clause[]; when?: When };
  absent?: boolean;
}

/** What is no command: to file, to see a complaint, and to know who complained. */
function sights(rulebook: Rulebook): Partial<Record<string, SightRow>> {
  const { restricted, recusal, decisions } = rulebook;
  const always = restricted && !restricted.when;
  const see =
    (isRestricted: boolean): Ask =>
    ({ person, complaint }, role) => {
      if (!readerRoles.includes(role)) return { code: 'forbidden', clauses: [] };
      const one = isRestricted && restricted ? { ...complaint, restrictedTo: restricted.to } : complaint;
      if (sees(sightOf(person), one)) return undefined;
      const people = [person.user, ...(person.standsInFor ?? []).map((absent) => absent.user)];
      const isHidden = hiddenFrom(one).some((user) => people.includes(user));
      return isHidden
        ? { code: 'recused', clauses: recusal.clauses }
        : { code: 'forbidden', clauses: restricted?.clauses ?? [] };
    };
  const knows: Ask = (one, role) => {
    const unseen = see(Boolean(always))(one, role);
    return unseen ?? (needsContact(one.complaint, one.person) ? undefined : { code: 'forbidden', clauses: [] });
  };
  const files: Ask = ({ person }) => {
    const people = [person, ...(person.standsInFor ?? [])];
    const by = decisions['file']?.by ?? filingRoles;
    return people.some((one) => roleFor(one.roles, by)) ? undefined : { code: 'forbidden', clauses: told.clauses };
  };
  const told = { clauses: clausesOf(rulebook, 'file') };
  return {
    see: { ask: see(false), told: { clauses: [] }, absent: Boolean(always) },
    seeRestricted: {
      ask: see(true),
      told: { clauses: restricted?.clauses ?? [], ...(restricted?.when ? { when: restricted.when } : {}) },
      absent: !restricted,
    },
    complainant: { ask: knows, told: { clauses: [] } },
    file: { ask: files, told },
  };
}

/** What a person sees by, their place being the complaint's project. */
function sightOf({ user, roles: own, standsInFor = [] }: Person): Sight {
  const projects = ['project'];
  const lent = standsInFor.map((one) => ({ roles: one.roles, projects, standsInFor: one.user }));
  const memberships = [{ roles: own, projects, standsInFor: null }, ...lent].filter((one) => one.roles.length > 0);
  return { user, projects: memberships.length > 0 ? projects : [], keys: keysOf(user, memberships) };
}
