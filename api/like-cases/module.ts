import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/module.js';
import { LikeCasesController } from './like-cases.controller.js';

@Module({ imports: [ComplaintsModule], controllers: [LikeCasesController] })
export class LikeCasesModule {}
