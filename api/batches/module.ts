import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/module.js';
import { BatchDesk } from './batch-desk.js';
import { BatchesController } from './batches.controller.js';
import { WriteOffUndoing } from './write-off-undoing.js';

@Module({
  imports: [EngineModule],
  controllers: [BatchesController],
  providers: [BatchDesk, WriteOffUndoing],
  exports: [BatchDesk],
})
export class BatchesModule {}
