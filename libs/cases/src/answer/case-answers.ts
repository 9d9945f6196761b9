import { Injectable } from '@nestjs/common';
import type { Actor } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { CaseAccess, EVERYBODY } from '../case/case-access.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { AnswerView, CaseFacts, ClaimAnswer, ClaimAnswerView, RespondentView } from '../contract/index.js';
import { CaseRespondent } from '../respondents/case-respondent.entity.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { SetAside } from '../set-aside/set-aside.js';
import { CaseAnswer } from './case-answer.entity.js';

/** The employer's answers as they are read. */
@Injectable()
export class CaseAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly aside: SetAside,
  ) {}

  /** Every version, the newest first, for everybody at the case but what another respondent answered. @throws NOT_FOUND */
  async versions(actor: Actor, caseId: string): Promise<(AnswerView & { number: number })[]> {
    const aside = await this.aside.from(actor, await this.access.require(actor, caseId, EVERYBODY), caseId);
    const rows = await this.dataSource.getRepository(CaseAnswer).find({ where: { caseId }, order: { version: 'DESC' } });
    const read = rows.filter((r) => !aside.has(r.answeredBy));
    const others = await this.dataSource.getRepository(CaseRespondent).findBy({ caseId });
    const views = await this.views(caseId, read);
    return views.map((view, i) => ({ ...view, number: others.find((o) => o.id === read[i]!.respondentId)?.number ?? 1 }));
  }

  /** The answer of one respondent that stood at an instant, the newest one when none is given; null before the first. Without `of` it is the employer's. That of who was removed by then is not the employer's. The asker has checked access. */
  async unsafeStanding(caseId: string, { of = null, at = null }: { of?: string | null; at?: Date | null } = {}): Promise<AnswerView | null> {
    const found = await this.dataSource
      .getRepository(CaseAnswer)
      .createQueryBuilder('a')
      .where('a.case_id = :caseId and a.answered_at <= coalesce(:at::timestamptz, a.answered_at)', { caseId, at })
      .andWhere('a.respondent_id is not distinct from :of::uuid', { of })
      .andWhere(`not exists (select from case_member m where m.case_id = a.case_id and m.account_id = a.answered_by and m.relation in ('respondent', 'co_respondent') and m.set_aside and m.until <= coalesce(:at::timestamptz, m.until))`)
      .orderBy('a.version', 'DESC')
      .limit(1)
      .getMany();
    const [view] = await this.views(caseId, found);
    return view ?? null;
  }

  /** The answers that stood of all named beside the employer; who had not answered is not in it. The asker has checked access. */
  async unsafeOfOthers(respondents: readonly RespondentView[], caseId: string, at?: Date): Promise<{ number: number; name: string; answer: AnswerView }[]> {
    const answers: { number: number; name: string; answer: AnswerView }[] = [];
    for (const { id, number, name } of respondents) {
      const answer = id && (await this.unsafeStanding(caseId, { of: id, at: at ?? null }));
      if (answer) answers.push({ number, name, answer });
    }
    return answers;
  }

  private async views(caseId: string, rows: readonly CaseAnswer[]): Promise<AnswerView[]> {
    if (rows.length === 0) return [];
    const { facts } = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    const cited = rows.flatMap((r) => r.claims.flatMap((c) => c.evidenceIds));
    const evidence = await this.dataSource.getRepository(CaseEvidence).findBy({ caseId, id: In(cited) });
    const titles = new Map(evidence.map((e) => [e.id, e.title]));
    return rows.map((r) => ({
      version: r.version,
      text: r.body,
      at: r.answeredAt.toISOString(),
      claims: r.claims.map((c) => claimView(c, (facts as CaseFacts).claims, titles)),
    }));
  }
}

function claimView(answer: ClaimAnswer, claims: CaseFacts['claims'], titles: ReadonlyMap<string, string>): ClaimAnswerView {
  const { kind, amountFen } = claims[answer.claim]!;
  const claimedFen = amountFen ?? null;
  return {
    claim: answer.claim,
    kind,
    claimedFen,
    position: answer.position,
    admittedFen: answer.position === 'admit' ? claimedFen : (answer.amountFen ?? 0),
    reason: answer.reason,
    evidence: answer.evidenceIds.map((id) => ({ id, title: titles.get(id) ?? '' })),
  };
}
