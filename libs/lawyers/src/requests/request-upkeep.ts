import { Injectable } from '@nestjs/common';
import { caseMoved } from '@hejie/cases/contract';
import { Clock, OnEvent, OnSchedule } from '@hejie/platform';
import { DataSource, IsNull } from 'typeorm';
import { AnswerRequest } from './answer-request.js';
import { LawyerRequest } from './lawyer-request.entity.js';

@Injectable()
export class RequestUpkeep {
  constructor(
    private readonly answers: AnswerRequest,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @OnSchedule({ name: 'lawyers.expire-requests', every: 30_000 })
  async expire(): Promise<void> {
    await this.answers.expireOverdue();
  }

  /** A case that is over no longer counts as load, and a request still open for it is void. */
  @OnEvent(caseMoved, 'lawyers.end-with-case')
  async end({ caseId, to }: { caseId: string; to: string }): Promise<void> {
    if (to !== 'closed' && to !== 'withdrawn') return;
    const requests = this.dataSource.getRepository(LawyerRequest);
    await requests.update({ caseId, status: 'accepted', endedAt: IsNull() }, { endedAt: this.clock.now() });
    await requests.update({ caseId, status: 'open' }, { status: 'cancelled', answeredAt: this.clock.now() });
  }
}
