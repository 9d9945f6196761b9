import { Injectable } from '@nestjs/common';
import { CaseReader } from '@hejie/cases';
import { Accounts, Organisations } from '@hejie/identity';
import { CLAIM_KINDS } from '@hejie/law';
import { compose, renderPdf, yuan, type Paper } from '@hejie/papers';
import { SealedLogs } from '@hejie/rooms';
import { STAFF_MEANS } from '../agreements/staff-means.js';
import type { MediationSession } from '../sessions/mediation-session.entity.js';
import type { MinutesAnswer } from './minutes-answer.entity.js';
import { minutesValues } from './minutes-values.js';
import type { SessionMinutes } from './session-minutes.entity.js';

const when = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });

/** Sets the minutes as a paper: to be read before they are confirmed, and as they are kept. */
@Injectable()
export class SetMinutes {
  constructor(
    private readonly cases: CaseReader,
    private readonly accounts: Accounts,
    private readonly organisations: Organisations,
    private readonly logs: SealedLogs,
  ) {}

  /** @param finalAt when they became final; null for a version that is still to be confirmed */
  async pdf(session: MediationSession, minutes: SessionMinutes, answers: readonly MinutesAnswer[], finalAt: Date | null): Promise<Buffer> {
    return renderPdf(await this.paper(session, minutes, answers, finalAt));
  }

  async paper(session: MediationSession, minutes: SessionMinutes, answers: readonly MinutesAnswer[], finalAt: Date | null): Promise<Paper> {
    const found = (await this.cases.unsafeCase(session.caseId))!;
    const names = await this.accounts.names([minutes.draftedBy, ...answers.map((a) => a.accountId)]);
    const name = (accountId: string) => names.get(accountId)?.name ?? '';
    const respondents = found.respondents.map((r) => ({ key: r.id ?? 'respondent', name: r.name }));
    const parties = ['claimant', ...respondents.map((r) => r.key)].flatMap((key) => answers.filter((a) => a.side === key));
    const role = ({ side }: MinutesAnswer) => (side === 'claimant' ? '申请人' : respondents.length > 1 ? `被申请人${respondents.find((r) => r.key === side)?.name ?? ''}` : '被申请人');
    const values = minutesValues({
      organisation: (await this.organisations.root())?.name ?? '',
      mediator: name(minutes.draftedBy),
      claimant: found.claimant.name ?? '',
      respondents,
      claims: found.facts.claims.map((c) => `${CLAIM_KINDS[c.kind].zh}${c.amountFen === undefined ? '' : ` ${yuan(c.amountFen)}`}`).join('；'),
      mode: session.mode,
      place: session.place,
      openedAt: session.openedAt ? when.format(session.openedAt) : '没有开始',
      closedAt: session.closedAt ? when.format(session.closedAt) : '',
      disclosure: session.disclosure,
      content: minutes.content,
      signatures: [
        ...parties.map((a) => ({ role: role(a), name: name(a.accountId), ...signature(a, finalAt !== null) })),
        { role: '调解员', name: name(minutes.draftedBy), ...(minutes.presentedAt ? { signedAt: when.format(minutes.presentedAt), method: STAFF_MEANS[minutes.presentedMeans ?? 'staff_session'] } : {}) },
      ],
      objections: parties.filter((a) => a.answer === 'objected').map((a) => `${role(a)}${name(a.accountId)}提出异议：${a.remark}`),
      head: await this.logs.head(session.jointRoomId),
      final: finalAt !== null,
    });
    return compose('mediation_minutes', values, { number: `${found.number}　第 ${minutes.version} 稿`, madeAt: finalAt ?? minutes.presentedAt ?? session.closedAt ?? session.startsAt }).paper;
  }
}

function signature(a: MinutesAnswer, final: boolean): { signedAt?: string; method?: string } {
  if (a.answer === 'confirmed') return { signedAt: when.format(a.answeredAt!), method: '手机验证码确认' };
  if (a.answer === 'objected') return { signedAt: when.format(a.answeredAt!), method: '有异议' };
  return final ? { method: '未作确认' } : {};
}
