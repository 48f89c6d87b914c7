/** Starting back-tests: everything that the playing needs is pinned, then the workflow plays. */
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { BacktestTask } from '../../database/entities/backtest.js';
import type { Viewer } from '../../database/queries/access.js';
import { backtestOf, keepBacktest } from '../../database/queries/backtests.js';
import { countLives } from '../../database/queries/lives.js';
import { versionDocument } from '../../database/queries/rulebooks.js';
import { storylinesFor } from '../../database/queries/storylines.js';
import { differences } from '../../documents/differences.js';
import { DocumentError } from '../../documents/problem.js';
import { parseStoryline } from '../../documents/storylines.js';
import { noTotals } from '../../domain/rehearsal/backtest.js';
import type { Storyline } from '../../domain/rehearsal/storyline.js';
import { compile } from '../../domain/rulebook/compile.js';
import type { Sight } from '../../domain/rights/sight.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import { backtestWorkflow, backtestWorkflowId } from '../../workflows/messages.js';
import { ComplaintEngine } from '../engine/complaint-engine.js';
import { idFrom } from '../kernel/digest.js';
import { forbidden, invalid, notFound } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { CalendarFinder } from '../calendars/calendar-finder.js';
import { RulebookVersions } from '../rulebooks/versions.js';
import type { BacktestInput } from './backtest-input.js';
import { type BacktestView, viewOf } from './backtest-view.js';

const mostSaved = 1000;

interface Named {
  name: string;
  yaml: string;
}

@Injectable()
export class BacktestDesk {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
    private readonly versions: RulebookVersions,
    private readonly calendars: CalendarFinder,
  ) {}

  /** Plays a version over what was; the same viewer with the same key starts it once. */
  async start(
    viewer: Viewer,
    { rulebook, version }: { rulebook: string; version: number },
    input: BacktestInput,
    key: string,
  ): Promise<BacktestView> {
    const { dataSource, client, taskQueue } = this.options;
    const id = idFrom('backtest', viewer.user, key);
    if (!(await backtestOf(dataSource, id))) await this.keep(id, viewer, { rulebook, version }, input);
    const workflowId = backtestWorkflowId(id);
    await this.engine
      .patiently(() =>
        client.workflow.start(backtestWorkflow, {
          workflowId,
          taskQueue,
          args: [id],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
    return this.view(id);
  }

  async view(id: string): Promise<BacktestView> {
    const found = await backtestOf(this.options.dataSource, id);
    if (!found) throw notFound();
    return viewOf(found);
  }

  private async keep(
    id: string,
    viewer: Viewer,
    { rulebook, version }: { rulebook: string; version: number },
    input: BacktestInput,
  ): Promise<void> {
    const { dataSource } = this.options;
    const draft = await versionDocument(dataSource, rulebook, version);
    if (!draft) throw notFound();
    const inForce = await this.versions.inForce(rulebook);
    if (!draft.document) throw invalid({ path: 'version', message: 'has mistakes: mend them first' });
    if (!inForce) throw invalid({ path: 'rulebook', message: 'has no version in force to compare with' });
    const compiled = compile(draft.document);
    const chosen = await this.chosen(viewer, rulebook, input);
    const task: BacktestTask = {
      inForce: await this.regime(inForce.rulebook),
      draft: await this.regime(compiled),
      sight: chosen.sight,
      ...(chosen.storylines ? { storylines: chosen.storylines } : {}),
    };
    const { total, unplayable } = chosen;
    await keepBacktest(dataSource, {
      ...{ id, task, total, unplayable, source: { ...input }, byUser: viewer.user, totals: noTotals() },
      ...{ rulebookId: rulebook, version: inForce.document.version, draftVersion: version },
      differences: differences(inForce.document, draft.document),
    });
  }

  private async regime(rulebook: Rulebook) {
    return { rulebook, calendar: await this.calendars.ofRulebook(rulebook) };
  }

  /** What is played, and how many they are. */
  private async chosen(viewer: Viewer, rulebook: string, { of, project, from, to }: BacktestInput) {
    const { dataSource, library } = this.options;
    if (of !== 'complaints') {
      const named = of === 'library' ? (library.examples.get(rulebook) ?? []) : await this.saved(viewer, rulebook);
      const { storylines, unplayable } = readAll(named, rulebook);
      const { user, keys, projects } = viewer;
      return { sight: { user, keys, projects }, storylines, total: storylines.length, unplayable };
    }
    if (project && viewer.projects && !viewer.projects.includes(project)) throw forbidden();
    const { user, keys, projects } = viewer;
    const sight: Sight = { user, keys, projects: project ? [project] : projects };
    const total = await countLives(dataSource, {
      rulebook,
      sight,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    });
    return { sight, total, unplayable: 0 };
  }

  private saved({ user }: Viewer, rulebook: string): Promise<Named[]> {
    return storylinesFor(this.options.dataSource, user, { rulebook, limit: mostSaved });
  }
}

/** Those that can be read; a saved one may have been written for a rulebook that has changed since. */
function readAll(named: Named[], rulebook: string) {
  const storylines: { name: string; storyline: Storyline }[] = [];
  let unplayable = 0;
  for (const { name, yaml } of named) {
    try {
      storylines.push({ name, storyline: parseStoryline(yaml, name, [rulebook]) });
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      unplayable++;
    }
  }
  return { storylines, unplayable };
}
