import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateHandOvers1700000002300 implements MigrationInterface {
  name = 'CreateHandOvers1700000002300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_hand_over (
        id uuid not null constraint case_hand_over_pkey primary key,
        case_id uuid not null constraint case_hand_over_case_fkey references dispute_case (id),
        request_id uuid not null,
        handed_by uuid not null,
        organisation_id uuid not null,
        reason text not null,
        at timestamptz not null,
        taken_by uuid,
        closed_at timestamptz
      );
      create unique index case_hand_over_request on case_hand_over (case_id, request_id);
      create unique index case_hand_over_open on case_hand_over (case_id) where closed_at is null;
      create index case_hand_over_organisation on case_hand_over (organisation_id) where closed_at is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_hand_over');
  }
}
