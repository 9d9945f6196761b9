import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEscalation1700000006000 implements MigrationInterface {
  name = 'CreateEscalation1700000006000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table escalation (
        id uuid not null constraint escalation_pkey primary key,
        case_id uuid not null,
        request_id uuid not null,
        track text not null,
        status text not null,
        partner_id uuid not null,
        reference text,
        packet_sha256 text,
        packet_bytes int,
        manifest_sealed text,
        created_at timestamptz not null
      );
      create unique index escalation_request on escalation (case_id, request_id);
      create index escalation_partner on escalation (partner_id, id);

      create table escalation_status (
        id uuid not null constraint escalation_status_pkey primary key,
        escalation_id uuid not null constraint escalation_status_escalation_fkey references escalation (id),
        request_id uuid not null,
        status text not null,
        text text not null,
        amount_fen bigint,
        at timestamptz not null
      );
      create unique index escalation_status_request on escalation_status (escalation_id, request_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table escalation_status, escalation');
  }
}
