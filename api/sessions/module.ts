import { Module } from '@nestjs/common';
import { LoginDesk } from './login.js';
import { SessionsController } from './sessions.controller.js';

@Module({ controllers: [SessionsController], providers: [LoginDesk] })
export class SessionsModule {}
