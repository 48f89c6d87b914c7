import { Module } from '@nestjs/common';
import { MatterDesk } from './desk.js';
import { MattersController } from './matters.controller.js';

@Module({ controllers: [MattersController], providers: [MatterDesk] })
export class MattersModule {}
