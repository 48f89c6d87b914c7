import { Module } from '@nestjs/common';
import { CommandListController } from './commands.controller.js';

@Module({ controllers: [CommandListController] })
export class CommandsModule {}
