import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/module.js';
import { CodecController } from './codec.controller.js';
import { CodecDesk } from './codec-desk.js';

@Module({ imports: [ComplaintsModule], controllers: [CodecController], providers: [CodecDesk] })
export class CodecModule {}
