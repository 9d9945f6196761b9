import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseMembers, CaseReader, RESPONDENTS, SetAside } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import type { Actor } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import { SessionNoShow } from '../attendance/session-no-show.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { keyOf, sameParty, type ListSessions, type Party, type SessionView } from '../contract/index.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { canSee } from '../proposals/proposals.js';
import { Caucuses } from './caucuses.js';
import { MediationSession } from './mediation-session.entity.js';
import { SessionAccess, sideIn } from './session-access.js';
import { SessionParticipant } from './session-participant.entity.js';

@Injectable()
export class ReadSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: SessionAccess,
    private readonly caseAccess: CaseAccess,
    private readonly members: CaseMembers,
    private readonly cases: CaseReader,
    private readonly caucuses: Caucuses,
    private readonly accounts: Accounts,
    private readonly rooms: Rooms,
    private readonly aside: SetAside,
  ) {}

  /** @throws NOT_FOUND */
  async one(actor: Actor, sessionId: string): Promise<SessionView> {
    const { session, party } = await this.access.find(actor, sessionId);
    const side = party?.side ?? null;
    const people = await this.dataSource.getRepository(SessionParticipant).find({ where: { sessionId }, order: { side: 'ASC', accountId: 'ASC' } });
    const proposals = await this.dataSource.getRepository(Proposal).find({ where: { sessionId }, order: { id: 'ASC' } });
    const agreement = await this.dataSource.getRepository(Agreement).findOneBy({ sessionId });
    const names = await this.accounts.names([...people.map((p) => p.accountId), ...proposals.map((p) => p.madeBy)]);
    const noShow = await this.dataSource.getRepository(SessionNoShow).findOneBy({ sessionId });
    const rooms = await this.caucuses.roomsFor(session, party);
    const { locked, muted } = await this.rooms.silenced(rooms.map((r) => r.id));
    const aside = side === 'respondent' ? await this.aside.of(session.caseId) : new Set<string>();
    const [item] = await this.items([session]);
    return {
      ...item!,
      mySide: side,
      ...(await this.several(session.caseId, party)),
      closeReason: session.closeReason,
      disclosure: session.disclosure,
      rooms: rooms.map(({ id, kind, respondentId }) => ({ id, kind, locked: locked.has(id), ...(respondentId ? { respondent: respondentId } : {}) })),
      absent: noShow?.sides ?? [],
      participants: people.map((p) => ({
        accountId: p.accountId,
        name: names.get(p.accountId)?.name ?? '',
        side: p.side,
        ...(p.respondentId ? { respondent: p.respondentId } : {}),
        // where another party sits in private is not told to a party
        place: side === 'mediator' || party === null || sameParty(p, party) || p.place !== 'caucus' ? p.place : 'waiting',
        consented: p.consentedAt !== null,
        arrived: p.arrivedAt !== null,
        muted: muted.some((x) => x.roomId === session.jointRoomId && x.accountId === p.accountId),
      })),
      proposals: proposals.filter((p) => canSee(p, party) && !aside.has(p.madeBy)).map((p) => ({
        id: p.id,
        bySide: p.bySide,
        ...(p.byRespondentId ? { byRespondent: p.byRespondentId } : {}),
        byName: names.get(p.madeBy)?.name ?? '',
        audience: p.audience,
        terms: p.terms,
        state: p.state,
        // that one party has said yes is kept from the others until all have
        acceptedSides: p.state === 'accepted' || side === 'mediator' ? p.acceptedSides : p.acceptedSides.filter((key) => party !== null && key === keyOf(party)),
        madeAt: p.madeAt.toISOString(),
        decidedAt: p.decidedAt?.toISOString() ?? null,
      })),
      agreementId: agreement?.id ?? null,
    };
  }

  /** Who stands on the other side where that is more than the employer, and for whom of them a party speaks. */
  private async several(caseId: string, party: Party | null): Promise<Pick<SessionView, 'respondents' | 'myRespondent'>> {
    const respondents = (await this.cases.unsafeCase(caseId))!.respondents;
    if (respondents.length < 2) return {};
    return {
      respondents: respondents.map(({ id, number, name }) => ({ key: id ?? 'respondent', number, name })),
      ...(party?.side === 'respondent' ? { myRespondent: keyOf(party) } : {}),
    };
  }

  /** Sessions somebody may come to as things stand today, by time: those of a case they are on a side of, and those they conduct. */
  async mine(actor: Actor, { from, to }: ListSessions) {
    const speaksIn = await this.members.speaksIn(actor.accountId); // first: who is put out meanwhile has no standing any more
    const standings = [...(await this.caseAccess.standingsOf(actor.accountId))];
    const sessions = await this.dataSource
      .getRepository(MediationSession)
      .createQueryBuilder('s')
      .where('(s.case_id = any(:sided::uuid[]) or (s.case_id = any(:mediated::uuid[]) and s.mediator_id = :me))', {
        sided: standings.filter(([, relations]) => sideIn(relations) !== null).map(([id]) => id),
        mediated: standings.filter(([, relations]) => relations.includes('mediator')).map(([id]) => id),
        me: actor.accountId,
      })
      .andWhere('s.starts_at >= coalesce(:from::timestamptz, s.starts_at) and s.starts_at < coalesce(:to::timestamptz, \'infinity\')', { from: from ?? null, to: to ?? null })
      .orderBy('s.starts_at', 'ASC')
      .limit(500)
      .getMany();
    return this.items(await this.withinReach(sessions, speaksIn));
  }

  /** Of a respondent beside the employer: without those that ended without it. */
  private async withinReach(sessions: readonly MediationSession[], speaksIn: ReadonlyMap<string, string>): Promise<MediationSession[]> {
    const reach = [];
    for (const s of sessions) if (await this.access.mayCome(s, speaksIn.get(s.caseId) ?? null)) reach.push(s);
    return reach;
  }

  /** Sessions of a case. @throws NOT_FOUND */
  async ofCase(actor: Actor, caseId: string) {
    const speaksIn = await this.members.speaksIn(actor.accountId);
    await this.caseAccess.require(actor, caseId, ['claimant', 'representative', 'delegate', ...RESPONDENTS, 'counsel', 'mediator', 'officer', 'department']);
    const sessions = await this.dataSource.getRepository(MediationSession).find({ where: { caseId }, order: { startsAt: 'DESC' } });
    return this.items(await this.withinReach(sessions, speaksIn));
  }

  private async items(sessions: readonly MediationSession[]) {
    const briefs = await this.cases.brief(sessions.map((s) => s.caseId));
    return sessions.map((s) => ({
      id: s.id,
      caseId: s.caseId,
      caseNumber: briefs.get(s.caseId)?.number ?? '',
      status: s.status,
      outcome: s.outcome,
      startsAt: s.startsAt.toISOString(),
      minutes: s.minutes,
      mode: s.mode,
      place: s.place,
    }));
  }
}
