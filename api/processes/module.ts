import { Module } from '@nestjs/common';
import { RulebooksModule } from '../rulebooks/module.js';
import { ProcessesController } from './processes.controller.js';

@Module({ imports: [RulebooksModule], controllers: [ProcessesController] })
export class ProcessesModule {}
