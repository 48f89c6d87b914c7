/** A dead address is told to the administrators around it: once, in the transaction of its death. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { deliver } from '../../courier/delivery/deliver.js';
import type { Post } from '../../courier/delivery/send.js';
import { countDead } from '../../database/queries/dead-addresses.js';
import { settleUndelivered } from '../../database/queries/undelivered.js';
import { type Desk, openDesk } from './desk.js';
import { addChannel, deliverAll, forgetNotices, type Hook, jumpingClock, makeNotices, noFault, openHook } from './office.js'; // prettier-ignore

let desk: Desk;
let hook: Hook;
let status = 410;
const post: Post = { openly: true, patience: 700 };
const clock = jumpingClock();
beforeAll(async () => {
  hook = await openHook(() => ({ status }));
  desk = await openDesk();
  await desk.dataSource.query(
    `insert into users (id, username, name, node_id) values ('elsewhere', 'elsewhere', '吴管理', 'jinxiu'), ('near', 'near', '郑管理', 'huadong')`,
  );
  await desk.dataSource.query(
    `insert into memberships (user_id, node_id, roles) values ('elsewhere', 'jinxiu', '{admin}'), ('near', 'huadong', '{admin}')`,
  );
});
afterAll(async () => {
  await desk.close();
  await hook.close();
});
beforeEach(async () => {
  await forgetNotices(desk);
  status = 410;
});

const open = () =>
  addChannel(desk, { kind: 'webhook', address: `${hook.url}/hook`, secret: `whsec_${'A'.repeat(32)}`, audience: ['supervisor'] }); // prettier-ignore
// each death has a moment of its own
const later = () => clock.to(clock.now() + 60_000);
async function tell(): Promise<void> {
  later();
  await desk.file();
  await makeNotices(desk, { mail: false, now: clock.now });
  await deliverAll(desk, post, clock);
}
const deaths = async () =>
  await desk.dataSource.query<{ recipient: string; content: { zh: { page: string; lines: string[][] } } }[]>(
    `select recipient, content from notices where mark = 'AddressDead' order by id`,
  );
const isDead = async () =>
  (await desk.dataSource.query<{ dead: boolean }[]>('select dead_at is not null as dead from notice_addresses'))[0]
    ?.dead;

test('administrators of its node and above are told, with the way to mend it; nobody else', async () => {
  await open();
  await tell();
  const told = await deaths();
  expect(told.map(({ recipient }) => recipient).sort()).toEqual(['admin', 'near']);
  expect(told[0]?.content.zh).toMatchObject({
    page: 'noticeChannels',
    lines: [
      ['通知渠道', 'webhook'],
      ['单位', '翠湖花园'],
      ['未送达', expect.stringMatching(/^[1-9]\d*$/)],
    ],
  });
  expect(await countDead(desk.dataSource, 'cuihu')).toBe(1);
  expect(await countDead(desk.dataSource, 'jinxiu')).toBe(0);
});

test('not again for the same death, nor for the next before something has got through; then again', async () => {
  await open();
  await tell();
  const first = (await deaths()).length;
  await tell();
  for (let i = 0; i < 3; i++) {
    later();
    expect(await settleUndelivered(desk.dataSource, 'huadong', 'retry', null)).toBeGreaterThan(0);
    await deliverAll(desk, post, clock);
    expect(await isDead()).toBe(true);
  }
  expect(await deaths()).toHaveLength(first);
  status = 200;
  await settleUndelivered(desk.dataSource, 'huadong', 'retry', null);
  await deliverAll(desk, post, clock);
  expect([await isDead(), await countDead(desk.dataSource, 'huadong')]).toEqual([false, 0]);
  status = 410;
  await tell();
  expect(await deaths()).toHaveLength(2 * first);
});

test('what dies between death and notice leaves neither, and the next one both', async () => {
  await open();
  await desk.file();
  await makeNotices(desk, { mail: false, now: clock.now });
  await desk.dataSource.query(
    `create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
     create trigger die before insert on notices for each row when (new.mark = 'AddressDead') execute function die();`,
  );
  const faults: unknown[] = [];
  const once = (onFault: (fault: unknown) => void) =>
    deliver({ dataSource: desk.dataSource, post, now: clock.now, onFault });
  try {
    await once((fault) => faults.push(fault));
  } finally {
    await desk.dataSource.query('drop trigger die on notices; drop function die()');
  }
  expect(String(faults[0])).toContain('killed');
  expect([await isDead(), await deaths()]).toEqual([false, []]);
  await once(noFault);
  expect([await isDead(), (await deaths()).length]).toEqual([true, 2]);
});
