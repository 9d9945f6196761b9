import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { listStaffSchema, staffListSchema, staffMemberSchema, type ListStaff } from '../contract/index.js';
import { StaffDirectory } from './staff-directory.js';

@Controller('api/staff')
@Permit('identity.staff.read')
export class ListStaffController {
  constructor(private readonly staff: StaffDirectory) {}

  @Get()
  @Answers(staffListSchema)
  list(@Who() actor: Actor, @Query({ schema: listStaffSchema }) query: ListStaff) {
    return this.staff.list(actor, query);
  }

  @Get(':id')
  @Answers(staffMemberSchema)
  one(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.staff.one(actor, id);
  }
}
