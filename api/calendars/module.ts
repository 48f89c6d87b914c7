import { Module } from '@nestjs/common';
import { CalendarFinder } from './calendar-finder.js';
import { CalendarsController } from './calendars.controller.js';

@Module({ controllers: [CalendarsController], providers: [CalendarFinder], exports: [CalendarFinder] })
export class CalendarsModule {}
