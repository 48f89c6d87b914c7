import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/module.js';
import { RulebooksModule } from '../rulebooks/module.js';
import { AheadController } from './ahead.controller.js';
import { RehearsalsController } from './rehearsals.controller.js';

@Module({ imports: [ComplaintsModule, RulebooksModule], controllers: [RehearsalsController, AheadController] })
export class RehearsalsModule {}
