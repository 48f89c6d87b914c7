import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { RulebooksModule } from '../rulebooks/module.js';
import { RightsController } from './rights.controller.js';
import { Routes } from './routes.js';

@Module({ imports: [DiscoveryModule, RulebooksModule], controllers: [RightsController], providers: [Routes] })
export class RightsModule {}
