import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/module.js';
import { ComplaintsModule } from '../complaints/module.js';
import { RulebooksModule } from '../rulebooks/module.js';
import { AheadController } from './ahead.controller.js';
import { RehearsalsController } from './rehearsals.controller.js';

@Module({
  imports: [CalendarsModule, ComplaintsModule, RulebooksModule],
  controllers: [RehearsalsController, AheadController],
})
export class RehearsalsModule {}
