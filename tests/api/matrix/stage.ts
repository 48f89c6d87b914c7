/** Complaints in the states that relations are about, with words by which they are found wherever they are told. */
import { addChannel, noFault, prefer } from '../../courier/office.js';
import type { Desk } from '../../courier/desk.js';
import { createReaders } from '../../../courier/readers/index.js';
import { sort } from '../../../courier/sorter.js';
import { tellOfPapers } from '../../../courier/paper-notices.js';
import { issueDue } from '../../../database/change-papers.js';
import { draftDuty, roundsOwed } from '../../../database/compose-papers.js';
import { library, type TestHouse } from '../house.js';
import type { Somebody } from './people.js';

export const canary = '金丝雀七七三一九';
export const complainant = {
  name: canary,
  phone: '13977773319',
  address: `${canary}路`,
  email: 'canary7731@example.com',
};

export interface Kept {
  id: string;
  number: string;
}

export interface Stage {
  /** Dispatched, a file in it, its plan waiting for approval. */
  one: Kept & { sha256: string };
  /** The company has it. */
  handedUp: Kept;
  /** Sent back twice. */
  sentBack: Kept;
}

const means = { mail: true, now: () => Date.now() };

/** The world hears what happened: matters, chronicle, notices by every way, papers. */
export async function tellAll({ dataSource }: TestHouse): Promise<void> {
  while (await sort(dataSource, createReaders({ library, notices: means }), noFault));
  while (await tellOfPapers(dataSource, means));
}

/** Everybody has a mailbox; those who work there have a room and a program. */
export async function openWays({ dataSource }: TestHouse, people: Somebody[]): Promise<{ rooms: string[] }> {
  const desk = { dataSource } as Desk;
  for (const { id } of people) await prefer(desk, id, { email: `${id}@example.com`, quiet: null });
  const room = {
    kind: 'wecom' as const,
    address: 'https://x.cn/',
    audience: ['supervisor' as const, 'handler' as const],
  };
  const rooms = [await addChannel(desk, room), await addChannel(desk, { ...room, kind: 'webhook' })];
  return { rooms };
}

/** Files and works on what is hidden from everybody in `people` who is accused, and from whoever then steps back. */
export async function setStage(house: TestHouse, people: Somebody[]): Promise<Stage> {
  const by = (relation: string) => people.filter((one) => one.relation === relation);
  const callerOf = (id: string) => people.find((one) => one.id === id)?.caller;
  const give = async (user: string, path: string, body: object) => {
    const caller = callerOf(user) ?? (await house.as(user));
    const answer = await caller.post(`/api/complaints/${path}`, body);
    if (answer.status >= 300) throw new Error(`${user} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as Record<string, unknown>;
  };
  const filed = async (room: string): Promise<Kept> => {
    const id = await house.file({
      text: `${canary} 投诉工作人员态度恶劣，${room} 电梯停运`,
      complainant: { ...complainant, room },
      people: 12,
      accused: by('accused').map((one) => one.id),
    });
    const { body } = await (await house.as('supervisor')).get(`/api/complaints/${id}`);
    for (const { id: user } of by('recused')) await give(user, `${id}/recuse`, { reason: '亲属' });
    await give('supervisor', `${id}/accept`, {});
    return { id, number: (body as { number: string }).number };
  };
  const one = await filed('8-1-101');
  const handler = 'handler-handler';
  await give('supervisor', `${one.id}/dispatch`, { unit: 'engineering', handler });
  await give(handler, `${one.id}/takeOver`, {});
  const brought = await callerOf(handler)?.send(
    `/api/complaints/${one.id}/files?name=${encodeURIComponent(`${canary}.txt`)}`,
    canary,
  );
  const file = brought?.body as { sha256: string; name: string };
  await give(handler, `${one.id}/attach`, file);
  await give(handler, `${one.id}/recordFindings`, {
    category: 'equipment',
    nature: 'facility',
    valid: true,
    findings: canary,
  });
  const finishBy = new Date(Date.now() + 3_600_000).toISOString();
  await give('handler-ownWork', `${one.id}/propose`, { measures: `更换 ${canary}`, owner: handler, finishBy });
  const handedUp = await filed('8-2-202');
  await give('supervisor', `${handedUp.id}/escalate`, { to: 'company', reason: canary });
  const sentBack = await filed('8-3-303');
  for (const _ of [1, 2]) {
    await give('supervisor', `${sentBack.id}/dispatch`, { unit: 'engineering', handler: 'handler' });
    await give('handler', `${sentBack.id}/sendBack`, { reason: canary });
  }
  return { one: { ...one, sha256: file.sha256 }, handedUp, sentBack };
}

/** A paper of the project that lists all of them, issued; answers its id. */
export async function issueList({ dataSource }: TestHouse): Promise<string> {
  const at = Date.now() + 86_400_000;
  const asked = { node: 'cuihu', duty: 'stock-take', at };
  const [round] = await roundsOwed(dataSource, asked, library.calendars);
  const id = await draftDuty(dataSource, { ...asked, period: round?.period.key ?? '' }, new Date(), library.calendars);
  if (!id) throw new Error('no paper');
  await issueDue(dataSource, id, new Date(at + 86_400_000));
  return id;
}
