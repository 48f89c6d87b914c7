/** The table of rights says what is decided, of every rulebook. */
import { describe, expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { commandsOf } from '../../documents/permissions.js';
import type { Person } from '../../domain/complaint/actor.js';
import { commandNames } from '../../domain/complaint/commands/index.js';
import type { Context } from '../../domain/complaint/context.js';
import { allowed, handle } from '../../domain/complaint/decide.js';
import { file } from '../../domain/complaint/file.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { rightGroups } from '../../domain/rights/groups.js';
import type { Relation } from '../../domain/rights/relations.js';
import { type RightsTable, rightsTable } from '../../domain/rights/table.js';
import { type Role, roles, type Rulebook } from '../../domain/rulebook/rulebook.js';
import { ordinaryWay } from '../support/ordinary-way.js';

const library = readLibrary(new URL('../../rulebooks', import.meta.url).pathname);
const books = [...library.rulebooks.values()].map(({ rulebook }) => rulebook);
const bookOf = (id: string): Rulebook => library.rulebooks.get(id)?.rulebook as Rulebook;
const tableOf = (rulebook: Rulebook) => rightsTable(rulebook, commandsOf(rulebook));

const rowsOf = (table: RightsTable, what: string) => table.rows.filter((row) => row.what === what);
const mayIn = (table: RightsTable, what: string, relation: Relation): Role[] =>
  rowsOf(table, what).flatMap(({ cells }) => cells.flatMap(({ role, may }) => (may.includes(relation) ? [role] : [])));

test('every command has its row, and no row is without its command', () => {
  const { see, ...others } = rightGroups;
  expect(Object.values(others).flat().sort()).toEqual(['file', ...commandNames].sort());
  expect(see).toEqual(['see', 'seeRestricted', 'complainant']);
});

describe.each(books.map((one) => [one.id, one] as const))('%s', (_, rulebook) => {
  const table = tableOf(rulebook);
  const whats = [...new Set(table.rows.map(({ what }) => what))];

  test('has a row for each of its commands', () => {
    for (const name of commandsOf(rulebook)) expect([name, rowsOf(table, name).length > 0]).toEqual([name, true]);
  });

  test('gives nothing to whoever has no place there, nor to who complained', () => {
    for (const what of whats)
      expect([what, mayIn(table, what, 'elsewhere'), mayIn(table, what, 'complainant')]).toEqual([what, [], []]);
  });

  test('lets the accused and whoever stepped back do nothing but step back and appeal', () => {
    for (const what of whats.filter((one) => !['recuse', 'appeal', 'file'].includes(one))) {
      expect([what, mayIn(table, what, 'accused'), mayIn(table, what, 'recused')]).toEqual([what, [], []]);
      // who is accused lends nobody their role, nor a look
      expect([what, mayIn(table, what, 'substituteOfAccused')]).toEqual([what, []]);
    }
  });

  test('gives a substitute what the absent one has, no more', () => {
    for (const what of whats) expect(mayIn(table, what, 'substitute')).toEqual(mayIn(table, what, 'place'));
  });

  test('has nobody decide on their own', () => {
    for (const what of ['approve', 'approveReply', 'grantExtension', 'penalise'])
      expect([what, mayIn(table, what, 'ownWork')]).toEqual([what, []]);
    for (const { step, cells } of rowsOf(table, 'compensate').filter((row) => row.step?.step === 'approve'))
      expect([step, cells.filter(({ may }) => may.includes('ownWork'))]).toEqual([step, []]);
    expect(mayIn(table, 'appeal', 'place')).toEqual([]);
  });

  test('says by which clauses', () => {
    const handed = rowsOf(table, 'accept').flatMap(({ cells }) => cells.flatMap(({ not }) => not));
    for (const { code, clauses } of handed.filter((one) => one.code === 'recused' || one.code === 'handed-up'))
      expect([code, clauses.length > 0]).toEqual([code, true]);
    for (const row of table.rows.filter(({ group }) => group !== 'see'))
      expect([row.what, row.clauses.length > 0]).toEqual([row.what, true]);
  });
});

test('WY: what the company took over does not go back down, and what was sent back twice is for the leader', () => {
  const table = tableOf(bookOf('WY'));
  expect(mayIn(table, 'accept', 'place')).toEqual(['supervisor', 'company']);
  expect(mayIn(table, 'accept', 'handedUp')).toEqual(['company']);
  expect(mayIn(table, 'accept', 'handedUpAbove')).toEqual(['supervisor', 'company']);
  expect(mayIn(table, 'settle', 'handedUp')).toEqual(['company']);
  expect(mayIn(table, 'settle', 'handedUpAbove')).toEqual(['reception', 'supervisor', 'company']);
  expect(mayIn(table, 'dispatch', 'sentBack')).toEqual(['approver', 'company']);
  expect(mayIn(table, 'complainant', 'place')).toEqual(['reception', 'supervisor', 'revisitor']);
  expect(mayIn(table, 'complainant', 'deciding')).toContain('approver');
  expect(mayIn(table, 'complainant', 'handler')).toContain('handler');
  expect(mayIn(table, 'see', 'place')).toEqual(roles.filter((role) => role !== 'admin'));
});

test('YG: a grievance is seen by those that the rulebook names, and whoever handles it', () => {
  const table = tableOf(bookOf('YG'));
  expect(rowsOf(table, 'see')).toEqual([]);
  expect(mayIn(table, 'seeRestricted', 'place')).not.toContain('handler');
  expect(mayIn(table, 'seeRestricted', 'handler')).toContain('handler');
  expect(mayIn(table, 'seeRestricted', 'place')).not.toContain('hq');
});

/** A complaint at every stage of the ordinary way. */
function stagesOf(context: Context): Complaint[] {
  const intake = {
    ...{ id: 'c1', number: 'HY-1', project: 'project', channel: 'phone', category: 'equipment', text: '电梯停运' },
    ...{ receivedBy: 'project', complainant: { name: '周', phone: '1' } },
  } as unknown as Parameters<typeof file>[0];
  let { complaint } = file(intake, { user: 'reception', role: 'reception' }, context);
  return [
    complaint,
    ...ordinaryWay.map(([command, role, input = {}]) => {
      const done = handle(complaint, { command, input, person: { user: role, roles: [role] } }, context);
      if (isRefusal(done)) throw new Error(`${command}: ${done.detail}`);
      complaint = done.complaint;
      return complaint;
    }),
  ];
}

test('what is offered to people on a complaint’s way is in the table, and all of it is offered somewhere', () => {
  const rulebook = bookOf('WY');
  const calendar = calendarFor(library, rulebook);
  const context: Context = { rulebook, calendar, now: Date.parse('2026-03-02T09:00:00+08:00') };
  const table = tableOf(rulebook);
  const stages = stagesOf(context);
  const somebody = (role: Role, relation: Relation): Person => ({
    user: 'somebody',
    roles: [role],
    ...(relation === 'handedUpAbove' ? { above: [role] } : {}),
  });
  const changed: [Relation, Partial<Complaint>][] = [
    ['place', {}],
    ['handler', { handler: 'somebody' }],
    ['handedUp', { handledBy: 'company' }],
    ['handedUpAbove', { handledBy: 'company' }],
    ['sentBack', { sentBack: 2 }],
    ['accused', { accused: ['somebody'] }],
    ['recused', { recused: ['somebody'] }],
  ];
  const seen = new Set<string>();
  for (const role of roles)
    for (const [relation, change] of changed)
      for (const stage of stages) {
        const offered = allowed({ ...stage, ...change }, somebody(role, relation), context);
        const beyond = offered.filter((name) => !mayIn(table, name, relation).includes(role));
        expect([role, relation, beyond]).toEqual([role, relation, []]);
        for (const name of offered) seen.add(name);
      }
  const way = ordinaryWay.map(([name]) => name);
  expect(way.filter((name) => !seen.has(name))).toEqual([]);
});

test('WY: what was handed up is revisited by the company, or by a revisitor whose place is there; never by the project’s', () => {
  const table = tableOf(bookOf('WY'));
  for (const what of ['revisit', 'exemptRevisit']) {
    expect(mayIn(table, what, 'place')).toEqual(['revisitor', 'company']);
    expect(mayIn(table, what, 'handedUp')).toEqual(['company']);
    expect(mayIn(table, what, 'handedUpAbove')).toEqual(['revisitor', 'company']);
  }
});

test('whoever proposed a plan is not offered its approval', () => {
  const rulebook = bookOf('WY');
  const context = { rulebook, calendar: calendarFor(library, rulebook), now: Date.parse('2026-03-02T09:00:00+08:00') };
  const waiting = stagesOf(context).find(({ status }) => status === 'awaitingApproval') as Complaint;
  const offeredTo = (user: string) => allowed(waiting, { user, roles: ['supervisor', 'handler'] }, context);
  expect(offeredTo('handler')).not.toContain('approve');
  expect(offeredTo('another')).toContain('approve');
});

test('WY: whoever has another role above the project is below what was handed up in their role at the project', () => {
  const rulebook = bookOf('WY');
  const context = { rulebook, calendar: calendarFor(library, rulebook), now: Date.parse('2026-03-02T09:00:00+08:00') };
  const [received] = stagesOf(context);
  const handedUp = { ...(received as Complaint), handledBy: 'company' as const };
  const offered = (above: Role[]) =>
    allowed(handedUp, { user: 'somebody', roles: ['supervisor', 'reception', 'approver'], above }, context);
  expect(offered(['supervisor'])).toEqual(expect.arrayContaining(['accept', 'settle']));
  expect(offered(['reception'])).toContain('settle');
  for (const above of [['reception'], ['approver']] as Role[][]) expect(offered(above)).not.toContain('accept');
  expect(offered(['approver'])).not.toContain('settle');
});
