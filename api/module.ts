import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountModule } from './account/module.js';
import { BacktestsModule } from './backtests/module.js';
import { BatchesModule } from './batches/module.js';
import { BoardModule } from './board/module.js';
import { CalendarsModule } from './calendars/module.js';
import { PublishingModule } from './calendars/publishing.module.js';
import { CodecModule } from './codec/module.js';
import { CommandsModule } from './commands/module.js';
import { ComplaintsModule } from './complaints/module.js';
import { DutyPeriodsModule } from './duty-periods/module.js';
import { EventsModule } from './events/module.js';
import { FilesModule } from './files/module.js';
import { HealthModule } from './health/module.js';
import { InboxModule } from './inbox/module.js';
import { AccessGuard } from './kernel/access.js';
import { ActKeeper } from './kernel/acts.js';
import { ProblemFilter } from './kernel/problem-filter.js';
import { LikeCasesModule } from './like-cases/module.js';
import { NoticesModule } from './notices/module.js';
import { ApiOptions } from './options.js';
import { MattersModule } from './matters/module.js';
import { OrganisationModule } from './organisation/module.js';
import { PapersModule } from './papers/module.js';
import { PeopleModule } from './people/module.js';
import { ProcessesModule } from './processes/module.js';
import { MovesModule } from './moves/module.js';
import { ProofModule } from './proof/module.js';
import { ProjectsModule } from './projects/module.js';
import { PublicModule } from './public/module.js';
import { RehearsalsModule } from './rehearsals/module.js';
import { RightsModule } from './rights/module.js';
import { RulebooksModule } from './rulebooks/module.js';
import { SessionsModule } from './sessions/module.js';
import { StatisticsModule } from './statistics/module.js';
import { StorylinesModule } from './storylines/module.js';
import { TasksModule } from './tasks/module.js';
import { TokensModule } from './tokens/module.js';
import { UsersModule } from './users/module.js';
import { WatchModule } from './watch/module.js';

/** One module for each noun. */
@Global()
@Module({
  imports: [
    SessionsModule,
    AccountModule,
    TokensModule,
    MattersModule,
    LikeCasesModule,
    ComplaintsModule,
    TasksModule,
    CommandsModule,
    RulebooksModule,
    MovesModule,
    ProcessesModule,
    RightsModule,
    CalendarsModule,
    PublishingModule,
    DutyPeriodsModule,
    BatchesModule,
    PapersModule,
    PublicModule,
    ProjectsModule,
    UsersModule,
    OrganisationModule,
    PeopleModule,
    RehearsalsModule,
    StorylinesModule,
    BacktestsModule,
    StatisticsModule,
    BoardModule,
    EventsModule,
    InboxModule,
    NoticesModule,
    ProofModule,
    CodecModule,
    WatchModule,
    FilesModule,
    HealthModule,
  ],
})
export class ApiModule {
  static with(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      providers: [
        { provide: ApiOptions, useValue: options },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: ActKeeper },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [ApiOptions],
    };
  }
}
