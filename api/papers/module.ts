import { Module } from '@nestjs/common';
import { PaperDesk } from './desk.js';
import { PaperEngine } from './engine.js';
import { BulletinsController, DutiesController } from './family-controllers.js';
import { BulletinFilesController, DutyFilesController, PaperFiles } from './files.controller.js';
import { PapersController } from './papers.controller.js';

@Module({
  controllers: [BulletinFilesController, DutyFilesController, BulletinsController, DutiesController, PapersController],
  providers: [PaperDesk, PaperEngine, PaperFiles],
  exports: [PaperDesk],
})
export class PapersModule {}
