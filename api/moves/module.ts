import { Module } from '@nestjs/common';
import { BatchesModule } from '../batches/module.js';
import { ComplaintsModule } from '../complaints/module.js';
import { MovesController } from './moves.controller.js';
import { MoveDesk } from './moves.js';

@Module({ imports: [BatchesModule, ComplaintsModule], controllers: [MovesController], providers: [MoveDesk] })
export class MovesModule {}
