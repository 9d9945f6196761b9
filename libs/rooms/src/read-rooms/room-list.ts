import { Injectable } from '@nestjs/common';
import { CaseReader } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { notFound } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { ListRooms, Message, RoomView } from '../contract/index.js';

interface Row {
  id: string;
  case_id: string;
  kind: RoomView['kind'];
  session_id: string | null;
  last_seq: string;
  read_seq: string;
  sealed: boolean;
  unread: string;
  mentions: string;
  last: { seq: number; sender_id: string; client_id: string; kind: string; body: unknown; at: string } | null;
  members: { account_id: string; relation: string }[];
}

/** Unread are the messages of others after one's read mark, so that one's own never count. Words come by the function that shows an account only what it may read. */
const MINE = `
  select r.id, r.case_id, r.kind, r.session_id, r.last_seq, r.sealed_seq is not null as sealed, me.read_seq,
    fresh.unread, fresh.mentions,
    (select to_jsonb(x) from room_catch_up($1, r.id, r.last_seq - 1, 1, 1) x) as last,
    (select jsonb_agg(jsonb_build_object('account_id', m.account_id, 'relation', m.relation) order by m.admitted_at)
       from room_member m where m.room_id = r.id and m.removed_at is null) as members
  from room r join room_member me on me.room_id = r.id and me.account_id = $1 and me.removed_at is null
  cross join lateral (
    select count(*) as unread, count(*) filter (where x.body -> 'mentions' ? me.account_id::text) as mentions
    from room_message x where x.room_id = r.id and x.seq > me.read_seq and x.seq <@ me.readable and x.sender_id <> me.account_id
  ) fresh`;

/** The rooms somebody is in. */
@Injectable()
export class RoomList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly cases: CaseReader,
  ) {}

  async mine(accountId: string, { caseId }: ListRooms): Promise<RoomView[]> {
    const rows = await this.dataSource.query<Row[]>(
      `${MINE} where $2::uuid is null or r.case_id = $2 order by coalesce((select x.at from room_message x where x.room_id = r.id and x.seq = r.last_seq), r.created_at) desc limit 200`,
      [accountId, caseId ?? null],
    );
    return this.views(rows);
  }

  /** @throws NOT_FOUND */
  async one(accountId: string, roomId: string): Promise<RoomView> {
    const [view] = await this.views(await this.dataSource.query<Row[]>(`${MINE} where r.id = $2`, [accountId, roomId]));
    if (!view) throw notFound();
    return view;
  }

  private async views(rows: Row[]): Promise<RoomView[]> {
    const names = await this.accounts.names(rows.flatMap((r) => r.members.map((m) => m.account_id)));
    const briefs = await this.cases.brief(rows.map((r) => r.case_id));
    return rows.map((r) => ({
      id: r.id,
      caseId: r.case_id,
      caseNumber: briefs.get(r.case_id)?.number ?? '',
      kind: r.kind,
      sessionId: r.session_id,
      lastSeq: Number(r.last_seq),
      readSeq: Number(r.read_seq),
      unread: Number(r.unread),
      mentions: Number(r.mentions),
      sealed: r.sealed,
      lastMessage: r.last && ({ seq: r.last.seq, senderId: r.last.sender_id, clientId: r.last.client_id, kind: r.last.kind, body: r.last.body, at: new Date(r.last.at).toISOString() } as Message),
      members: r.members.map((m) => ({ accountId: m.account_id, name: names.get(m.account_id)?.name ?? '', relation: m.relation })),
    }));
  }
}
