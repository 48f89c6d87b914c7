/** E-mail through a real SMTP server: what it accepts, bounces, greylists, is slow with, or is not there for. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from 'smtp-server';
import { deliver } from '../../courier/delivery/deliver.js';
import { createMailer, type Mailer } from '../../courier/delivery/senders/mail.js';
import type { Post } from '../../courier/delivery/send.js';
import { createDataSource } from '../../database/data-source.js';
import { sayMoment } from '../../domain/notice/say.js';
import { freePort } from '../../cli/process/ports.js';
import { type Desk, openDesk } from './desk.js';
import { parseMail, type ParsedMail } from './mail-parts.js';
import {
  accuse,
  type Clock,
  deliverAll,
  forgetNotices,
  jumpingClock,
  makeNotices,
  noticeRows,
  prefer,
} from './office.js';

let desk: Desk;
let server: SMTPServer;
let post: Post;
let mailer: Mailer;
let clock: Clock;
let received: (ParsedMail & { to: string })[] = [];
/** What the server says to a recipient; an error with a code, or nothing. */
let says: (to: string) => Promise<Error | undefined> = () => Promise.resolve(undefined);
let whenReceived: () => Promise<void> = () => Promise.resolve();

const smtpError = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

beforeAll(async () => {
  desk = await openDesk();
  const port = await freePort();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }: SMTPServerAddress, _session: SMTPServerSession, callback: (error?: Error | null) => void) =>
      void says(address).then((error) => callback(error)),
    onData(stream, { envelope }, callback) {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += piece.toString()));
      stream.on('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address).join(), ...parseMail(text) });
        void whenReceived().then(() => callback());
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from: '回音 <huiyin@house.example.com>', patience: 700 });
  post = { mailer, openly: false, patience: 700, publicUrl: 'https://huiyin.example.com' };
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((done) => server.close(done));
  await desk.close();
});
beforeEach(async () => {
  await forgetNotices(desk);
  received = [];
  says = () => Promise.resolve(undefined);
  whenReceived = () => Promise.resolve();
  clock = jumpingClock();
  await prefer(desk, 'supervisor', { email: 'chen@example.com', quiet: null });
});

async function filed(given: object = {}): Promise<{ number: string; id: string }> {
  const { complaint } = await desk.file(given);
  // the supervisor is written to because the severity rises
  await desk.give(complaint, 'recordFact', { lawsuit: 'threatened' });
  await makeNotices(desk, { now: clock.now });
  await desk.dataSource.query(
    `delete from notices where way = 'email' and mark <> 'SeverityRaised:hot' and recipient <> 'complainant'`,
  );
  return complaint;
}
const mails = () => noticeRows(desk, `way = 'email'`);
const state = async () => (await mails()).map(({ state, attempts, problem }) => ({ state, attempts, problem }));
const address = async () =>
  (
    await desk.dataSource.query<{ dead: boolean; bounces: number }[]>(
      'select dead_at is not null as dead, bounces from notice_addresses',
    )
  )[0];
const soon = () => deliverAll(desk, post, clock, { until: clock.now() });

test('accepted: one thread for one complaint, both plain and HTML, nothing that reports who read it', async () => {
  const { number, id } = await filed();
  await soon();
  expect(await state()).toEqual([{ state: 'sent', attempts: 1, problem: null }]);
  const [mail] = received;
  const [row] = await mails();
  expect(mail?.to).toBe('chen@example.com');
  expect(mail?.headers['subject']).toBe(`【${number}】投诉级别升为热点`);
  expect(mail?.headers['message-id']).toBe(`<${row?.key}@house.example.com>`);
  expect(mail?.headers['references']).toBe(`<thread-${id}@house.example.com>`);
  expect(mail?.headers['auto-submitted']).toBe('auto-generated');
  expect(mail?.headers['content-type']).toContain('multipart/alternative');
  expect(mail?.text).toContain('翠湖花园');
  expect(mail?.text).not.toMatch(/<img|周女士|13800000001/);
});

