import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until now who had consented was let in when a session opened, whether they had come or not, and the minutes say they were there. */
export class LetInIsArrived1700000008250 implements MigrationInterface {
  name = 'LetInIsArrived1700000008250';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update session_participant p set arrived_at = greatest(s.opened_at, p.consented_at) from mediation_session s
      where s.id = p.session_id and s.opened_at is not null and p.arrived_at is null and (p.side = 'mediator' or p.place <> 'waiting' or p.consented_at <= s.opened_at);
    `);
  }

  /** Who came by themselves and who was let in cannot be told apart any more. */
  async down(): Promise<void> {}
}
