import { Module } from '@nestjs/common';
import { RulebooksController } from './rulebooks.controller.js';
import { RulebookVersions } from './versions.js';

@Module({ controllers: [RulebooksController], providers: [RulebookVersions], exports: [RulebookVersions] })
export class RulebooksModule {}
