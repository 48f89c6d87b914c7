import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/module.js';
import { TasksController } from './tasks.controller.js';

@Module({ imports: [ComplaintsModule], controllers: [TasksController] })
export class TasksModule {}
