import { Module } from '@nestjs/common';
import { BatchesModule } from '../batches/module.js';
import { AccountCareController } from './account-care.controller.js';
import { AccountCare } from './account-care.js';
import { MembershipDesk } from './membership-desk.js';
import { MembershipsController } from './memberships.controller.js';
import { PeopleController } from './people.controller.js';
import { PeopleDesk } from './people-desk.js';

@Module({
  imports: [BatchesModule],
  controllers: [PeopleController, MembershipsController, AccountCareController],
  providers: [PeopleDesk, MembershipDesk, AccountCare],
})
export class PeopleModule {}
