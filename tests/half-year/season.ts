/** Lets the weeks pass: from one moment at which something happens to the next, with deaths in between. */
import { setTimeout as pause } from 'node:timers/promises';
import { calendarFor, type Library } from '../../documents/library.js';
import { nextMoment } from '../../domain/complaint/elapse.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { paperWorkflowId } from '../../workflows/messages-papers.js';
import { type Agenda, inLanes } from './agenda.js';
import { forward } from './forward.js';
import { type RehearsedHouse, type Victim, victims } from './house.js';
import { insist } from './insist.js';
import type { Officials } from './officials.js';

export interface Death {
  part: Victim;
  /** When, by the house's time, and how long nobody could do anything, milliseconds. */
  at: number;
  outage: number;
  /** Until it served again, and until all was caught up, milliseconds of this machine. */
  recovery: number;
  caughtUp: number;
}

const hour = 3_600_000;
/** What happens within so much time happens at its end: less than what papers call late. */
const grain = 20_000;

export class Season {
  readonly deaths: Death[] = [];
  stops = 0;
  /** The next moment that time alone brings, by complaint. */
  private readonly next = new Map<string, number>();

  constructor(
    private readonly house: RehearsedHouse,
    private readonly library: Library,
    private readonly agenda: Agenda,
    private readonly officials: Officials,
    private readonly random: () => number,
  ) {}

  /** Until a moment; `deaths`: when somebody dies, in rising order. Epoch milliseconds. */
  async live(until: number, deaths: number[], told: (at: number) => void): Promise<void> {
    const { clock } = this.house;
    const waiting = [...deaths];
    for (let before = clock.now(); ;) {
      const next = Math.min(
        until,
        this.agenda.next() ?? until,
        ...this.next.values(),
        (await this.nextLook()) ?? until,
      );
      let at = Math.min(until, Math.max(before, next + grain));
      let reviving: Promise<Death> | undefined;
      if (waiting[0] !== undefined && at >= waiting[0]) {
        waiting.shift();
        const outage = this.deaths.length % 2 === 0 ? Math.ceil(this.random() * 40) * hour : 0;
        at = Math.min(until, at + outage);
        const part = victims[this.deaths.length % victims.length] as Victim;
        clock.set(at);
        reviving = this.die(part, at, outage);
      }
      clock.set(at);
      const began = Date.now();
      const ripe = await this.happen(at);
      const death = await reviving;
      await this.settle();
      await this.passed(ripe, at);
      await this.changed(before);
      await this.officials.look(before);
      if (death) this.deaths.push({ ...death, caughtUp: Date.now() - began });
      this.stops++;
      told(at);
      before = at;
      if (at >= until && !(await this.isWaiting(until))) return;
    }
  }

  private async isWaiting(until: number): Promise<boolean> {
    const next = Math.min(...this.next.values(), this.agenda.next() ?? Infinity, (await this.nextLook()) ?? Infinity);
    return next <= until;
  }

  private async die(part: Victim, at: number, outage: number): Promise<Death> {
    // in the midst of work, when it is not down beforehand
    if (outage === 0) await pause(this.random() * 60);
    const recovery = await this.house.killAndRevive(part, outage > 0 ? 500 : 0);
    return { part, at, outage, recovery, caughtUp: 0 };
  }

  /** Answers the complaints to which time brought something. */
  private async happen(at: number): Promise<string[]> {
    const { pace } = this.house;
    const ripe = [...this.next].filter(([, moment]) => moment <= at).map(([id]) => id);
    const papers = await this.looksUntil(at);
    const pass = (workflow: string) => ({
      at,
      lane: workflow,
      run: async () => void (await insist(`forwarding ${workflow}`, () => forward(pace, workflow, at))),
    });
    for (const id of ripe) this.next.delete(id);
    await inLanes([...ripe.map(pass), ...papers.map((paper) => pass(paperWorkflowId(paper))), ...this.agenda.take(at)]);
    // what was looked at has a later look, or none
    await insist('looks at papers', async () => {
      const left = await this.looksUntil(at);
      for (const paper of left) await forward(pace, paperWorkflowId(paper), at);
      if (left.length > 0) throw new Error(`${left.join(', ')} were not looked at`);
    });
    return ripe;
  }

  /** Until everything that was told has been heard. */
  private async settle(): Promise<void> {
    const { pace, clock } = this.house;
    await insist('settling', async () => {
      const told = await this.house.dataSource.query<{ id: string }[]>(
        'select distinct complaint_id as id from signals_to_send where sent_at is null',
      );
      for (const { id } of told) await forward(pace, id, clock.now());
      const [left] = await this.house.dataSource.query<Record<string, number>[]>(
        `select (select count(*) from outbox where taken_at is null)::int as outbox,
           (select count(*) from signals_to_send where sent_at is null)::int as signals,
           (select count(*) from papers p where followed_at is null
              or not exists (select from half_year_looks l where l.paper = p.id and l.at >= p.followed_at))::int as papers`,
      );
      if (Object.values(left ?? {}).some((n) => n > 0)) throw new Error(`not settled: ${JSON.stringify(left)}`);
    });
  }

  /** Until what time brought is in the tables: after a death it comes later than its workflow's own time. */
  private async passed(ids: readonly string[], at: number): Promise<void> {
    await insist('what time brought', async () => {
      const rows = await this.states('id = any ($1)', ids);
      const waiting = rows.filter(({ state }) => (this.momentAfter(state) ?? Infinity) <= at);
      if (waiting.length > 0) throw new Error(`${waiting.map(({ state }) => state.id).join(', ')} still wait`);
      for (const { state } of rows) this.note(state);
    });
  }

  /** Asks the core when time brings something next to those that have changed. */
  private async changed(since: number): Promise<void> {
    const rows = await insist('reading complaints', () => this.states('updated_at >= $1', new Date(since - grain)));
    for (const { state } of rows) this.note(state);
  }

  private states(which: string, value: unknown): Promise<{ state: Complaint }[]> {
    return this.house.dataSource.query(`select state from complaints where ${which}`, [value]);
  }

  private note(state: Complaint): void {
    const next = this.momentAfter(state);
    if (next === undefined) this.next.delete(state.id);
    else this.next.set(state.id, next);
  }

  /** Warnings pass on the way. */
  private momentAfter(state: Complaint): number | undefined {
    const { rulebook } = this.library.rulebooks.get(state.rulebook.id) ?? {};
    if (!rulebook) return undefined;
    const calendar = calendarFor(this.library, rulebook);
    return nextMoment(state, { rulebook: { ...rulebook, warnings: [] }, calendar, now: 0 });
  }

  private async nextLook(): Promise<number | undefined> {
    const [row] = await insist('reading looks', () =>
      this.house.dataSource.query<{ next: Date | null }[]>('select min(next) as next from half_year_looks'),
    );
    return row?.next?.getTime();
  }

  private async looksUntil(at: number): Promise<string[]> {
    const rows = await insist('reading looks', () =>
      this.house.dataSource.query<{ paper: string }[]>('select paper from half_year_looks where next <= $1', [
        new Date(at),
      ]),
    );
    return rows.map(({ paper }) => paper);
  }
}
