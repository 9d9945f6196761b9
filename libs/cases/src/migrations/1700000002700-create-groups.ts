import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGroups1700000002700 implements MigrationInterface {
  name = 'CreateGroups1700000002700';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_group_member (
        id uuid not null constraint case_group_member_pkey primary key,
        case_id uuid not null constraint case_group_member_case_fkey references dispute_case (id),
        account_id uuid not null,
        request_id uuid not null,
        name_sealed text not null,
        monthly_wage_fen bigint not null,
        days jsonb not null,
        due_fen bigint not null,
        working jsonb not null,
        source text not null,
        status text not null,
        representative boolean not null default false,
        consent text,
        added_by uuid not null,
        added_at timestamptz not null,
        answered_at timestamptz
      );
      create unique index case_group_member_once on case_group_member (case_id, account_id);
      create index case_group_member_account on case_group_member (account_id);

      create table case_delegation (
        id uuid not null constraint case_delegation_pkey primary key,
        case_id uuid not null constraint case_delegation_case_fkey references dispute_case (id),
        request_id uuid not null,
        delegate_id uuid not null,
        granted_by uuid not null,
        granted_at timestamptz not null,
        workers integer not null,
        powers text[] not null,
        least_total_fen bigint,
        valid_until date not null,
        evidence_id uuid not null,
        revoked_at timestamptz
      );
      create unique index case_delegation_request on case_delegation (case_id, request_id);
      create index case_delegation_delegate on case_delegation (delegate_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_delegation, case_group_member');
  }
}
