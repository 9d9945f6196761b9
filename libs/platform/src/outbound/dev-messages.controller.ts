import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Public } from '../access/permit.js';
import { isoInstant } from '../contract/index.js';
import { Config } from '../config/config.js';
import { notFound } from '../context/platform-refusals.js';
import { Answers } from '../http/answers.js';
import { SentMessage } from './sent-message.entity.js';

const devMessagesSchema = z.object({
  items: z.array(z.object({ channel: z.string(), recipient: z.string(), body: z.string(), sentAt: isoInstant })),
});

/** The last messages of the development gateway; with DEV_TOOLS off the page does not exist. */
@Controller('api/dev/messages')
@Public()
export class DevMessagesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  @Get()
  @Answers(devMessagesSchema)
  async list() {
    if (!this.config.devTools) throw notFound();
    const rows = await this.dataSource.getRepository(SentMessage).find({ order: { sentAt: 'DESC' }, take: 50 });
    return { items: rows.map((r) => ({ ...r, sentAt: r.sentAt.toISOString() })) };
  }
}
