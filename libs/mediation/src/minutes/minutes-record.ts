import { Injectable } from '@nestjs/common';
import { CaseMembers, SetAside } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { RoomReader, Rooms } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import { SessionNoShow } from '../attendance/session-no-show.entity.js';
import { keyOf, type DraftMinutes, type MinutesContent, type Party, type RespondentKey, type Side } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { Caucuses } from '../sessions/caucuses.js';
import type { MediationSession } from '../sessions/mediation-session.entity.js';
import { SessionParticipant } from '../sessions/session-participant.entity.js';

/** What of the minutes nobody writes by hand: who was there, the picked lines as they were said, and what was proposed to everybody. */
@Injectable()
export class MinutesRecord {
  constructor(
    private readonly dataSource: DataSource,
    private readonly members: CaseMembers,
    private readonly accounts: Accounts,
    private readonly reader: RoomReader,
    private readonly rooms: Rooms,
    private readonly caucuses: Caucuses,
    private readonly aside: SetAside,
  ) {}

  /** @throws MINUTES_LINE_UNKNOWN for a line that is no words of the joint room, that somebody said who was there by mistake, or that was said while somebody who will read the minutes was out of it */
  async complete(session: MediationSession, { lines, ...written }: DraftMinutes): Promise<MinutesContent> {
    const people = await this.people(session);
    const relations = await this.relations(session);
    const picked = await this.heard(session, people, relations, lines);
    if (picked.length !== new Set(lines).size) throw refuse('MINUTES_LINE_UNKNOWN');
    const spoke = new Map((await this.rooms.everIn(session.jointRoomId)).map((p) => [p.accountId, p.relation === 'co_respondent' ? 'respondent' : (p.relation as Side)]));
    const seated = new Map(people.map((p) => [p.accountId, p]));
    const names = await this.accounts.names([...people.map((p) => p.accountId), ...picked.map((l) => l.senderId)]);
    const name = (accountId: string) => names.get(accountId)?.name ?? '';
    const noShow = await this.dataSource.getRepository(SessionNoShow).findOneBy({ sessionId: session.id });
    const there = people.filter((p) => p.arrivedAt || p.side === 'mediator');
    return {
      ...written,
      attendance: there.map((p) => ({ name: name(p.accountId), ...partyIn(p), relation: relations.get(p.accountId) ?? p.side, arrivedAt: (p.arrivedAt ?? session.openedAt)?.toISOString() ?? null })),
      absent: (noShow?.sides ?? []).filter((key) => !there.some((p) => keyOf(p) === key)),
      lines: picked.map((l) => ({ seq: l.seq, name: name(l.senderId), ...partyIn(seated.get(l.senderId) ?? { side: spoke.get(l.senderId) ?? 'mediator', respondentId: null }), at: l.at, text: l.text })),
      proposals: await this.proposals(session),
    };
  }

  /** A draft without the lines that were taken back since, or that were kept from somebody who has come meanwhile, and with the proposals as they stand. */
  async standing(session: MediationSession, content: MinutesContent): Promise<MinutesContent> {
    const heard = await this.heard(session, await this.people(session), await this.relations(session), content.lines.map((l) => l.seq));
    return { ...content, lines: content.lines.filter((l) => heard.some((h) => h.seq === l.seq)), proposals: await this.proposals(session) };
  }

  /** Only what was before everybody, and of it what is offered: what lay before one side is told to that side alone. */
  private async proposals({ id: sessionId, caseId }: MediationSession): Promise<NonNullable<MinutesContent['proposals']>> {
    const aside = await this.aside.of(caseId);
    const all = await this.dataSource.getRepository(Proposal).find({ where: { sessionId, audience: 'all' }, order: { madeAt: 'ASC', id: 'ASC' } });
    const made = all.filter((p) => !aside.has(p.madeBy));
    const names = await this.accounts.names(made.map((p) => p.madeBy));
    return made.map(({ madeBy, bySide, byRespondentId, madeAt, state, terms: { items, totalFen, instalments } }) => ({
      name: names.get(madeBy)?.name ?? '',
      ...partyIn({ side: bySide, respondentId: byRespondentId }),
      at: madeAt.toISOString(),
      items: items.map(({ kind, amountFen }) => ({ kind, amountFen })),
      totalFen,
      instalments,
      state,
    }));
  }

  /** Whose word the minutes need beside the claimant's: the employer's, and of who stands beside it those who were of the session. */
  async respondents({ id }: MediationSession): Promise<RespondentKey[]> {
    return ['respondent', ...((await this.caucuses.seated([id])).get(id) ?? [])];
  }

  private people(session: MediationSession): Promise<SessionParticipant[]> {
    return this.dataSource.getRepository(SessionParticipant).find({ where: { sessionId: session.id }, order: { side: 'ASC', accountId: 'ASC' } });
  }

  private async relations(session: MediationSession): Promise<Map<string, string>> {
    return new Map((await this.members.of(session.caseId)).map((m) => [m.accountId, m.relation]));
  }

  private async heard(session: MediationSession, people: readonly SessionParticipant[], relations: ReadonlyMap<string, string>, seqs: readonly number[]) {
    const readers = people.filter((p) => p.side !== 'mediator' && relations.has(p.accountId)).map((p) => p.accountId);
    const aside = await this.aside.of(session.caseId);
    const lines = await this.reader.heardByAll(session.mediatorId, session.jointRoomId, readers, [...new Set(seqs)]);
    return lines.filter((l) => !aside.has(l.senderId));
  }
}

/** As minutes name a party. */
const partyIn = ({ side, respondentId }: Party): { side: Side; respondent?: string } => ({ side, ...(respondentId ? { respondent: respondentId } : {}) });
