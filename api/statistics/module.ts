import { Module } from '@nestjs/common';
import { RulebooksModule } from '../rulebooks/module.js';
import { ServiceController } from './service.controller.js';
import { StatisticsController } from './statistics.controller.js';

@Module({ imports: [RulebooksModule], controllers: [StatisticsController, ServiceController] })
export class StatisticsModule {}
