import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { candidates } from '../../database/queries/tasks.js';
import { moment } from '../../domain/calendar/zone.js';
import { allowed } from '../../domain/complaint/decide.js';
import type { Deadline } from '../../domain/complaint/deadlines.js';
import { RulesFinder } from '../complaints/rules.js';
import { summaryOf } from '../complaints/views.js';
import { ForReaders, personOf, Who } from '../kernel/access.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { dutiesOf, dutyStatuses } from './duties.js';

const looked = 200;

@Controller('api/tasks')
@ForReaders()
export class TasksController {
  constructor(
    private readonly options: ApiOptions,
    private readonly rules: RulesFinder,
  ) {}

  @Get()
  @Described({ id: 'listTasks', summary: 'What waits for me, by what is due first', answers: { 200: 'TaskList' } })
  async mine(@Who() viewer: Viewer) {
    const found = await candidates(this.options.dataSource, {
      projects: viewer.projects,
      statuses: dutyStatuses,
      // a handler's work is what was dispatched to them
      ...(viewer.roles.every((role) => role === 'handler') ? { handler: viewer.user } : {}),
      limit: looked,
    });
    const items = await Promise.all(
      found.map(async ({ state, deadlines, ...row }) => {
        const rules = await this.rules.of(state);
        const may = rules ? allowed(state, personOf(viewer), { ...rules, now: Date.now() }) : [];
        const due = mostPressing(deadlines);
        return {
          complaint: summaryOf(row),
          commands: dutiesOf(state, may),
          ...(due ? { due: dueOf(due, row.zone) } : {}),
        };
      }),
    );
    return { items: items.filter(({ commands }) => commands.length > 0) };
  }
}

/** The earliest that is not met, missed or not. */
function mostPressing(deadlines: Deadline[]): Deadline | undefined {
  const unmet = deadlines.filter(
    ({ state, metAt, due }) => due && (state === 'open' || (state === 'missed' && !metAt)),
  );
  return unmet.sort((a, b) => Date.parse(a.due ?? '') - Date.parse(b.due ?? ''))[0];
}

const dueOf = ({ clock, due, clauses, state }: Deadline, zone: string) => ({
  clock,
  due: moment(Date.parse(due ?? ''), zone),
  clauses,
  ...(state === 'missed' ? { missed: true as const } : {}),
});
