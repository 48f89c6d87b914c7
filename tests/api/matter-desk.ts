/** Complaints on the same matter, and the courier that finds and tells them: what the tests of matters share. */
import { setTimeout as sleep } from 'node:timers/promises';
import { teller } from '../../cli/tell.js';
import { matters } from '../../courier/readers/matters.js';
import { sort } from '../../courier/sorter.js';
import { drain } from '../../courier/teller.js';
import { library, type TestHouse } from './house.js';

export const fault = (error: unknown): never => {
  throw error as Error;
};

export function matterDesk(house: TestHouse) {
  /** Until nobody has anything to tell anybody. */
  async function settle(): Promise<void> {
    const { dataSource, engine } = house;
    const tell = teller({ dataSource, client: engine.client, library, taskQueue: engine.taskQueue });
    for (let quiet = 0; quiet < 3;) {
      while (await sort(dataSource, [matters], fault));
      while (await drain(dataSource, tell, fault));
      const [row] = await dataSource.query<{ n: number }[]>(
        `select (select count(*) from outbox where taken_at is null)::int
          + (select count(*) from signals_to_send where sent_at is null)::int as n`,
      );
      quiet = row?.n === 0 ? quiet + 1 : 0;
      await sleep(60);
    }
  }
  /** Signals are heard a moment after they are sent. */
  async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
    for (let tries = 0; tries < 100; tries++) {
      await settle();
      const value = await read();
      if (holds(value)) return value;
    }
    throw new Error(`it never came: ${JSON.stringify(await read())}`);
  }

  let people = 0;
  const lift = (building: number, given: object = {}) => {
    people += 1;
    return house.file({
      text: `${building}栋2单元电梯又坏了，已经停了两天没人修`,
      complainant: { name: `住户${people}`, phone: `1390000${String(people).padStart(4, '0')}` },
      ...given,
    });
  };
  const get = async (path: string, user = 'supervisor') => (await house.as(user)).get(`/api/complaints/${path}`);
  const post = async (path: string, body: object = {}, user = 'supervisor') =>
    (await house.as(user)).post(`/api/complaints/${path}`, body);
  const matterOf = async (id: string) => (await get(`${id}/matter`)).body;
  const idsOf = (list: { id: string }[]) => list.map(({ id }) => id).sort();
  const eventsOf = async (id: string, type: string) =>
    ((await get(`${id}/events`)).body.items as { type: string; count?: number }[]).filter(
      (event) => event.type === type,
    );
  const severityOf = async (id: string) => (await get(id)).body.severity as string;
  return { settle, until, lift, get, post, matterOf, idsOf, eventsOf, severityOf };
}
