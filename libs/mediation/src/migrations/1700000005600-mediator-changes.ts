import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MediatorChanges1700000005600 implements MigrationInterface {
  name = 'MediatorChanges1700000005600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mediator_change (
        id uuid not null constraint mediator_change_pkey primary key,
        session_id uuid not null constraint mediator_change_session_fkey references mediation_session (id),
        case_id uuid not null,
        request_id uuid not null,
        from_id uuid not null,
        to_id uuid not null,
        cause text not null,
        note text not null,
        former_disclosure text,
        changed_by uuid not null,
        at timestamptz not null
      );
      create unique index mediator_change_request on mediator_change (session_id, request_id);
      create index mediator_change_case on mediator_change (case_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mediator_change');
  }
}
