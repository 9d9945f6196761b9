import { Controller, Delete, Param, Put } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { DisableStaff } from './disable-staff.js';

@Controller('api/staff/:id/disabled')
@Permit('identity.staff.disable')
export class DisableStaffController {
  constructor(private readonly staff: DisableStaff) {}

  @Put()
  @Answers(z.null(), 204)
  async disable(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    await this.staff.execute(actor, id, true);
    return null;
  }

  @Delete()
  @Answers(z.null(), 204)
  async enable(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    await this.staff.execute(actor, id, false);
    return null;
  }
}
