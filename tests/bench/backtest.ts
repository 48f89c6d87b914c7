/** How long a back-test takes by the number of complaints: played by a worker on the engine, from the events in the tables. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { backtestOf, keepBacktest } from '../../database/queries/backtests.js';
import { ofHouse } from '../../domain/rights/sight.js';
import { countLives } from '../../database/queries/lives.js';
import { project } from '../../database/project.js';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { parseRulebook } from '../../documents/rulebooks.js';
import { parseStoryline } from '../../documents/storylines.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { noTotals, type Regime } from '../../domain/rehearsal/backtest.js';
import { perform } from '../../domain/rehearsal/perform.js';
import { compile } from '../../domain/rulebook/compile.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import { backtestWorkflow, backtestWorkflowId, taskQueue } from '../../workflows/messages.js';
import { fill } from './filling.js';
import type { Scene } from './scene.js';
import { figure, type Row } from './table.js';

const folder = join(import.meta.dirname, '../../rulebooks');
const library = readLibrary(folder);
const id = 'WY';

/** A back-test of each size: seconds in all, and milliseconds for each complaint. */
export async function benchBacktest({ engine, dataSource }: Scene, sizes: readonly number[]): Promise<Row[]> {
  const text = readFileSync(join(folder, `${id}.yaml`), 'utf8');
  const [inForce, draft] = [text, changed(text)].map((one) => regimeOf(parseRulebook(one, id)));
  if (!inForce || !draft) throw new Error('no regimes');
  const templates = await storeTemplates(dataSource, inForce);
  const rows: Row[] = [];
  let copied = 0;
  for (const size of sizes) {
    await fill(dataSource, templates, size - templates.length, { from: copied, events: true });
    copied = size - templates.length;
    const backtest = randomUUID();
    const total = await countLives(dataSource, { rulebook: id, sight: ofHouse });
    await keepBacktest(dataSource, {
      ...{ id: backtest, rulebookId: id, version: 1, draftVersion: 2, source: { of: 'complaints' }, total },
      ...{ task: { inForce, draft, sight: ofHouse }, differences: [], totals: noTotals(), unplayable: 0, byUser: 'hq' },
    });
    await engine.workflow.start(backtestWorkflow, {
      workflowId: backtestWorkflowId(backtest),
      taskQueue,
      args: [backtest],
    });
    const { done, milliseconds } = await ended(dataSource, backtest);
    const ours = `${figure(milliseconds / 1_000)} s, ${figure(milliseconds / done)} ms each`;
    rows.push({ what: `back-test of ${done} complaints`, ours });
    console.error(`  ${done}: ${ours}`);
  }
  return rows;
}

/** As the rows tell it: what the engine keeps is encrypted. */
async function ended(dataSource: DataSource, backtest: string): Promise<{ done: number; milliseconds: number }> {
  for (;;) {
    const now = await backtestOf(dataSource, backtest);
    if (!now || now.unplayable > 0) throw new Error(JSON.stringify(now?.totals));
    if (now.endedAt) return { done: now.done, milliseconds: now.endedAt.getTime() - now.startedAt.getTime() };
    await pause(100);
  }
}

function changed(text: string): string {
  const other = text.replace(
    'within: 2 working days, clauses: [WY-4.6.2]',
    'within: 1 working day, clauses: [WY-4.6.2]',
  );
  if (other === text) throw new Error('no such rule');
  return other;
}

function regimeOf(document: RulebookDocument): Regime {
  const rulebook = compile(document);
  return { rulebook, calendar: calendarFor(library, rulebook) };
}

/** One complaint for each storyline of the rulebook, as it went; answers their ids. */
async function storeTemplates(dataSource: DataSource, { rulebook, calendar }: Regime): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, yaml } of library.examples.get(id) ?? []) {
    const storyline = parseStoryline(yaml, name, [id]);
    const { complaint, events, deadlines } = await perform(storyline, new CorePlayer(rulebook, calendar));
    const own = randomUUID();
    await project(dataSource, {
      complaint: { ...complaint, id: own, number: `B-${ids.length}` },
      events,
      deadlines: Object.values(deadlines),
    });
    ids.push(own);
  }
  return ids;
}
