import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionsWith } from '@hejie/cases';
import { DataSource } from 'typeorm';
import { MediationSession } from './mediation-session.entity.js';
import { SessionAccess } from './session-access.js';
import { SessionCaucus } from './session-caucus.entity.js';

/** Tells `SessionsWith` of which sessions a respondent beside the employer is, and whether it was seated. */
@Injectable()
export class TellSessions implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: SessionAccess,
    private readonly sessions: SessionsWith,
  ) {}

  onModuleInit(): void {
    this.sessions.add({
      of: async (caseId, respondentId) => {
        const theirs = [];
        for (const session of await this.dataSource.getRepository(MediationSession).findBy({ caseId })) if (await this.access.mayCome(session, respondentId)) theirs.push(session.id);
        return theirs;
      },
      seated: (respondentId) => this.dataSource.getRepository(SessionCaucus).existsBy({ respondentId }),
    });
  }
}
