import { Injectable } from '@nestjs/common';
import { CaseMembers, SetAside } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { RoomReader, Rooms } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import { SessionNoShow } from '../attendance/session-no-show.entity.js';
import type { DraftMinutes, MinutesContent, Side } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { Proposal } from '../proposals/proposal.entity.js';
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
    private readonly aside: SetAside,
  ) {}

  /** @throws MINUTES_LINE_UNKNOWN for a line that is no words of the joint room, that somebody said who was there by mistake, or that somebody who will read the minutes has not heard */
  async complete(session: MediationSession, { lines, ...written }: DraftMinutes): Promise<MinutesContent> {
    const people = await this.people(session);
    const relations = await this.relations(session);
    const picked = await this.heard(session, people, relations, lines);
    if (picked.length !== new Set(lines).size) throw refuse('MINUTES_LINE_UNKNOWN');
    const sides = new Map((await this.rooms.everIn(session.jointRoomId)).map((p) => [p.accountId, p.relation as Side]));
    const names = await this.accounts.names([...people.map((p) => p.accountId), ...picked.map((l) => l.senderId)]);
    const name = (accountId: string) => names.get(accountId)?.name ?? '';
    const noShow = await this.dataSource.getRepository(SessionNoShow).findOneBy({ sessionId: session.id });
    const there = people.filter((p) => p.arrivedAt || p.side === 'mediator');
    return {
      ...written,
      attendance: there.map((p) => ({ name: name(p.accountId), side: p.side, relation: relations.get(p.accountId) ?? p.side, arrivedAt: (p.arrivedAt ?? session.openedAt)?.toISOString() ?? null })),
      absent: (noShow?.sides ?? []).filter((side) => !there.some((p) => p.side === side)),
      lines: picked.map((l) => ({ seq: l.seq, name: name(l.senderId), side: sides.get(l.senderId) ?? 'mediator', at: l.at, text: l.text })),
      proposals: await this.proposals(session),
    };
  }

  /** A draft without the lines that were taken back since, or that somebody who has come meanwhile has not heard, and with the proposals as they stand. */
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
    return made.map(({ madeBy, bySide, madeAt, state, terms: { items, totalFen, instalments } }) => ({
      name: names.get(madeBy)?.name ?? '',
      side: bySide,
      at: madeAt.toISOString(),
      items: items.map(({ kind, amountFen }) => ({ kind, amountFen })),
      totalFen,
      instalments,
      state,
    }));
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
