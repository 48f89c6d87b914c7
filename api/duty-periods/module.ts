import { Module } from '@nestjs/common';
import { RulebooksModule } from '../rulebooks/module.js';
import { DutyPeriodsController } from './duty-periods.controller.js';

@Module({ imports: [RulebooksModule], controllers: [DutyPeriodsController] })
export class DutyPeriodsModule {}
