import { Module } from '@nestjs/common';
import { PublicAddressesController } from './addresses.controller.js';
import { PublicController } from './public.controller.js';
import { PublicReading } from './reading.js';

@Module({ controllers: [PublicController, PublicAddressesController], providers: [PublicReading] })
export class PublicModule {}
