/** Who may do what. */
import { relations } from '../../../domain/rights/relations.js';
import { fields, list, map, oneOf, ref, type Schema, text, whole } from '../schema.js';

const clauses = list(text);

export const rightsSchemas: Record<string, Schema> = {
  Relation: {
    ...oneOf(...relations),
    description:
      'How somebody stands to a complaint: `place`: of a project that their place reaches; the others say what holds besides; `elsewhere`: of no such project; `complainant`: who complained, without a place in the house',
  },
  RightsRow: fields({
    group: text,
    what: {
      ...text,
      description: 'A command; or `file`, `see`, `seeRestricted`, `complainant`: to learn who complained',
    },
    'step?': fields({ step: text, size: text }),
    'when?': { description: 'Only then; otherwise nobody' },
    all: { ...list(ref('Role')), description: 'Each of these roles must give it' },
    clauses,
    cells: {
      ...list(
        fields({
          role: ref('Role'),
          may: list(ref('Relation')),
          not: list(fields({ relation: ref('Relation'), code: text, clauses })),
        }),
      ),
      description: 'A role without a cell may in no relation',
    },
  }),
  Rights: fields({
    rulebook: fields({ id: text, version: whole, title: ref('Label') }),
    relations: list(ref('Relation')),
    roles: list(ref('Role')),
    rows: list(ref('RightsRow')),
    clauses: map(ref('Label')),
    routes: list(
      fields({
        id: text,
        method: text,
        path: text,
        summary: ref('Label'),
        by: { anyOf: [oneOf('everybody', 'signedIn'), list(ref('Role'))] },
      }),
    ),
  }),
};
