import { Module } from '@nestjs/common';
import { DraftsController } from './drafts.controller.js';
import { DraftDesk } from './drafts.js';
import { MovesController } from './moves.controller.js';
import { MoveDesk } from './moves.js';
import { RulebooksController } from './rulebooks.controller.js';
import { VersionsController } from './versions.controller.js';
import { RulebookVersions } from './versions.js';

@Module({
  controllers: [RulebooksController, VersionsController, DraftsController, MovesController],
  providers: [RulebookVersions, DraftDesk, MoveDesk],
  exports: [RulebookVersions],
})
export class RulebooksModule {}
