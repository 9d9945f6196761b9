import { Body, Controller, Param, Put } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { changeRolesSchema, type ChangeRoles as NewRoles } from '../contract/index.js';
import { ChangeRoles } from './change-roles.js';

@Controller('api/staff/:id/roles')
export class ChangeRolesController {
  constructor(private readonly staff: ChangeRoles) {}

  @Put()
  @Permit('identity.staff.change_roles')
  @Answers(z.null(), 204)
  async change(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: changeRolesSchema }) { places }: NewRoles) {
    await this.staff.execute(actor, id, places);
    return null;
  }
}
