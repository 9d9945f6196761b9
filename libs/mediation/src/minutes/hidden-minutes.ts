import { Injectable } from '@nestjs/common';
import { SetAside } from '@hejie/cases';
import { DataSource, In } from 'typeorm';
import { keyOf, type Party } from '../contract/index.js';
import { MinutesAnswer } from './minutes-answer.entity.js';

/** Minutes that were put before somebody who stood for a respondent by mistake: they tell of a meeting with another firm. */
@Injectable()
export class HiddenMinutes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly aside: SetAside,
  ) {}

  /** Which of these versions a party does not read: of a respondent, what was put before who stood for it. */
  async from(party: Party | null, caseId: string, minutesIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (party?.side !== 'respondent') return new Set();
    const aside = [...(await this.aside.of(caseId))];
    const put = await this.dataSource.getRepository(MinutesAnswer).findBy({ minutesId: In([...minutesIds]), accountId: In(aside), side: keyOf(party) });
    return new Set(put.map((a) => a.minutesId));
  }
}
