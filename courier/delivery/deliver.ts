/** Takes notices out of the house: address by address, in order, at the pace that each can bear. */
import type { DataSource, QueryRunner } from 'typeorm';
import {
  alone,
  bind,
  type Destination,
  destinationOf,
  dueAddresses,
  dueNotices,
  type DueNotice,
  giveUp,
  keepSlots,
  markFailed,
  markSent,
  putOff,
} from '../../database/queries/deliveries.js';
import { audienceOf } from '../../database/queries/notice-audience.js';
import { hiddenFrom, openTo } from '../../domain/rights/sight.js';
import { mayStillHear } from '../hearing.js';
import { bundleOf, lookahead } from './bundle.js';
import { tellOfDeath } from './death.js';
import { backoff, type Outcome } from './outcome.js';
import { freeAt, withSlot } from './pace.js';
import { type Post, send } from './send.js';

export interface Delivery {
  dataSource: DataSource;
  post: Post;
  /** Epoch milliseconds; the same clock in every process. */
  now: () => number;
  onFault: (error: unknown) => void;
}

/** Addresses at a time, each with a connection of its own. */
const side = 4;
/** Refusals in a row after which an address counts as dead. */
const bounces = 3;
/** Messages before others have their turn. */
const turn = 50;

/** Sends what is due by now; answers whether there may be more. */
export async function deliver(delivery: Delivery): Promise<boolean> {
  const due = await dueAddresses(delivery.dataSource, new Date(delivery.now()), side);
  const worked = await Promise.all(
    due.map((address) =>
      alone(delivery.dataSource, address, (runner) => deliverTo(delivery, runner, address)).catch((error: unknown) => {
        delivery.onFault(error);
        return false;
      }),
    ),
  );
  return worked.some(Boolean);
}

/** Answers whether anything was settled. */
async function deliverTo(delivery: Delivery, runner: QueryRunner, address: string): Promise<boolean> {
  for (let n = 0; n < turn; n++) {
    const destination = await destinationOf(runner, address);
    const now = delivery.now();
    // another process may have been here in between
    if (!destination || destination.deadAt || (destination.nextTryAt?.getTime() ?? 0) > now) return n > 0;
    if (!(await deliverOne(delivery, runner, destination, now))) return n > 0;
  }
  return true;
}

async function deliverOne(
  { post, now }: Delivery,
  runner: QueryRunner,
  destination: Destination,
  at: number,
): Promise<boolean> {
  const { key: address } = destination;
  const waiting = await dueNotices(runner, address, new Date(at), lookahead);
  const secret = await unheard(runner, waiting);
  if (secret.length > 0) {
    await giveUp(runner, secret.map(idOf), 'recused');
    return true;
  }
  const begun = waiting[0]?.bundle;
  const bundle = begun ? { key: begun, notices: waiting } : bundleOf(waiting);
  if (!bundle) return false;
  const ids = bundle.notices.map(idOf);
  const paced = destination.channel && destination.channel.kind !== 'webhook';
  if (paced) {
    const free = freeAt(destination.slots, at);
    if (free > at) {
      await putOff(runner, address, new Date(free));
      return false;
    }
    await keepSlots(runner, address, withSlot(destination.slots, at + post.patience));
  }
  if (!begun) await bind(runner, ids, bundle.key);
  const outcome = await send(post, destination, bundle.key, bundle.notices, at);
  const then = now();
  if (paced && outcome.sent) await keepSlots(runner, address, withSlot(destination.slots, then));
  await settle(runner, destination, ids, outcome, then);
  return true;
}

async function settle(
  runner: QueryRunner,
  destination: Destination,
  ids: string[],
  outcome: Outcome,
  now: number,
): Promise<void> {
  const { key } = destination;
  if (outcome.sent) return markSent(runner, key, ids, new Date(now));
  const { fault, problem, retryAfter } = outcome;
  if (fault === 'moot') return giveUp(runner, ids, problem);
  const forGood = fault === 'refused';
  const dead = fault === 'broken' || (forGood && destination.bounces + 1 >= bounces);
  const wait = forGood ? 0 : Math.max(retryAfter ?? 0, retryAfter === undefined ? backoff(destination.failures) : 0);
  const deadAt = dead ? new Date(now) : null;
  await runner.manager.transaction(async (tx) => {
    await markFailed(tx, key, { ids, problem, forGood, nextTryAt: wait > 0 ? new Date(now + wait) : null, deadAt });
    if (deadAt) await tellOfDeath(tx, key, deadAt);
  });
}

const idOf = ({ id }: DueNotice): string => id;

/** Somebody may have been accused, or have stepped back, since it was decided to tell them, their room or their substitute. */
async function unheard(runner: QueryRunner, waiting: DueNotice[]): Promise<DueNotice[]> {
  const guarded = waiting.flatMap((notice) => {
    const { complaint } = notice;
    return complaint && (hiddenFrom(complaint).length > 0 || openTo(complaint)) ? [{ notice, complaint }] : [];
  });
  if (guarded.length === 0) return [];
  const around = await audienceOf(runner.manager, [...new Set(guarded.map(({ complaint }) => complaint.project))]);
  return guarded
    .filter(({ notice: { recipient }, complaint }) => {
      const audience = around.get(complaint.project);
      return audience && !mayStillHear(complaint, recipient, audience);
    })
    .map(({ notice }) => notice);
}
