import { Module } from '@nestjs/common';
import { BatchesModule } from '../batches/module.js';
import { ComplaintsModule } from '../complaints/module.js';
import { Forecaster } from './forecast.js';
import { CalendarsModule } from './module.js';
import { NodeCalendarsController } from './node-calendars.controller.js';
import { NodeCalendars } from './node-calendars.js';
import { PublishingController } from './publishing.controller.js';
import { Publishing } from './publishing.js';

/** Changing calendars, and telling open complaints of it. */
@Module({
  imports: [CalendarsModule, ComplaintsModule, BatchesModule],
  controllers: [PublishingController, NodeCalendarsController],
  providers: [Publishing, NodeCalendars, Forecaster],
})
export class PublishingModule {}
