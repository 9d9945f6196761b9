import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import {
  addGroupMemberSchema,
  electSchema,
  groupMembershipsSchema,
  groupSchema,
  joinGroupSchema,
  leaveGroupSchema,
  type AddGroupMember,
  type Elect,
  type JoinGroup,
  type LeaveGroup,
} from '../contract/index.js';
import { ChangeGroup } from './change-group.js';
import { ReadGroup } from './read-group.js';

const id = { schema: z.uuid() };

@Controller('api')
export class GroupController {
  constructor(
    private readonly change: ChangeGroup,
    private readonly group: ReadGroup,
  ) {}

  @Get('group-memberships')
  @Permit('cases.group.join')
  @Answers(groupMembershipsSchema)
  async mine(@Who() actor: Actor) {
    return { items: await this.group.mine(actor) };
  }

  @Get('cases/:id/group')
  @Permit('cases.group.read')
  @Answers(groupSchema)
  read(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return this.group.execute(actor, caseId);
  }

  @Post('cases/:id/group/members')
  @Permit('cases.group.lead')
  @Answers(groupSchema, 201)
  async add(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: addGroupMemberSchema }) body: AddGroupMember) {
    await this.change.add(actor, caseId, body);
    return this.group.execute(actor, caseId);
  }

  @Post('cases/:id/group/representatives')
  @Permit('cases.group.lead')
  @Answers(groupSchema, 201)
  async elect(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: electSchema }) body: Elect) {
    await this.change.elect(actor, caseId, body);
    return this.group.execute(actor, caseId);
  }

  @Post('cases/:id/group/me/confirmation')
  @Permit('cases.group.join')
  @Answers(groupMembershipsSchema, 201)
  async join(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: joinGroupSchema }) { code }: JoinGroup) {
    await this.change.join(actor, caseId, code);
    return { items: await this.group.mine(actor) };
  }

  @Post('cases/:id/group/me/departure')
  @Permit('cases.group.join')
  @Answers(groupMembershipsSchema, 201)
  async leave(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: leaveGroupSchema }) { requestId }: LeaveGroup) {
    await this.change.leave(actor, caseId, requestId);
    return { items: await this.group.mine(actor) };
  }
}
