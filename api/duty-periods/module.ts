import { Module } from '@nestjs/common';
import { RulebooksModule } from '../rulebooks/module.js';
import { CalendarsModule } from '../calendars/module.js';
import { DutyPeriodsController } from './duty-periods.controller.js';

@Module({ imports: [CalendarsModule, RulebooksModule], controllers: [DutyPeriodsController] })
export class DutyPeriodsModule {}
