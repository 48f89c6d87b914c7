import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/module.js';
import { ActsController } from './acts.controller.js';
import { EraseController } from './erase.controller.js';
import { ProofController } from './proof.controller.js';

@Module({ imports: [ComplaintsModule], controllers: [ProofController, ActsController, EraseController] })
export class ProofModule {}
