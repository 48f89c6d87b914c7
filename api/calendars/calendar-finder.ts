/** Calendars as they hold: what ships, the latest published years, and what the nodes have of their own. */
import { Injectable } from '@nestjs/common';
import {
  latestStamp,
  nodeVersions,
  type NodeVersion,
  type YearVersion,
  yearVersions,
} from '../../database/queries/calendars.js';
import type { Calendar, CalendarYear } from '../../domain/calendar/calendar.js';
import { inForceOn, type NodeCalendar, ownCalendarOf } from '../../domain/calendar/own.js';
import { dateOf, type LocalDate } from '../../domain/calendar/zone.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import { ApiOptions } from '../options.js';

/** All versions as of a stamp. */
interface Snapshot {
  stamp: number;
  years: Map<string, YearVersion>;
  latest: Map<string, Map<string, YearVersion>>;
  nodes: Map<string, NodeVersion[]>;
}

/** Where a complaint is filed. */
export interface Place {
  /** Ids of the project and the nodes above it, the nearest first. */
  path: string[];
  /** Of the latest change, as the database has it now. */
  stamp: number;
  /** Epoch milliseconds. */
  now: number;
}

const remembered = 500;
type Hours = Pick<Rulebook, 'calendar' | 'hours'>;

@Injectable()
export class CalendarFinder {
  private known: Snapshot | undefined;
  // put together of versions, which never change
  private readonly made = new Map<string, Calendar>();

  constructor(private readonly options: ApiOptions) {}

  /** A calendar with its latest years; undefined when there is none of this id. */
  async current(id: string): Promise<Calendar | undefined> {
    const base = this.options.library.calendars.get(id);
    if (!base) return undefined;
    const { latest } = await this.snapshot();
    return { ...base, years: Object.fromEntries([...(latest.get(id) ?? [])].map(([year, one]) => [year, plain(one)])) };
  }

  /** The calendar of a rulebook with its latest years and the rulebook's business hours, wherever nothing was pinned. */
  async ofRulebook(rulebook: Hours): Promise<Calendar> {
    return { ...((await this.current(rulebook.calendar)) ?? this.base(rulebook.calendar)), ...rulebook.hours };
  }

  /** The nodes' own calendars that hold on a date, the nearest first. */
  async nodesOn(path: readonly string[], date: LocalDate): Promise<NodeCalendar[]> {
    return inForce(await this.snapshot(), path, date);
  }

  /** What is pinned to a complaint that is filed now and arrived then (epoch milliseconds). */
  async forFiling(rulebook: Hours, place: Place, arrivedAt: number): Promise<Calendar> {
    const base = this.base(rulebook.calendar);
    const snapshot = await this.snapshot(place.stamp);
    const nodes = inForce(snapshot, place.path, dateOf(place.now, base.zone));
    const years = [...(snapshot.latest.get(base.id)?.values() ?? [])];
    const first = new Date(arrivedAt).getUTCFullYear();
    const kept = years.filter(({ year }) => year >= first && year <= first + 2);
    const part = (all: string[]) => all.join(',');
    const key = `${base.id}:${part(kept.map(nameOfYear))};${part(nodes.map(({ node, version }) => `${node}.${version}`))}`;
    return this.make(rulebook, key, () => ({ years: kept, nodes }));
  }

  /** What was pinned to a complaint, by its key; undefined when the key is another calendar's or of versions unknown here. */
  async byKey(rulebook: Hours, key: string): Promise<Calendar | undefined> {
    const [id, rest = ''] = split(key, ':');
    if (id !== rulebook.calendar) return undefined;
    const [yearNames, nodeNames] = split(rest, ';').map((list) => list.split(',').filter(Boolean));
    for (const snapshot of [this.known, await this.snapshot()]) {
      const years = (yearNames ?? []).map((name) => snapshot?.years.get(`${id} ${name}`));
      const nodes = (nodeNames ?? []).map((name) => nodeOf(snapshot, name));
      if (years.every(isKnown) && nodes.every(isKnown)) return this.make(rulebook, key, () => ({ years, nodes }));
    }
    return undefined;
  }

  /** What ships under an id, at the latest years. Throws when nothing does: rulebooks are checked for that. */
  private base(id: string): Calendar {
    const base = this.options.library.calendars.get(id);
    if (!base) throw new RangeError(`no calendar "${id}"`);
    return base;
  }

  private make(rulebook: Hours, key: string, parts: () => { years: YearVersion[]; nodes: NodeCalendar[] }): Calendar {
    const name = `${key} ${JSON.stringify(rulebook.hours ?? null)}`;
    const known = this.made.get(name);
    if (known) return known;
    const { years, nodes } = parts();
    const own = ownCalendarOf(nodes);
    const calendar: Calendar = {
      ...this.base(rulebook.calendar),
      ...rulebook.hours,
      years: Object.fromEntries(years.map((one) => [String(one.year), plain(one)])),
      key,
      ...(own ? { own } : {}),
    };
    if (this.made.size >= remembered) this.made.clear();
    this.made.set(name, calendar);
    return calendar;
  }

  /** As of a stamp or later; without one, as of now. */
  private async snapshot(stamp?: number): Promise<Snapshot> {
    const { dataSource } = this.options;
    const wanted = stamp ?? (await latestStamp(dataSource));
    if (this.known && this.known.stamp >= wanted) return this.known;
    const [years, nodes] = await Promise.all([yearVersions(dataSource), nodeVersions(dataSource)]);
    const snapshot: Snapshot = { stamp: wanted, years: new Map(), latest: new Map(), nodes: new Map() };
    for (const one of years) {
      snapshot.years.set(`${one.calendar} ${nameOfYear(one)}`, one);
      const latest = snapshot.latest.get(one.calendar) ?? new Map<string, YearVersion>();
      snapshot.latest.set(one.calendar, latest.set(String(one.year), one));
    }
    for (const one of nodes) snapshot.nodes.set(one.node, [...(snapshot.nodes.get(one.node) ?? []), one]);
    this.known = snapshot;
    return snapshot;
  }
}

const plain = ({ version, off, work }: CalendarYear): CalendarYear => ({ version, off, work });
const nameOfYear = ({ year, version }: { year: number; version: number }): string => `${year}.${version}`;
const isKnown = <T>(one: T | undefined): one is T => one !== undefined;

function inForce({ nodes }: Snapshot, path: readonly string[], date: LocalDate): NodeCalendar[] {
  return path.map((node) => inForceOn(nodes.get(node) ?? [], date)).filter(isKnown);
}

function nodeOf(snapshot: Snapshot | undefined, name: string): NodeVersion | undefined {
  const [node = '', version] = split(name, '.', true);
  return snapshot?.nodes.get(node)?.find((one) => String(one.version) === version);
}

function split(text: string, mark: string, last = false): string[] {
  const at = last ? text.lastIndexOf(mark) : text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
