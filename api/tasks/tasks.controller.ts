import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { candidates } from '../../database/queries/tasks.js';
import { instant } from '../../domain/calendar/zone.js';
import { personAt } from '../../domain/organisation/viewer.js';
import { allowed } from '../../domain/complaint/decide.js';
import { isSuspended } from '../../domain/complaint/deadlines.js';
import type { ClockState, Complaint } from '../../domain/complaint/state.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { RulesFinder } from '../complaints/rules.js';
import { summaryOf } from '../complaints/views.js';
import { ForReaders, Who } from '../kernel/access.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { dutiesOf, dutyStatuses } from './duties.js';

const looked = 100;

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
    const mine = [viewer.user, ...viewer.memberships.flatMap(({ standsInFor }) => standsInFor ?? [])];
    const found = await candidates(this.options.dataSource, {
      sight: viewer,
      statuses: dutyStatuses,
      // a handler's work is what was dispatched to them
      ...(handlesOnly(viewer.roles) ? { handlers: mine } : {}),
      limit: looked,
    });
    const items = await Promise.all(
      found.map(async ({ state, ...row }) => {
        const person = personAt(viewer, state.project);
        const roles = [person, ...(person.standsInFor ?? [])].flatMap((one) => one.roles);
        const isTheirs = !handlesOnly(roles) || mine.includes(state.handler ?? '');
        const rules = isTheirs && (await this.rules.of(state));
        const may = rules ? allowed(state, person, { ...rules, now: Date.now() }) : [];
        const due = mostPressing(state);
        return {
          complaint: summaryOf(row, viewer),
          commands: dutiesOf(state, may),
          ...(due ? { due } : {}),
        };
      }),
    );
    return { items: items.filter(({ commands }) => commands.length > 0) };
  }
}

const handlesOnly = (roles: Role[]): boolean => roles.every((role) => role === 'handler');

/** The earliest that is not met, missed or not; what stands still waits for nobody. */
function mostPressing(complaint: Complaint) {
  let pressing: [string, ClockState] | undefined;
  for (const [name, clock] of Object.entries(complaint.clocks)) {
    const isUnmet =
      clock.state === 'open' ? !isSuspended(name, clock, complaint) : clock.state === 'missed' && !clock.metAt;
    if (isUnmet && (!pressing || instant(clock.due) < instant(pressing[1].due))) pressing = [name, clock];
  }
  if (!pressing) return undefined;
  const [clock, { due, clauses, state }] = pressing;
  return { clock, due, clauses, ...(state === 'missed' ? { missed: true as const } : {}) };
}
