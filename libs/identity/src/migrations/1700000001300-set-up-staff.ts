import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SetUpStaff1700000001300 implements MigrationInterface {
  name = 'SetUpStaff1700000001300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table staff_credential
        alter column password_hash drop not null,
        alter column totp_secret_sealed drop not null;

      create table staff_set_up (
        token_hash text not null constraint staff_set_up_pkey primary key,
        account_id uuid not null constraint staff_set_up_account_fkey references account (id),
        totp_secret_sealed text not null,
        expires_at timestamptz not null
      );
      create unique index staff_set_up_account on staff_set_up (account_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table staff_set_up;
      delete from staff_credential where password_hash is null or totp_secret_sealed is null;
      alter table staff_credential
        alter column password_hash set not null,
        alter column totp_secret_sealed set not null;
    `);
  }
}
