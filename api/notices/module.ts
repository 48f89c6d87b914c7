import { Module } from '@nestjs/common';
import { ChannelsController } from './channels.controller.js';
import { PreferencesController } from './preferences.controller.js';
import { UndeliveredController } from './undelivered.controller.js';

/** How people and channels are told. */
@Module({ controllers: [PreferencesController, ChannelsController, UndeliveredController] })
export class NoticesModule {}
