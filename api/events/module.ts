import { Module } from '@nestjs/common';
import { EventsController } from './events.controller.js';
import { ChangeStream } from './stream.js';

@Module({ controllers: [EventsController], providers: [ChangeStream] })
export class EventsModule {}
