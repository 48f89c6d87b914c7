import { Module } from '@nestjs/common';
import { PaperDesk } from './desk.js';
import { PaperEngine } from './engine.js';
import { BulletinsController, DutiesController } from './family-controllers.js';
import { PapersController } from './papers.controller.js';

@Module({
  controllers: [BulletinsController, DutiesController, PapersController],
  providers: [PaperDesk, PaperEngine],
  exports: [PaperDesk],
})
export class PapersModule {}
