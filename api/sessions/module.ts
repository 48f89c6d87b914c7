import { Module } from '@nestjs/common';
import { Attempts } from './attempts.js';
import { LoginDesk } from './login.js';
import { OidcController } from './oidc.controller.js';
import { SessionOpening } from './opening.js';
import { IdentityProvider } from './provider.js';
import { SecondFactors } from './second-factor.js';
import { SignInActs } from './sign-in-acts.js';
import { SessionsController } from './sessions.controller.js';

@Module({
  controllers: [SessionsController, OidcController],
  providers: [Attempts, SignInActs, LoginDesk, SessionOpening, SecondFactors, IdentityProvider],
  exports: [Attempts, SecondFactors, SignInActs],
})
export class SessionsModule {}
