import { Injectable } from '@nestjs/common';
import { AuditLog, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import { SealedLogs, sha256 } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import { chainStart, writeSealedSession, type SealedSession } from '../contract/index.js';
import { Caucuses } from '../sessions/caucuses.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionSeal } from './session-seal.entity.js';

/** A sealed session as a file that can be checked without us. */
@Injectable()
export class ExportSealedSession {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly caucuses: Caucuses,
    private readonly logs: SealedLogs,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The rooms of one's side: what one may read at this moment in full, every other line as its hash. That somebody took it is written down first.
   * @throws NOT_FOUND, also for a session that is not sealed
   */
  async execute(actor: Actor, sessionId: string): Promise<{ name: string; text: string }> {
    const { session, party } = await this.access.require(actor, sessionId);
    const seal = await this.dataSource.getRepository(SessionSeal).findOneBy({ sessionId });
    if (!seal) throw notFound();
    await this.work.run((tx) => this.audit.append(tx, { actorId: actor.accountId, action: 'mediation.log_exported', subject: `session:${sessionId}`, detail: { caseId: session.caseId } }));
    const rooms: SealedSession['rooms'] = [];
    for (const { id, kind } of await this.caucuses.roomsFor(session, party)) rooms.push({ id, kind, ...(await this.logs.read(actor.accountId, id, chainStart(seal.header, { id, kind }, sha256))) });
    return { name: `${seal.header.caseNumber}-${sessionId.slice(0, 8)}.json`, text: writeSealedSession({ session: seal.header, rooms }) };
  }
}
