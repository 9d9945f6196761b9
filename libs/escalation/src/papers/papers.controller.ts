import { Body, Controller, Get, Headers, Param, Put, Query, Res } from '@nestjs/common';
import { renderDocx, renderPdf } from '@hejie/papers';
import { Answers, FileStore, Permit, sendFile, Who, type Actor } from '@hejie/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { casePapersSchema, fillPapersSchema, paperFormatSchema, paperKindSchema, paperPreviewSchema, type FillPapers, type PaperFormat, type PaperPreview } from '../contract/index.js';
import { WritePapers } from './write-papers.js';

const id = { schema: z.uuid() };
const kind = { schema: paperKindSchema };
type Kind = z.infer<typeof paperKindSchema>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Controller('api/cases/:id/papers')
export class PapersController {
  constructor(
    private readonly papers: WritePapers,
    private readonly store: FileStore,
  ) {}

  @Get()
  @Permit('escalation.paper.read')
  @Answers(casePapersSchema)
  list(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return this.papers.list(actor, caseId);
  }

  @Put('answers')
  @Permit('escalation.paper.fill')
  @Answers(casePapersSchema)
  fill(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: fillPapersSchema }) body: FillPapers) {
    return this.papers.fill(actor, caseId, body);
  }

  @Get(':kind/preview')
  @Permit('escalation.paper.read')
  @Answers(paperPreviewSchema)
  async preview(@Who() actor: Actor, @Param('id', id) caseId: string, @Param('kind', kind) paperKind: Kind) {
    const { paper } = await this.papers.paper(actor, caseId, paperKind, 'preview');
    return { title: paper.title, number: paper.number ?? null, blocks: paper.blocks as unknown as PaperPreview['blocks'] };
  }

  /** What is sealed or final is answered as the file that counts; as Word document, and where there is none yet, it is set now. */
  @Get(':kind')
  @Permit('escalation.paper.read')
  @Answers(z.any())
  async file(@Who() actor: Actor, @Param('id', id) caseId: string, @Param('kind', kind) paperKind: Kind, @Query({ schema: paperFormatSchema }) { format }: PaperFormat, @Headers('range') range: string | undefined, @Res() reply: FastifyReply) {
    const { paper, name, file } = await this.papers.paper(actor, caseId, paperKind, format);
    if (format === 'pdf' && file) return sendFile(reply, this.store, { ...file, mediaType: 'application/pdf' }, range);
    const bytes = format === 'pdf' ? await renderPdf(paper) : await renderDocx(paper);
    void reply
      .type(format === 'pdf' ? 'application/pdf' : DOCX)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(bytes);
  }
}
