import { Module } from '@nestjs/common';
import { MatterDesk } from './desk.js';
import { MattersController } from './matters.controller.js';
import { WaitingMatchesController } from './waiting.controller.js';

@Module({ controllers: [MattersController, WaitingMatchesController], providers: [MatterDesk] })
export class MattersModule {}
