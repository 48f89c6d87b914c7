import { Module } from '@nestjs/common';
import { ComplaintEngine } from './complaint-engine.js';

@Module({ providers: [ComplaintEngine], exports: [ComplaintEngine] })
export class EngineModule {}
