import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { AuditLog, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource, In, Not } from 'typeorm';
import type { MinutesView } from '../contract/index.js';
import { SessionAccess } from '../sessions/session-access.js';
import { HiddenMinutes } from './hidden-minutes.js';
import { MinutesAnswer } from './minutes-answer.entity.js';
import { MinutesRecord } from './minutes-record.js';
import { SessionMinutes } from './session-minutes.entity.js';
import { SetMinutes } from './set-minutes.js';

/** Who reads the minutes: the sides and the mediator of the session; a draft only the mediator. */
@Injectable()
export class ReadMinutes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly accounts: Accounts,
    private readonly setting: SetMinutes,
    private readonly record: MinutesRecord,
    private readonly hidden: HiddenMinutes,
    private readonly audit: AuditLog,
  ) {}

  /** Versions, newest first. @throws NOT_FOUND */
  async list(actor: Actor, sessionId: string): Promise<MinutesView[]> {
    const { session, party } = await this.access.require(actor, sessionId);
    const all = await this.dataSource.getRepository(SessionMinutes).find({ where: { sessionId, ...(party.side === 'mediator' ? {} : { status: Not('draft' as const) }) }, order: { version: 'DESC' } });
    const hidden = await this.hidden.from(party, session.caseId, all.map((m) => m.id));
    const rows = all.filter((m) => !hidden.has(m.id));
    const answers = await this.dataSource.getRepository(MinutesAnswer).find({ where: { minutesId: In(rows.map((m) => m.id)) }, order: { side: 'ASC' } });
    const draft = rows.find((m) => m.status === 'draft');
    if (draft) draft.content = await this.record.standing(session, draft.content);
    const names = await this.accounts.names(answers.map((a) => a.accountId));
    return rows.map((m) => ({
      id: m.id,
      version: m.version,
      status: m.status,
      content: m.content,
      presentedAt: m.presentedAt?.toISOString() ?? null,
      finalAt: m.finalAt?.toISOString() ?? null,
      sha256: m.sha256,
      answers: answers
        .filter((a) => a.minutesId === m.id)
        .map((a) => ({ side: a.side, name: names.get(a.accountId)?.name ?? '', mine: a.accountId === actor.accountId, answer: a.answer, remark: a.remark, answeredAt: a.answeredAt?.toISOString() ?? null })),
    }));
  }

  /** As a paper: the stored file of final minutes, else set from the version. That somebody looked is written down first. @throws NOT_FOUND */
  async paper(actor: Actor, minutesId: string): Promise<{ name: string } & ({ stored: { sha256: string; bytes: number } } | { pdf: Buffer })> {
    const minutes = await this.dataSource.getRepository(SessionMinutes).findOneBy({ id: minutesId });
    if (!minutes) throw notFound();
    const { session, party } = await this.access.require(actor, minutes.sessionId);
    if ((await this.hidden.from(party, session.caseId, [minutesId])).has(minutesId)) throw notFound();
    if (minutes.status === 'draft') {
      if (party.side !== 'mediator') throw notFound();
      minutes.content = await this.record.standing(session, minutes.content);
    }
    await this.work.run((tx) => this.audit.append(tx, { actorId: actor.accountId, action: 'mediation.minutes_read', subject: `minutes:${minutesId}`, detail: { caseId: session.caseId } }));
    const name = `调解笔录-${minutes.version}.pdf`;
    if (minutes.sha256 && minutes.bytes) return { name, stored: { sha256: minutes.sha256, bytes: minutes.bytes } };
    const answers = await this.dataSource.getRepository(MinutesAnswer).findBy({ minutesId });
    return { name, pdf: await this.setting.pdf(session, minutes, answers, null) };
  }
}
