import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/module.js';
import { WatchController } from './watch.controller.js';
import { EngineWatch } from './workflows.js';

@Module({ imports: [EngineModule], controllers: [WatchController], providers: [EngineWatch] })
export class WatchModule {}
