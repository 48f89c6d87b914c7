/** The organisation and its people. */
import { nodeTiers } from '../../../domain/organisation/node.js';
import { fields, flag, list, moment, oneOf, orNull, ref, type Schema, text, whole } from '../schema.js';

const number: Schema = { type: 'number' };
const nodeTier = oneOf(...nodeTiers);
const kind = oneOf('residential', 'other');
const sheetPlan = {
  rows: whole,
  added: whole,
  changed: whole,
  kept: whole,
  problemCount: whole,
  problems: list(fields({ row: whole, column: text, code: text, value: text })),
  items: {
    ...list(
      fields({ row: whole, does: oneOf('add', 'change', 'keep'), id: text, name: text, place: text, says: text }),
    ),
    description: 'The first rows; `place` is the node above or of the roles, `says` the tier or the roles',
  },
};
const node = {
  id: text,
  parent: orNull(text),
  tier: nodeTier,
  name: text,
  'rulebook?': { ...text, description: 'Its own' },
  'closedAt?': moment,
  children: whole,
  people: whole,
  'path?': { ...list(ref('Named')), description: 'The nodes above, from the top' },
};
const account = {
  id: text,
  username: text,
  name: text,
  active: flag,
  mustChangePassword: flag,
  home: ref('Named'),
  memberships: list(fields({ node: ref('Named'), roles: list(ref('Role')) })),
};
const line: Schema = { type: 'string', minLength: 1, maxLength: 200 };
const personChange = { name: { ...line, maxLength: 60 }, home: text };

export const organisationSchemas: Record<string, Schema> = {
  Node: fields(node),
  NodeList: fields({ items: list(ref('Node')) }),
  NodeDetails: fields({
    ...node,
    'inherits?': { ...text, description: 'The rulebook of the nearest node above that has one' },
    history: list(
      fields({
        ...{ parent: orNull(text), parentName: orNull(text), name: text, rulebook: orNull(text) },
        ...{ closed: flag, from: moment, by: orNull(text) },
      }),
    ),
    bases: list(
      fields({
        ...{ month: text, version: whole, kind: orNull(kind), households: orNull(whole), floorArea: orNull(number) },
        ...{ by: orNull(text), at: moment },
      }),
    ),
  }),
  NodeChangeInput: fields({ name: { ...line, maxLength: 100 }, 'parent?': orNull(text), 'rulebook?': orNull(text) }),
  NodeInput: fields({
    'id?': { ...text, pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' },
    ...{ tier: nodeTier, parent: text, name: { ...line, maxLength: 100 }, 'rulebook?': orNull(text) },
  }),
  BaseInput: fields({
    'kind?': kind,
    'households?': { ...whole, minimum: 0 },
    'floorArea?': { ...number, minimum: 0, description: 'm²' },
  }),
  PeopleList: fields({ items: list(fields(account)), next: orNull(text) }),
  PersonDetails: fields(
    {
      ...account,
      email: orNull(text),
      emailVerified: { ...flag, description: 'An identity provider has said that it is theirs' },
      secondFactor: { ...flag, description: 'A second factor is in force' },
      given: list(
        fields({
          ...{ id: text, node: ref('Named'), roles: list(ref('Role')), from: moment, to: orNull(moment) },
          ...{ by: orNull(text), endedBy: orNull(text) },
        }),
      ),
      substitutions: list(
        fields({
          ...{ id: text, absent: ref('Named'), substitute: ref('Named'), why: text, from: moment, to: moment },
          ...{ by: text, endedBy: orNull(text) },
        }),
      ),
      work: { ...whole, description: 'Open complaints that they handle' },
    },
    { additionalProperties: true },
  ),
  PersonChangeInput: fields(personChange),
  PersonInput: fields({
    username: { ...text, pattern: '^[a-z0-9][a-z0-9._-]{1,39}$' },
    ...personChange,
    'roles?': list(ref('Role')),
  }),
  OneTimePassword: fields({ id: text, username: text, name: text, password: text }),
  MembershipInput: fields({ node: text, roles: { ...list(ref('Role')), minItems: 1 }, 'until?': moment }),
  SubstitutionInput: fields({ substitute: text, from: moment, until: moment, why: line }),
  EmailInput: fields({ email: orNull({ ...text, format: 'email', maxLength: 254 }) }),
  ResetReason: fields({ reason: line }),
  HandOverInput: fields({ to: text, reason: line }),
  OpenWorkList: fields({
    items: list(fields({ id: text, number: text, status: text, severity: text, project: ref('Named') })),
  }),
  AccessList: fields({
    from: moment,
    to: moment,
    more: flag,
    items: list(
      fields({
        user: ref('Named'),
        node: fields({ id: text, name: text, tier: nodeTier }),
        path: list(text),
        roles: list(ref('Role')),
        standsInFor: orNull(ref('Named')),
        projects: whole,
      }),
    ),
  }),
  SheetPlan: fields(sheetPlan),
  TakenSheet: fields({ ...sheetPlan, passwords: list(ref('OneTimePassword')) }),
};
