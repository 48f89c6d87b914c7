import { Module } from '@nestjs/common';
import { AccessController } from './access.controller.js';
import { NodeDesk } from './node-desk.js';
import { NodesController } from './nodes.controller.js';
import { SheetDesk } from './sheet-desk.js';
import { SheetsController } from './sheets.controller.js';

@Module({ controllers: [NodesController, AccessController, SheetsController], providers: [NodeDesk, SheetDesk] })
export class OrganisationModule {}
