import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/module.js';
import { FilesController } from './files.controller.js';

@Module({ imports: [ComplaintsModule], controllers: [FilesController] })
export class FilesModule {}
