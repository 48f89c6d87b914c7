import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/module.js';
import { EngineModule } from '../engine/module.js';
import { RulebooksModule } from '../rulebooks/module.js';
import { BacktestDesk } from './backtest-desk.js';
import { BacktestsController } from './backtests.controller.js';

@Module({
  imports: [CalendarsModule, EngineModule, RulebooksModule],
  controllers: [BacktestsController],
  providers: [BacktestDesk],
})
export class BacktestsModule {}
