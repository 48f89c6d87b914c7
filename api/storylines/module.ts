import { Module } from '@nestjs/common';
import { StorylinesController } from './storylines.controller.js';

@Module({ controllers: [StorylinesController] })
export class StorylinesModule {}
