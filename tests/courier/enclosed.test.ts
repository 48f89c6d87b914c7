/** A paper that was issued comes by e-mail as files. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sent } from '../../courier/delivery/outcome.js';
import type { Mail } from '../../courier/delivery/senders/mail.js';
import { enclose } from '../../courier/enclose.js';
import { tellOfPapers } from '../../courier/paper-notices.js';
import { keepPaper } from '../support/papers/keep.js';
import { weeklyPaper } from '../support/papers/weekly.js';
import { type Desk, openDesk } from './desk.js';
import { deliverAll, jumpingClock, prefer } from './office.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('headquarters get the bulletin as .pdf and .docx, with the way to its page', async () => {
  const clock = jumpingClock();
  const at = new Date(clock.now()).toISOString();
  await prefer(desk, 'hq', { email: 'hq@example.com', quiet: null });
  await keepPaper(desk.dataSource, { ...weeklyPaper, due: at, issuedAt: at, cutOff: at });
  await tellOfPapers(desk.dataSource, { mail: true, now: clock.now });
  const mails: Mail[] = [];
  const mailer = {
    send: (mail: Mail) => Promise.resolve((mails.push(mail), sent)),
    close: () => undefined,
  };
  const post = {
    mailer,
    openly: false,
    patience: 700,
    publicUrl: 'https://huiyin.example.com',
    enclose: (paper: string, language: 'zh' | 'en') => enclose(desk.dataSource, paper, language),
  };
  await deliverAll(desk, post, clock, { until: clock.now() });
  const [mail] = mails.filter(({ to }) => to === 'hq@example.com');
  expect(mail?.text).toContain(`https://huiyin.example.com/bulletins/${weeklyPaper.id}`);
  expect(mail?.attachments?.map(({ filename }) => filename)).toEqual([
    ...['周报〔2026〕第1号 重大投诉每周快报.pdf', '周报〔2026〕第1号 重大投诉每周快报.docx'],
  ]);
  const [pages, document] = (mail?.attachments ?? []).map(({ content }) => Buffer.from(content).toString('latin1'));
  expect(pages?.startsWith('%PDF-')).toBe(true);
  expect(document?.startsWith('PK')).toBe(true);
});
