import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaffOidc1700000001200 implements MigrationInterface {
  name = 'CreateStaffOidc1700000001200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table oidc_attempt (
        id_hash text not null constraint oidc_attempt_pkey primary key,
        state text not null,
        nonce text not null,
        code_verifier text not null,
        expires_at timestamptz not null
      );

      create table staff_oidc (
        account_id uuid not null constraint staff_oidc_account_fkey references account (id),
        issuer text not null,
        subject text not null,
        bound_at timestamptz not null,
        constraint staff_oidc_pkey primary key (account_id, issuer)
      );
      create unique index staff_oidc_subject on staff_oidc (issuer, subject);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table staff_oidc, oidc_attempt');
  }
}
