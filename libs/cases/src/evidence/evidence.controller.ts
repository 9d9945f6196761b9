import { Body, Controller, Delete, Get, Headers, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { Answers, FileStore, Permit, receiveFile, sendFile, Who, type Actor } from '@hejie/platform';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BindEvidence } from '../bind-evidence/bind-evidence.js';
import {
  bindEvidenceSchema,
  checklistSchema,
  custodySchema,
  evidenceFieldsSchema,
  evidenceListSchema,
  evidenceSchema,
  shareEvidenceSchema,
  takeUploadSchema,
  type BindEvidence as Binding,
  type ShareEvidence,
  type TakeUpload,
} from '../contract/index.js';
import { Custody } from '../custody/custody.js';
import { EvidenceChecklist } from '../evidence-checklist/evidence-checklist.js';
import { Uploads } from '../uploads/uploads.js';
import { EvidenceLimit } from './evidence-limit.js';
import { Evidence } from './evidence.js';

@Controller('api/cases/:id/evidence')
export class EvidenceController {
  constructor(
    private readonly evidence: Evidence,
    private readonly store: FileStore,
    private readonly limit: EvidenceLimit,
    private readonly uploads: Uploads,
    private readonly binding: BindEvidence,
    private readonly checklist: EvidenceChecklist,
    private readonly custody: Custody,
  ) {}

  @Get()
  @Permit('cases.case.read')
  @Answers(evidenceListSchema)
  async list(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return { items: await this.evidence.list(actor, id) };
  }

  @Get('checklist')
  @Permit('cases.case.read')
  @Answers(checklistSchema)
  needed(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.checklist.read(actor, id);
  }

  @Get('custody')
  @Permit('cases.case.read')
  @Answers(custodySchema)
  trail(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.custody.read(actor, id);
  }

  /** Relation and limits are asked before a byte is taken in. */
  @Post()
  @Permit('cases.evidence.add')
  @ApiConsumes('multipart/form-data')
  @Answers(evidenceSchema, 201)
  async add(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Req() request: FastifyRequest) {
    await this.limit.check(actor, id);
    return this.evidence.add(actor, id, await receiveFile(request, this.store, evidenceFieldsSchema));
  }

  @Post('uploaded')
  @Permit('cases.evidence.add')
  @Answers(evidenceSchema, 201)
  take(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: takeUploadSchema }) body: TakeUpload) {
    return this.uploads.take(actor, id, body);
  }

  @Get(':evidenceId/file')
  @Permit('cases.case.read')
  @Answers(z.any())
  async file(
    @Who() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('evidenceId', { schema: z.uuid() }) evidenceId: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, this.store, await this.evidence.open(actor, id, evidenceId, range !== undefined), range);
  }

  @Put(':evidenceId/binding')
  @Permit('cases.evidence.add')
  @Answers(evidenceSchema)
  bind(
    @Who() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('evidenceId', { schema: z.uuid() }) evidenceId: string,
    @Body({ schema: bindEvidenceSchema }) body: Binding,
  ) {
    return this.binding.execute(actor, id, evidenceId, body);
  }

  @Patch(':evidenceId')
  @Permit('cases.evidence.add')
  @Answers(evidenceSchema)
  share(
    @Who() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('evidenceId', { schema: z.uuid() }) evidenceId: string,
    @Body({ schema: shareEvidenceSchema }) _body: ShareEvidence,
  ) {
    return this.evidence.share(actor, id, evidenceId);
  }

  @Delete(':evidenceId')
  @Permit('cases.evidence.add')
  @Answers(z.null(), 204)
  async remove(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Param('evidenceId', { schema: z.uuid() }) evidenceId: string) {
    await this.evidence.remove(actor, id, evidenceId);
    return null;
  }
}