test('bounced: the notice is given up; the third in a row and the address is dead until somebody looks', async () => {
  says = () => Promise.resolve(smtpError(550, '5.1.1 no such user'));
  for (let i = 1; i <= 3; i++) {
    await filed();
    await soon();
    expect(await address()).toEqual({ dead: i === 3, bounces: i });
  }
  expect(await state()).toEqual(Array(3).fill({ state: 'givenUp', attempts: 1, problem: '550 5.1.1 no such user' }));
  await filed();
  await deliverAll(desk, post, clock);
  // waits, and is not lost
  expect((await state()).at(-1)).toEqual({ state: 'waiting', attempts: 0, problem: null });
});

test('greylisted: accepted the second time, half a minute later, as the same mail', async () => {
  let first = true;
  says = () => Promise.resolve(first ? ((first = false), smtpError(451, '4.7.1 try again later')) : undefined);
  await filed();
  await soon();
  expect(await state()).toEqual([{ state: 'failed', attempts: 1, problem: '451 4.7.1 try again later' }]);
  expect(received).toEqual([]);
  const before = clock.now();
  await deliverAll(desk, post, clock);
  expect(clock.now() - before).toBe(30_000);
  expect(await state()).toEqual([{ state: 'sent', attempts: 2, problem: null }]);
  expect(received).toHaveLength(1);
});

test('slow: no answer in time counts as failed, and the mail is the same when it goes', async () => {
  let slow = true;
  says = () => new Promise((done) => (slow ? setTimeout(() => done(undefined), 1_500).unref() : done(undefined)));
  await filed();
  await soon();
  expect(await state()).toEqual([{ state: 'failed', attempts: 1, problem: expect.stringMatching(/timeout/i) }]);
  slow = false;
  await deliverAll(desk, post, clock);
  expect(await state()).toEqual([{ state: 'sent', attempts: 2, problem: null }]);
});

test('dead: nobody listens; it waits longer and longer and goes when the server is back', async () => {
  const nobody = createMailer({
    url: `smtp://127.0.0.1:${await freePort()}`,
    from: 'huiyin@house.example.com',
    patience: 700,
  });
  await filed();
  const day = clock.now() + 86_400_000;
  await deliverAll(desk, { ...post, mailer: nobody }, clock, { until: day });
  const [row] = await state();
  expect(row).toEqual({
    state: 'failed',
    attempts: expect.any(Number),
    problem: expect.stringContaining('ECONNREFUSED'),
  });
  expect(row?.attempts).toBeLessThan(60);
  expect(await address()).toEqual({ dead: false, bounces: 0 });
  await deliverAll(desk, post, clock);
  expect((await state())[0]?.state).toBe('sent');
  expect(received).toHaveLength(1);
});

test('a process that dies after the server accepted sends the same again, under the same Message-ID', async () => {
  await filed();
  const url = (desk.dataSource.options as { url: string }).url;
  const dying = await createDataSource({ url, name: 'dying' }).initialize();
  whenReceived = async () => {
    await desk.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dying' and datname = current_database()`,
    );
  };
  await deliver({ dataSource: dying, post, now: clock.now, onFault: () => undefined });
  await dying.destroy().catch(() => undefined);
  whenReceived = () => Promise.resolve();
  expect(await state()).toEqual([{ state: 'waiting', attempts: 0, problem: null }]);
  await soon();
  expect(received).toHaveLength(2);
  expect(new Set(received.map(({ headers }) => headers['message-id'])).size).toBe(1);
});

test('the digest of a day is one mail', async () => {
  await prefer(desk, 'supervisor', { email: 'chen@example.com', digestAt: '17:30' });
  const numbers = [(await filed()).number, (await filed()).number, (await filed()).number];
  await soon();
  expect(received).toEqual([]);
  await deliverAll(desk, post, clock);
  expect(received).toHaveLength(1);
  expect(received[0]?.headers['subject']).toBe('投诉通知汇总：3 条');
  for (const number of numbers) expect(received[0]?.text).toContain(number);
});

