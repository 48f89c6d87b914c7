import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/module.js';
import { BatchDesk } from './batch-desk.js';
import { BatchesController } from './batches.controller.js';

@Module({ imports: [EngineModule], controllers: [BatchesController], providers: [BatchDesk], exports: [BatchDesk] })
export class BatchesModule {}
