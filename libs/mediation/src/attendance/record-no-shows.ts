import { Injectable, Logger } from '@nestjs/common';
import { CaseTimeline } from '@hejie/cases';
import { Clock, OnSchedule, Outbox, UnitOfWork } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { GRACE_MINUTES, keyOf, sessionNoShow, type PartyKey } from '../contract/index.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionParticipant } from '../sessions/session-participant.entity.js';
import { SessionNoShow } from './session-no-show.entity.js';

/** Fewer there cannot be: claimant, mediator and a respondent. */
const LEAST_PARTIES = 3;
/** Hours after the start at which nobody needs to be told any more. */
const FORGOTTEN_HOURS = 24;

/** Ten minutes after the start of an online session, open or not, the parties that have not come are written down. */
@Injectable()
export class RecordNoShows {
  private readonly log = new Logger('RecordNoShows');

  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @OnSchedule({ name: 'mediation.no-shows', every: 30_000 })
  async run(): Promise<void> {
    const late = await this.dataSource.query<{ id: string }[]>(
      `select s.id from mediation_session s
       where s.status in ('scheduled', 'open') and s.mode = 'online'
         and s.starts_at <= $1::timestamptz - make_interval(mins => $2) and s.starts_at > $1::timestamptz - make_interval(hours => $3)
         and not exists (select from session_no_show n where n.session_id = s.id)
         and (select count(distinct coalesce(p.respondent_id::text, p.side)) filter (where p.arrived_at is not null) < greatest($4, count(distinct coalesce(p.respondent_id::text, p.side))) from session_participant p where p.session_id = s.id)`,
      [this.clock.now(), GRACE_MINUTES, FORGOTTEN_HOURS, LEAST_PARTIES],
    );
    // one that cannot be recorded now is tried again with the next round, and keeps no other waiting
    for (const { id } of late) await this.record(id).catch((error: unknown) => this.log.error({ msg: 'no-show not recorded', sessionId: id, error: String(error) }));
  }

  /** Under the session's lock: it may have ended, or somebody come in, at this very moment. */
  private async record(sessionId: string): Promise<void> {
    await this.work.run(async (tx) => {
      const session = await this.access.lock(tx, sessionId);
      if ((session.status !== 'scheduled' && session.status !== 'open') || (await tx.existsBy(SessionNoShow, { sessionId }))) return;
      const people = await tx.findBy(SessionParticipant, { sessionId });
      const sides = expected(people).filter((key) => !people.some((p) => keyOf(p) === key && p.arrivedAt));
      if (sides.length === 0) return;
      await tx.insert(SessionNoShow, { sessionId, sides, recordedAt: this.clock.now() });
      await this.timeline.record(tx, { caseId: session.caseId, kind: 'mediation.no_show', actorId: null, data: { sessionId, sides } });
      await this.outbox.put(tx, sessionNoShow, { sessionId, caseId: session.caseId, sides });
    });
  }
}

/** Each respondent for itself; where nobody at all is seated for one, it is the employer who is waited for. */
function expected(people: readonly SessionParticipant[]): PartyKey[] {
  const respondents = [...new Set(people.filter((p) => p.side === 'respondent').map(keyOf))].sort((a, b) => Number(a !== 'respondent') - Number(b !== 'respondent'));
  return ['claimant', ...(respondents.length ? respondents : ['respondent']), 'mediator'];
}
