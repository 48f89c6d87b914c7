/** Who gets a notice: derived from the complaint, never those who are concerned by it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Complaint } from '../../domain/complaint/state.js';
import { type Desk, openDesk } from './desk.js';
import { addChannel, forgetNotices, makeNotices, noticeRows, prefer } from './office.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(() => forgetNotices(desk));

const to = async (complaint: Complaint, mark: string) =>
  (await noticeRows(desk, 'complaint_id = $1 and mark = $2', [complaint.id, mark]))
    .map(({ way, recipient }) => `${recipient} ${way}`)
    .sort();
const dispatched = async (given = {}) => {
  const { complaint } = await desk.give((await desk.file(given)).complaint, 'accept');
  const input = { unit: 'engineering', handler: 'handler', assisting: ['lina'] };
  return (await desk.give(complaint, 'dispatch', input)).complaint;
};

test('a role is told where it works, above it, and nowhere else; nobody of what they did themselves', async () => {
  const complaint = await dispatched();
  await makeNotices(desk);
  // supervisors of the project; not those of other projects
  expect(await to(complaint, 'Received')).toEqual(['supervisor inbox', 'yangfan inbox']);
  expect(await to(complaint, 'Dispatched')).toEqual(['handler inbox', 'lina inbox']);
  const back = (await desk.give(complaint, 'sendBack', { reason: '非本部门' }, ['handler', 'handler'])).complaint;
  await makeNotices(desk);
  expect(await to(back, 'SentBack')).toEqual(['supervisor inbox', 'yangfan inbox']);
});

test('the same event is told once, whatever comes again', async () => {
  await dispatched();
  await makeNotices(desk);
  const before = await noticeRows(desk);
  await desk.dataSource.query('update outbox set taken_at = null');
  await makeNotices(desk);
  expect(await noticeRows(desk)).toEqual(before);
});

test('whoever is accused or has stepped back is told nothing', async () => {
  const complaint = await dispatched({ accused: ['yangfan'] });
  const recused = (await desk.give(complaint, 'recuse', { reason: '亲属' }, ['handler', 'handler'])).complaint;
  await desk.give(recused, 'comment', { text: '已说明情况' });
  await makeNotices(desk);
  expect(await to(complaint, 'Recused')).toEqual(['supervisor inbox']);
  const heard = (await noticeRows(desk)).map(({ recipient, mark }) => `${recipient} ${mark}`);
  expect(heard.filter((one) => one.startsWith('yangfan'))).toEqual([]);
  // the state is what it is now: nothing of it is told to them any more, be it of before
  expect(heard.filter((one) => one.startsWith('handler'))).toEqual([]);
});

test('a robot hears of its node and of its audience only', async () => {
  const ours = await addChannel(desk, { kind: 'wecom', address: 'https://x.cn/', node: 'huadong' });
  await addChannel(desk, { kind: 'wecom', address: 'https://x.cn/', node: 'huanan' });
  await addChannel(desk, { kind: 'wecom', address: 'https://x.cn/', audience: ['hq'] });
  const both = await addChannel(desk, {
    kind: 'feishu',
    address: 'https://x.cn/',
    audience: ['supervisor', 'company'],
  });
  const { complaint } = await desk.file();
  await desk.give(complaint, 'recordFact', { lawsuit: 'threatened' });
  await makeNotices(desk);
  const robots = (await noticeRows(desk, `way = 'robot' and mark = 'SeverityRaised:hot'`)).map(
    ({ recipient }) => recipient,
  );
  expect(robots.sort()).toEqual([ours, both].sort());
});

test('the customer is written to when there is something to say and somewhere to send it', async () => {
  await desk.file();
  const written = await desk.file({ complainant: { name: '周女士', email: 'zhou@example.com' } });
  await makeNotices(desk);
  const letters = await noticeRows(desk, `recipient = 'complainant'`);
  expect(letters.map(({ mark, way, state }) => [mark, way, state])).toEqual([['Received', 'email', 'waiting']]);
  await forgetNotices(desk);
  await desk.give(written.complaint, 'refuse', { ground: 'outside-duty', reason: '不属于物业' });
  await makeNotices(desk, { mail: false });
  // nothing piles up where no e-mail can be sent
  expect(await noticeRows(desk, `way = 'email'`)).toEqual([]);
});

test('people choose: e-mail, the day’s digest, fewer kinds', async () => {
  await prefer(desk, 'supervisor', { email: 'chen@example.com', digestAt: '17:30', kinds: { work: ['email'] } });
  const { complaint } = await desk.file();
  await desk.give(complaint, 'recordFact', { lawsuit: 'threatened' });
  await makeNotices(desk);
  const mine = await noticeRows(desk, `recipient = 'supervisor'`);
  expect(mine.map(({ mark, way }) => `${mark} ${way}`)).toEqual([
    'SeverityRaised:hot inbox',
    'SeverityRaised:hot email',
    'ReportDue inbox',
    'ReportDue email',
  ]);
  const [row] = await desk.dataSource.query<{ digest: boolean }[]>(
    `select digest from notices where recipient = 'supervisor' and way = 'email'`,
  );
  expect(row?.digest).toBe(true);
});

test('a rulebook’s own lines come first', async () => {
  const document = { notices: { Received: { supervisor: [], hq: ['inbox'] } } };
  await desk.dataSource.query(
    `insert into rulebook_versions (rulebook_id, version, text, document, state, origin, why, approved_at, in_force_from)
     values ('WY', 77, '', $1, 'approved', 'shipped', 'test', now(), now())`,
    [document],
  );
  const { complaint } = await desk.file();
  await desk.dataSource.query(
    `update complaints set state = jsonb_set(state, '{rulebook,version}', '77') where id = $1`,
    [complaint.id],
  );
  await makeNotices(desk);
  expect(await to(complaint, 'Received')).toEqual(['hq inbox']);
});
