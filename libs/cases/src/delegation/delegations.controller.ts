import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { delegateSchema, delegationsSchema, fitDelegatesSchema, revokeDelegationSchema, type Delegate, type RevokeDelegation } from '../contract/index.js';
import { Delegations } from './delegations.js';
import { FitDelegates } from './fit-delegates.js';

const id = { schema: z.uuid() };

@Controller('api/cases/:id/delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: Delegations,
    private readonly fit: FitDelegates,
  ) {}

  @Get()
  @Permit('cases.delegation.read')
  @Answers(delegationsSchema)
  async list(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return { items: await this.delegations.list(actor, caseId) };
  }

  @Get('fit')
  @Permit('cases.delegation.grant')
  @Answers(fitDelegatesSchema)
  listFit(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return this.fit.list(actor, caseId);
  }

  @Post()
  @Permit('cases.delegation.grant')
  @Answers(delegationsSchema, 201)
  async grant(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: delegateSchema }) body: Delegate) {
    await this.delegations.grant(actor, caseId, body);
    return { items: await this.delegations.list(actor, caseId) };
  }

  @Post('revocation')
  @Permit('cases.delegation.grant')
  @Answers(delegationsSchema, 201)
  async revoke(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: revokeDelegationSchema }) { delegationId }: RevokeDelegation) {
    await this.delegations.revoke(actor, caseId, delegationId);
    return { items: await this.delegations.list(actor, caseId) };
  }
}
