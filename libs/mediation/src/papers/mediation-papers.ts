import { Injectable } from '@nestjs/common';
import type { Relation } from '@hejie/cases/contract';
import type { Paper } from '@hejie/papers';
import type { Actor } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { AgreementAccess } from '../agreements/agreement-access.js';
import { AgreementSignature } from '../agreements/agreement-signature.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { SetAgreement } from '../agreements/set-agreement.js';
import { HiddenMinutes } from '../minutes/hidden-minutes.js';
import { MinutesAnswer } from '../minutes/minutes-answer.entity.js';
import { SessionMinutes } from '../minutes/session-minutes.entity.js';
import { SetMinutes } from '../minutes/set-minutes.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';
import { SessionAccess } from '../sessions/session-access.js';

/** A paper that mediation made. `file` is the one that counts, where it is sealed or final. */
export interface MediationPaper {
  readonly subject: string;
  readonly file: { readonly sha256: string; readonly bytes: number; readonly name: string } | null;
  paper(): Promise<Paper>;
}

/** The agreement and the minutes of a case as papers, for the list of a case's papers. */
@Injectable()
export class MediationPapers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: SessionAccess,
    private readonly agreements: AgreementAccess,
    private readonly settingAgreement: SetAgreement,
    private readonly settingMinutes: SetMinutes,
    private readonly hidden: HiddenMinutes,
  ) {}

  /** The agreement that is sealed or under way; null to a respondent whom it does not bind. The asker has checked access to the case. */
  async agreement(actor: Actor, relations: readonly Relation[], caseId: string): Promise<MediationPaper | null> {
    const [newest] = await this.dataSource.getRepository(Agreement).find({ where: { caseId, status: In(['sealed', 'signing']) }, order: { id: 'DESC' }, take: 1 });
    const [agreement] = newest ? await this.agreements.readable(actor, relations, [newest]) : [];
    if (!agreement) return null;
    const { id, number, sha256, bytes, sealedAt } = agreement;
    return {
      subject: `agreement:${id}`,
      file: sha256 && bytes ? { sha256, bytes, name: `${number}.pdf` } : null,
      paper: async () => this.settingAgreement.paper(agreement, await this.dataSource.getRepository(AgreementSignature).findBy({ agreementId: id }), sealedAt),
    };
  }

  /** The newest minutes that were put before the parties, to whoever was of the session; null to everybody else. */
  async minutes(actor: Actor, caseId: string): Promise<MediationPaper | null> {
    const sessions = await this.dataSource.getRepository(MediationSession).find({ where: { caseId }, order: { startsAt: 'DESC' } });
    for (const session of sessions) {
      const [minutes] = await this.dataSource.getRepository(SessionMinutes).find({ where: { sessionId: session.id, status: In(['final', 'presented']) }, order: { version: 'DESC' }, take: 1 });
      if (!minutes) continue;
      const party = await this.access.partyOf(actor, session);
      if (party === null || (await this.hidden.from(party, caseId, [minutes.id])).has(minutes.id)) continue;
      return {
        subject: `minutes:${minutes.id}`,
        file: minutes.sha256 && minutes.bytes ? { sha256: minutes.sha256, bytes: minutes.bytes, name: `调解笔录-${minutes.version}.pdf` } : null,
        paper: async () => this.settingMinutes.paper(session, minutes, await this.dataSource.getRepository(MinutesAnswer).findBy({ minutesId: minutes.id }), minutes.finalAt),
      };
    }
    return null;
  }
}
