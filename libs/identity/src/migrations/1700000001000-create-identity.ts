import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdentity1700000001000 implements MigrationInterface {
  name = 'CreateIdentity1700000001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table organisation (
        id uuid not null constraint organisation_pkey primary key,
        parent_id uuid constraint organisation_parent_fkey references organisation (id),
        path text not null,
        name text not null,
        kind text not null
      );
      create unique index organisation_path on organisation (path);

      create table account (
        id uuid not null constraint account_pkey primary key,
        name_sealed text not null,
        phone_sealed text,
        phone_index text,
        email_sealed text,
        locale text not null,
        created_at timestamptz not null
      );
      create unique index account_phone on account (phone_index);

      create table account_role (
        account_id uuid not null constraint account_role_account_fkey references account (id),
        role text not null,
        organisation_id uuid constraint account_role_organisation_fkey references organisation (id),
        constraint account_role_pkey primary key (account_id, role)
      );
      create index account_role_organisation on account_role (organisation_id);

      create table staff_credential (
        account_id uuid not null constraint staff_credential_pkey primary key
          constraint staff_credential_account_fkey references account (id),
        username text not null,
        password_hash text not null,
        totp_secret_sealed text not null,
        last_step bigint not null default 0
      );
      create unique index staff_credential_username on staff_credential (username);

      create table staff_challenge (
        id_hash text not null constraint staff_challenge_pkey primary key,
        account_id uuid not null,
        tries int not null default 0,
        expires_at timestamptz not null
      );

      create table session (
        id uuid not null constraint session_pkey primary key,
        account_id uuid not null constraint session_account_fkey references account (id),
        token_hash text not null,
        user_agent text not null,
        started_at timestamptz not null,
        last_seen_at timestamptz not null,
        revoked_at timestamptz
      );
      create unique index session_token on session (token_hash);
      create index session_account on session (account_id);

      create table one_time_code (
        id uuid not null constraint one_time_code_pkey primary key,
        phone_index text not null,
        phone_sealed text not null,
        purpose text not null,
        subject text not null,
        code_hash text not null,
        code_sealed text,
        tries int not null default 0,
        created_at timestamptz not null,
        used_at timestamptz
      );
      create index one_time_code_recent on one_time_code (phone_index, created_at);

      -- kept by rate-limiter-flexible
      create table rate_limit (
        key varchar(255) not null primary key,
        points integer not null default 0,
        expire bigint
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table rate_limit, one_time_code, session, staff_challenge, staff_credential, account_role, account, organisation`);
  }
}