test('a customer hears number and promise, in one thread with what follows', async () => {
  const { complaint } = await desk.file({ complainant: { name: '周女士', email: 'zhou@example.com' } });
  await desk.give(complaint, 'refuse', { ground: 'outside-duty', reason: '不属于物业', referTo: '街道办' });
  await makeNotices(desk, { now: clock.now });
  await soon();
  expect(received.map(({ to, headers }) => [to, headers['subject']])).toEqual([
    ['zhou@example.com', `您的投诉 ${complaint.number}`],
    ['zhou@example.com', `您的投诉 ${complaint.number}`],
  ]);
  expect(new Set(received.map(({ headers }) => headers['references'])).size).toBe(1);
  expect(received[0]?.text).toContain(complaint.number);
  expect(received[1]?.text).toContain('街道办');
});

test('a customer is written to in the language that was noted', async () => {
  const complainant = { name: 'Ms Zhou', email: 'zhou@example.com', language: 'en' };
  const { complaint } = await desk.file({ complainant });
  await makeNotices(desk, { now: clock.now });
  await soon();
  const [letter] = received;
  expect(letter?.headers['subject']).toBe(`Your complaint ${complaint.number}`);
  expect(letter?.headers['content-language']).toBe('en');
  expect(letter?.text).toContain('Dear Ms Zhou,');
});

test('a customer hears of the promise that moved, as it was and as it is; of a period that is none of theirs nothing', async () => {
  const { complaint } = await desk.file({ complainant: { name: '周女士', email: 'zhou@example.com' } }, 'HO');
  let now = complaint;
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const extend = async (until: string) => {
    now = (await desk.give(now, 'requestExtension', { clock: 'reply', until, reason: '等厂家答复' })).complaint;
    now = (await desk.give(now, 'grantExtension', { clock: 'reply' }, ['approver', 'approver'])).complaint;
  };
  // the acknowledgement is what they were promised
  await extend(at(24));
  await makeNotices(desk, { now: clock.now });
  await soon();
  expect(received.map(({ text }) => text).join()).not.toContain('有调整');
  received = [];
  now = (await desk.give(now, 'acknowledge', { text: '已收到' })).complaint;
  const before = sayMoment(now.clocks['reply']?.due ?? '');
  await extend(at(16));
  await makeNotices(desk, { now: clock.now });
  await soon();
  const letters = received.filter(({ to }) => to === 'zhou@example.com');
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toContain(`原承诺：我们将在 ${before} 前回复您。`);
  expect(letters[0]?.text).toContain(`现承诺：我们将在 ${sayMoment(now.clocks['reply']?.due ?? '')} 前回复您。`);
});

test('whoever was accused after it was decided to tell them is not told', async () => {
  const { id } = await filed();
  await accuse(desk, id, 'supervisor');
  await soon();
  expect(received).toEqual([]);
  expect(await state()).toEqual([{ state: 'givenUp', attempts: 0, problem: 'recused' }]);
});

test('nor is whoever stands in for them and has no place of their own', async () => {
  await desk.dataSource.query(
    `update memberships set valid_to = now() where user_id = 'revisitor' and valid_to is null`,
  );
  await prefer(desk, 'revisitor', { email: 'standin@example.com', quiet: null });
  await desk.dataSource.query(
    `insert into substitutions (id, absent_id, substitute_id, why, valid_from, valid_to, given_by)
     values ('leave', 'supervisor', 'revisitor', '年假', now() - interval '1 hour', now() + interval '1 hour', 'admin')`,
  );
  const told = async () => (await mails()).map(({ recipient, problem }) => [recipient, problem]).sort();
  const { id } = await filed();
  expect(await told()).toEqual([
    ['revisitor', null],
    ['supervisor', null],
  ]);
  await accuse(desk, id, 'supervisor');
  await soon();
  expect(received).toEqual([]);
  expect(await told()).toEqual([
    ['revisitor', 'recused'],
    ['supervisor', 'recused'],
  ]);
});
