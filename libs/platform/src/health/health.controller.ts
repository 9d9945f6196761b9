import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Public } from '../access/permit.js';
import { refusePlatform } from '../context/platform-refusals.js';
import { Answers } from '../http/answers.js';

const healthSchema = z.object({ status: z.literal('ok') });

@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process runs. */
  @Get('live')
  @Answers(healthSchema)
  live() {
    return { status: 'ok' };
  }

  /** The process can serve: its database answers. */
  @Get('ready')
  @Answers(healthSchema)
  async ready() {
    try {
      await this.dataSource.query('select 1');
    } catch {
      throw refusePlatform('UNAVAILABLE');
    }
    return { status: 'ok' };
  }
}
