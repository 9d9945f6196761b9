import { Body, Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { Answers, FileStore, Permit, sendFile, Who, type Actor } from '@hejie/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { askBundleSchema, bundleListSchema, bundleSchema, type AskBundle as Asked } from '../contract/index.js';
import { AskBundle } from './ask-bundle.js';

const id = { schema: z.uuid() };

@Controller('api/cases/:id/bundles')
export class BundleController {
  constructor(
    private readonly bundles: AskBundle,
    private readonly store: FileStore,
  ) {}

  @Post()
  @Permit('cases.evidence.bundle')
  @Answers(bundleSchema, 202)
  ask(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: askBundleSchema }) body: Asked) {
    return this.bundles.ask(actor, caseId, body);
  }

  @Get()
  @Permit('cases.evidence.bundle')
  @Answers(bundleListSchema)
  async list(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return { items: await this.bundles.of(actor, caseId) };
  }

  @Get(':bundleId/file')
  @Permit('cases.evidence.bundle')
  @Answers(z.any())
  async file(@Who() actor: Actor, @Param('id', id) caseId: string, @Param('bundleId', id) bundleId: string, @Headers('range') range: string | undefined, @Res() reply: FastifyReply) {
    sendFile(reply, this.store, await this.bundles.open(actor, caseId, bundleId), range);
  }
}
