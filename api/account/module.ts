import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/module.js';
import { AccountController } from './account.controller.js';
import { OwnPasswords } from './own-password.js';
import { SecondFactorController } from './second-factor.controller.js';

@Module({
  imports: [SessionsModule],
  controllers: [AccountController, SecondFactorController],
  providers: [OwnPasswords],
})
export class AccountModule {}
