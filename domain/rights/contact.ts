/** Who needs to know the complainant's name, telephone, mail, address and room; for everybody else they are masked. */
import type { Person } from '../complaint/actor.js';
import type { Complainant, Complaint } from '../complaint/state.js';
import type { Role, Tier } from '../rulebook/rulebook.js';
import { hiddenFrom } from './sight.js';

/** What it depends on beside the person. */
export type ContactFacts = Pick<Complaint, 'status' | 'handledBy' | 'assisting' | 'accused' | 'recused'> & {
  handler?: string | undefined;
};

/** A role that knows them, and when; a handler of its own complaints only. */
export const contactRules: readonly { role: Role; when: 'always' | 'deciding' | 'handling'; tier?: Tier }[] = [
  { role: 'reception', when: 'always' },
  { role: 'supervisor', when: 'always' },
  { role: 'revisitor', when: 'always' },
  { role: 'approver', when: 'deciding' },
  { role: 'company', when: 'handling', tier: 'company' },
  { role: 'hq', when: 'handling', tier: 'group' },
];

/** Whether somebody needs to know who complained, by the roles that they hold for the complaint's project. */
export function needsContact(facts: ContactFacts, { user, roles, standsInFor = [] }: Person): boolean {
  // whom it is hidden from lends nobody what they would know
  const lent = standsInFor.filter((absent) => !hiddenFrom(facts).includes(absent.user));
  const people = [{ user, roles }, ...lent];
  return people.some(
    (one) =>
      one.user === facts.handler ||
      facts.assisting.includes(one.user) ||
      contactRules.some(({ role, when, tier }) => one.roles.includes(role) && holds(when, facts, tier)),
  );
}

function holds(when: 'always' | 'deciding' | 'handling', facts: ContactFacts, tier?: Tier): boolean {
  if (when === 'always') return true;
  return when === 'deciding' ? facts.status === 'awaitingApproval' : facts.handledBy === tier;
}

type Contact = Exclude<keyof Complainant, 'anonymous' | 'language'>;

/** 周** */
export function maskedName(name: string): string {
  return `${[...name.trim()][0] ?? ''}**`;
}

const masks: Record<Contact, (value: string) => string> = {
  name: maskedName,
  phone: maskedPhone,
  email: () => '***@***',
  address: () => '***',
  room: () => '***',
};

function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, digits.length >= 11 ? 3 : 0)}****${digits.slice(-4)}`;
}

/** 周**, 138****0001. */
export function maskedComplainant(complainant: Complainant): Complainant {
  const shown = Object.entries(complainant).map(([field, value]: [string, unknown]): [string, unknown] => [
    field,
    typeof value === 'string' && field in masks ? masks[field as Contact](value) : value,
  ]);
  return Object.fromEntries(shown);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What finds a complainant's particulars in running text; what is too short to be told from other words stays. */
function finders(complainant: Complainant): [RegExp, string][] {
  return (Object.keys(masks) as Contact[]).flatMap((field): [RegExp, string][] => {
    const value = complainant[field]?.trim();
    if (!value || [...value].length < 2) return [];
    const digits = value.replace(/\D/g, '');
    const isNumber = field === 'phone' && digits.length > 4;
    // however it is grouped
    const pattern = isNumber ? [...digits].join(String.raw`[\s().-]*`) : escaped(value);
    return [[new RegExp(pattern, 'giu'), masks[field](value)]];
  });
}

/** Whatever is told of a complaint, with the complainant's particulars masked wherever they stand. */
export function masked<T>(told: T, complainant: Complainant): T {
  const found = finders(complainant);
  return found.length === 0 ? told : (walked(told, found) as T);
}

function walked(value: unknown, found: [RegExp, string][]): unknown {
  if (typeof value === 'string')
    return found.reduce((text, [pattern, mask]) => text.replace(pattern, () => mask), value);
  if (Array.isArray(value)) return value.map((one) => walked(one, found));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'complainant' && typeof one === 'object' && one !== null
        ? maskedComplainant(one as Complainant)
        : walked(one, found),
    ]),
  );
}

/** Where somebody finds complaints by who complained: by places of their own, and by those that others lend. */
export interface ContactReach {
  /** Projects. */
  own: string[];
  /** Projects by lender, null: all of them; not what is hidden from that lender. */
  lent: { by: string; projects: readonly string[] | null }[];
}

/** Where somebody finds complaints by who complained; null: everywhere. */
export function contactReach({ memberships }: { memberships: readonly Reached[] }): ContactReach | null {
  const always = contactRules.flatMap(({ role, when }) => (when === 'always' ? [role] : []));
  const reached = memberships.filter(({ roles }) => roles.some((role) => always.includes(role)));
  const own = reached.filter(({ standsInFor }) => standsInFor === null);
  if (own.some(({ projects }) => projects === null)) return null;
  return {
    own: [...new Set(own.flatMap(({ projects }) => projects ?? []))],
    lent: reached.flatMap(({ standsInFor, projects }) => (standsInFor === null ? [] : [{ by: standsInFor, projects }])),
  };
}

interface Reached {
  roles: readonly Role[];
  projects: readonly string[] | null;
  standsInFor: string | null;
}
