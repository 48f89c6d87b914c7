import { Module } from '@nestjs/common';
import { RulebooksModule } from '../rulebooks/module.js';
import { RehearsalsController } from './rehearsals.controller.js';

@Module({ imports: [RulebooksModule], controllers: [RehearsalsController] })
export class RehearsalsModule {}
