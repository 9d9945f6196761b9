import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { newId, SocketHub, type Tx } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { ROOM_PRESENCE, type Present } from '../contract/index.js';
import { ring } from '../delivery/rings.js';

/** Comings and goings are gathered this long: five thousand sockets that come back at once are a handful of writes. */
const GATHER_MS = 300;
const BEAT_MS = 5000;
/** A process not heard of for so long is dead, and so are its sockets. */
const DEAD = `interval '20 seconds'`;
/** Keeps a NOTIFY under PostgreSQL's 8,000 bytes. */
const ROOMS_A_RING = 150;

/**
 * Who is in which room right now, over all processes. Each process writes down whose sockets are in
 * its rooms; whoever hears that a room changed reads it anew and tells its own sockets. A process
 * that died is forgotten after 20 s, by the database's clock: those of processes may differ.
 */
@Injectable()
export class Presence implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Presence');
  private readonly processId = newId();
  private changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private beat: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly hub: SocketHub,
    private readonly dataSource: DataSource,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.hub.attached) return;
    const { adapter } = this.hub.io.of('/');
    const note = (room: string) => room.startsWith('room:') && this.note(room.slice('room:'.length));
    adapter.on('join-room', note);
    adapter.on('leave-room', note);
    await this.sayAlive();
    this.beat = setInterval(() => void this.quietly(this.sayAlive()), BEAT_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.beat);
    clearTimeout(this.timer);
    if (!this.hub.attached) return;
    await this.writing;
    await this.quietly(this.forget([this.processId]));
  }

  /** Accounts with a socket in the room on any process. */
  async of(roomIds: readonly string[]): Promise<Map<string, Present[]>> {
    const rows = await this.dataSource.query<{ room_id: string; account_id: string; phone: boolean }[]>(
      `select p.room_id, p.account_id, bool_and(p.phone) as phone from room_presence p join room_process a on a.id = p.process_id
       where p.room_id = any($1::uuid[]) and a.seen_at > now() - ${DEAD} group by p.room_id, p.account_id order by p.account_id`,
      [roomIds],
    );
    const present = new Map<string, Present[]>(roomIds.map((id) => [id, []]));
    for (const r of rows) present.get(r.room_id)!.push({ accountId: r.account_id, phone: r.phone });
    return present;
  }

  /** Tells this process's sockets who is in these rooms. */
  async tell(roomIds: readonly string[]): Promise<void> {
    const here = roomIds.filter((id) => this.hub.io.of('/').adapter.rooms.has(`room:${id}`));
    if (here.length === 0) return;
    for (const [roomId, online] of await this.of(here)) this.hub.io.local.to(`room:${roomId}`).emit(ROOM_PRESENCE, { roomId, online });
  }

  private note(roomId: string): void {
    this.changed.add(roomId);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.writing = this.writing.then(() => this.quietly(this.write()));
    }, GATHER_MS);
  }

  private async write(): Promise<void> {
    const roomIds = [...this.changed];
    this.changed = new Set();
    const rows = roomIds.flatMap((roomId) => [...this.socketsIn(roomId)].map(([accountId, phone]) => ({ roomId, accountId, phone })));
    await this.dataSource.transaction(async (tx) => {
      await tx.query('delete from room_presence where process_id = $1 and room_id = any($2::uuid[])', [this.processId, roomIds]);
      await tx.query(
        `insert into room_presence (process_id, room_id, account_id, phone) select $1, * from unnest($2::uuid[], $3::uuid[], $4::boolean[])`,
        [this.processId, rows.map((r) => r.roomId), rows.map((r) => r.accountId), rows.map((r) => r.phone)],
      );
      await this.ring(tx, roomIds);
    });
  }

  /** Account -> whether all its sockets in the room are on phones. */
  private socketsIn(roomId: string): Map<string, boolean> {
    const accounts = new Map<string, boolean>();
    for (const id of this.hub.io.of('/').adapter.rooms.get(`room:${roomId}`) ?? []) {
      const socket = this.hub.io.of('/').sockets.get(id);
      if (!socket) continue;
      const { accountId } = socket.data.actor as { accountId: string };
      const phone = /Mobi|Android|iPhone|MicroMessenger/.test(socket.handshake.headers['user-agent'] ?? '');
      accounts.set(accountId, (accounts.get(accountId) ?? true) && phone);
    }
    return accounts;
  }

  private async sayAlive(): Promise<void> {
    const [known] = await this.dataSource.query<{ inserted: boolean }[]>(
      'insert into room_process (id, seen_at) values ($1, now()) on conflict (id) do update set seen_at = now() returning xmax = 0 as inserted',
      [this.processId],
    );
    // first beat, or the database forgot (it crashed): what is known here is written anew
    if (known!.inserted) for (const room of this.hub.io.of('/').adapter.rooms.keys()) if (room.startsWith('room:')) this.note(room.slice('room:'.length));
    const dead = await this.dataSource.query<{ id: string }[]>(`select id from room_process where seen_at < now() - ${DEAD}`);
    if (dead.length) await this.forget(dead.map((d) => d.id));
  }

  private async forget(processIds: readonly string[]): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const [gone] = await tx.query<[{ room_id: string }[], number]>('delete from room_presence where process_id = any($1::uuid[]) returning room_id', [processIds]);
      await tx.query('delete from room_process where id = any($1::uuid[])', [processIds]);
      await this.ring(tx, [...new Set(gone.map((g) => g.room_id))]);
    });
  }

  private async ring(tx: Tx, roomIds: readonly string[]): Promise<void> {
    for (let at = 0; at < roomIds.length; at += ROOMS_A_RING) await ring(tx, { present: roomIds.slice(at, at + ROOMS_A_RING) });
  }

  /** Presence is a courtesy: a database that is away must not take anything else with it. */
  private quietly(work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => this.log.warn({ msg: 'presence', error: String(error) }));
  }
}
