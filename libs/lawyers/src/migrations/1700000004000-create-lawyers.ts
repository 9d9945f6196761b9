import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLawyers1700000004000 implements MigrationInterface {
  name = 'CreateLawyers1700000004000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table lawyer_profile (
        account_id uuid not null constraint lawyer_profile_pkey primary key,
        kind text not null,
        specialties text[] not null,
        region text not null,
        languages text[] not null,
        capacity int not null,
        weekly_times jsonb not null
      );

      create table lawyer_request (
        id uuid not null constraint lawyer_request_pkey primary key,
        case_id uuid not null,
        lawyer_id uuid not null,
        request_id uuid not null,
        asked_by uuid not null,
        status text not null,
        reason text,
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        declared_at timestamptz,
        answered_at timestamptz,
        ended_at timestamptz
      );
      create unique index lawyer_request_one on lawyer_request (case_id) where status in ('open', 'accepted');
      create unique index lawyer_request_repeat on lawyer_request (case_id, request_id);
      create index lawyer_request_lawyer on lawyer_request (lawyer_id, status);
      create index lawyer_request_expiry on lawyer_request (expires_at) where status = 'open';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table lawyer_request, lawyer_profile');
  }
}
