/** A half year of a whole group on the real engine and database, in less than an hour: lived through, then held against what was owed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../cli/paths.js';
import { readLibrary } from '../../documents/library.js';
import { atTime, dateOf, day, plusDays, weekday } from '../../domain/calendar/zone.js';
import { Agenda } from './agenda.js';
import { type Findings, findings } from './checks.js';
import { type Deeds, planStory } from './complainants.js';
import { seeded } from '../support/seeded.js';
import { openHouse } from './house.js';
import { Officials } from './officials.js';
import { enterNodes, nodesOf } from './organisation.js';
import { owedPapers } from './owed-duties.js';
import { Rounds } from './rounds.js';
import { type Death, Season } from './season.js';
import { tellStories } from './story.js';

export interface HalfYear {
  complaints: number;
  weeks: number;
  deaths: number;
  seed: number;
  /** Where the data are; a folder of its own unless told, which goes when all is well. */
  folder?: string;
}

export interface Outcome extends Findings {
  asked: HalfYear;
  from: number;
  to: number;
  rulebooks: number;
  schedules: number;
  deeds: Deeds;
  /** Steps taken with papers. */
  steps: number;
  killed: Death[];
  stops: number;
  /** Of this machine. */
  seconds: number;
}

const zone = 'Asia/Shanghai';

export async function rehearseHalfYear(asked: HalfYear, told: (words: string) => void): Promise<Outcome> {
  const began = Date.now();
  const { complaints, weeks, seed } = asked;
  const random = seeded(seed);
  const today = dateOf(began, zone);
  const from = atTime(plusDays(today, 8 - weekday(today)), '00:00', zone);
  const to = from + weeks * 7 * day;
  const library = readLibrary(join(projectFolder, 'rulebooks'));
  const nodes = nodesOf([...library.rulebooks.keys()]);
  const owed = owedPapers(library, nodes, from, to);
  const story = tellStories(library, nodes, { complaints, weeks, start: from, random });
  const folder = asked.folder ?? (await mkdtemp(join(tmpdir(), 'huiyin-half-year-')));
  const house = await openHouse(folder, from);
  let isWell = false;
  try {
    await enterNodes(house.dataSource, nodes);
    await house.open();
    const agenda = new Agenda();
    const deeds = planStory(house, library, story, agenda, to);
    const rounds = new Rounds(house.client, from);
    const schedules = await rounds.made(owed);
    for (const { node, duty, at } of owed)
      agenda.add({ at, lane: `${node} ${duty}`, run: () => rounds.fire(node, duty, house.clock.now(), [at]) });
    const officials = new Officials(house, agenda, random);
    const season = new Season(house, library, agenda, officials, random);
    const deaths = Array.from(
      { length: asked.deaths },
      (_, i) => from + ((i + 0.2 + 0.6 * random()) / asked.deaths) * (to - from),
    );
    let week = -1;
    await season.live(to, deaths, (at) => {
      const now = Math.floor((at - from) / (7 * day));
      if (now === week) return;
      week = now;
      told(`week ${now + 1} of ${weeks} after ${Math.round((Date.now() - began) / 1000)} s, ${season.stops} stops\n`);
    });
    const found = await findings(house.dataSource, owed, { from, to, wall: [began, Date.now()] });
    isWell = found.faults.length === 0;
    return {
      ...found,
      ...{ asked, from, to, schedules, deeds, steps: officials.taken, killed: season.deaths, stops: season.stops },
      rulebooks: new Set(story.map(({ storyline }) => storyline.rulebook)).size,
      seconds: (Date.now() - began) / 1000,
    };
  } finally {
    await house.stop();
    if (isWell && !asked.folder) await rm(folder, { recursive: true, force: true });
    else told(`the data are in ${folder}\n`);
  }
}
