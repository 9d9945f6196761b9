import { Injectable } from '@nestjs/common';
import { usccSchema } from '@hejie/cases/contract';
import { fieldOf, isIdNumber, type FieldId } from '@hejie/papers';
import { Clock, UnitOfWork, Vault, type Actor } from '@hejie/platform';
import { isoDate } from '@hejie/platform/contract';
import { DataSource } from 'typeorm';
import type { FillPapers, PaperSide } from '../contract/index.js';
import { refuse } from '../escalation.refusals.js';
import { PaperAnswers } from './paper-answers.entity.js';

export type Answers = Readonly<Record<string, string>>;

const SHORT = 200;

/** What people filled in for the papers of a case: kept sealed, one set for each side. */
@Injectable()
export class KeepAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The asker has checked who may see this side's. @param of the respondent it is of; without it, of the employer's side, the employer */
  async unsafeOf(caseId: string, side: PaperSide, of: string | null = null): Promise<{ version: number; answers: Answers }> {
    const row = await this.dataSource.getRepository(PaperAnswers).findOneBy({ caseId, side: keptAs(side, of) });
    return { version: row?.version ?? 0, answers: row ? this.open(row.answersSealed) : {} };
  }

  /** What each of these respondents said of itself, under its key as the case has it; who acts for the first of them is named alone. The asker has checked who may see it. */
  async unsafeOfSigners(caseId: string, signers: readonly string[]): Promise<Answers> {
    const told: Record<string, string> = {};
    for (const [n, key] of signers.entries()) {
      const { answers } = await this.unsafeOf(caseId, 'respondent', key === 'respondent' ? null : key);
      for (const [id, value] of Object.entries(answers)) {
        if (id.startsWith('employer.')) told[key === 'respondent' ? id : `${id}#${key}`] = value;
        else if (n === 0) told[id] = value;
      }
    }
    return told;
  }

  /** All or nothing. @param allowed fields this side may fill in now @throws PAPER_FIELD_UNFIT, PAPER_ANSWERS_STALE */
  async save(actor: Actor, caseId: string, { side, expectedVersion, answers }: FillPapers, allowed: ReadonlySet<string>, of: string | null = null): Promise<void> {
    const whose = keptAs(side, of);
    for (const [id, value] of Object.entries(answers)) {
      if (!allowed.has(id) || (value && !fits(id as FieldId, value))) throw refuse('PAPER_FIELD_UNFIT', { params: { field: allowed.has(id) ? fieldOf(id as FieldId).label.zh : '—' }, extra: { field: id } });
    }
    await this.work.serialised(`paper-answers:${caseId}:${whose}`, async (tx) => {
      const row = await tx.findOneBy(PaperAnswers, { caseId, side: whose });
      if ((row?.version ?? 0) !== expectedVersion) throw refuse('PAPER_ANSWERS_STALE');
      const kept = Object.entries({ ...(row ? this.open(row.answersSealed) : {}), ...answers }).filter(([, value]) => value);
      await tx.upsert(PaperAnswers, { caseId, side: whose, version: expectedVersion + 1, answersSealed: this.vault.seal('paper.answers', JSON.stringify(Object.fromEntries(kept))), updatedBy: actor.accountId, updatedAt: this.clock.now() }, ['caseId', 'side']);
    });
  }

  private open(sealed: string): Answers {
    return JSON.parse(this.vault.open('paper.answers', sealed)) as Answers;
  }
}

/** Each respondent has a set of its own. */
const keptAs = (side: PaperSide, of: string | null): PaperAnswers['side'] => (side === 'respondent' && of ? `respondent:${of}` : side);

/** Whether an answer is one of its field. */
function fits(id: FieldId, value: string): boolean {
  const { kind, options } = fieldOf(id);
  switch (kind) {
    case 'text':
      return value.length <= SHORT && !value.includes('\n');
    case 'long':
      return true;
    case 'date':
      return isoDate.safeParse(value).success;
    case 'idNumber':
      return isIdNumber(value);
    case 'uscc':
      return usccSchema.safeParse(value).success;
    case 'phone':
      return /^\+?\d[\d -]{3,18}\d$/.test(value);
    case 'choice':
      return options !== undefined && Object.hasOwn(options, value);
    case 'consent':
      return value === 'yes' || value === 'no';
    case 'money':
      return /^\d{1,9}(\.\d{1,2})?$/.test(value) && Number(value) > 0;
    case 'count':
    case 'items':
    case 'rows':
    case 'signatures':
      return false;
  }
}
