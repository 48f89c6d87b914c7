import { Module } from '@nestjs/common';
import { DraftsController } from './drafts.controller.js';
import { DraftDesk } from './drafts.js';
import { RulebooksController } from './rulebooks.controller.js';
import { VersionsController } from './versions.controller.js';
import { RulebookVersions } from './versions.js';

@Module({
  controllers: [RulebooksController, VersionsController, DraftsController],
  providers: [RulebookVersions, DraftDesk],
  exports: [RulebookVersions],
})
export class RulebooksModule {}
