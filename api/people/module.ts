import { Module } from '@nestjs/common';
import { BatchesModule } from '../batches/module.js';
import { MembershipDesk } from './membership-desk.js';
import { MembershipsController } from './memberships.controller.js';
import { PeopleController } from './people.controller.js';
import { PeopleDesk } from './people-desk.js';

@Module({
  imports: [BatchesModule],
  controllers: [PeopleController, MembershipsController],
  providers: [PeopleDesk, MembershipDesk],
})
export class PeopleModule {}
