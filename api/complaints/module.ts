import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/module.js';
import { EngineModule } from '../engine/module.js';
import { RulebooksModule } from '../rulebooks/module.js';
import { CommandsController } from './commands.controller.js';
import { ComplaintsController } from './complaints.controller.js';
import { ComplaintFileController } from './file.controller.js';
import { FilingController } from './filing.controller.js';
import { FilingDesk } from './filing.js';
import { CommandDesk } from './giving.js';
import { HistoryReader } from './history.js';
import { LooksController } from './looks.controller.js';
import { ComplaintReader } from './reader.js';
import { RulesFinder } from './rules.js';
import { SignalsController } from './signals.controller.js';

@Module({
  imports: [EngineModule, CalendarsModule, RulebooksModule],
  controllers: [
    ComplaintsController,
    FilingController,
    CommandsController,
    SignalsController,
    ComplaintFileController,
    LooksController,
  ],
  providers: [ComplaintReader, FilingDesk, CommandDesk, HistoryReader, RulesFinder],
  exports: [ComplaintReader, RulesFinder],
})
export class ComplaintsModule {}
