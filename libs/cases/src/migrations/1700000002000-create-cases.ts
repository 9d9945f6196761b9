import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCases1700000002000 implements MigrationInterface {
  name = 'CreateCases1700000002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- a gap after a rolled-back filing does no harm; a counter row would make filings wait for each other
      create sequence case_number_seq;

      create table dispute_case (
        id uuid not null constraint dispute_case_pkey primary key,
        created_by uuid not null,
        request_id uuid not null,
        claimant_id uuid not null,
        organisation_path text not null,
        number text,
        status text not null,
        outcome text,
        path text,
        primary_type text,
        employer_name text not null,
        facts jsonb not null,
        claimant_sealed text not null,
        amount_claimed_fen bigint not null,
        amount_settled_fen bigint,
        behalf_consent text,
        version int not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        filed_at timestamptz,
        closed_at timestamptz
      );
      create unique index dispute_case_request on dispute_case (created_by, request_id);
      create unique index dispute_case_number on dispute_case (number);
      create index dispute_case_updated on dispute_case (updated_at, id);
      create index dispute_case_organisation on dispute_case (organisation_path, filed_at);

      create table case_member (
        case_id uuid not null constraint case_member_case_fkey references dispute_case (id),
        account_id uuid not null,
        relation text not null,
        since timestamptz not null,
        until timestamptz,
        constraint case_member_pkey primary key (case_id, account_id, relation)
      );
      create index case_member_account on case_member (account_id);

      create table case_event (
        id uuid not null constraint case_event_pkey primary key,
        case_id uuid not null constraint case_event_case_fkey references dispute_case (id),
        at timestamptz not null,
        kind text not null,
        actor_id uuid,
        audience text not null,
        data jsonb not null,
        request_id uuid
      );
      create index case_event_case on case_event (case_id, id);
      create unique index case_event_request on case_event (case_id, request_id) where request_id is not null;

      create table case_evidence (
        id uuid not null constraint case_evidence_pkey primary key,
        case_id uuid not null constraint case_evidence_case_fkey references dispute_case (id),
        side text not null,
        visibility text not null,
        title text not null,
        proves text not null,
        name text not null,
        media_type text not null,
        bytes int not null,
        sha256 text not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null
      );
      create index case_evidence_case on case_evidence (case_id, id);

      create table case_invitation (
        id uuid not null constraint case_invitation_pkey primary key,
        case_id uuid not null constraint case_invitation_case_fkey references dispute_case (id),
        request_id uuid not null,
        token_hash text not null,
        token_sealed text,
        phone_sealed text not null,
        created_at timestamptz not null,
        accepted_by uuid,
        accepted_at timestamptz
      );
      create unique index case_invitation_token on case_invitation (token_hash);
      create unique index case_invitation_request on case_invitation (case_id, request_id);

      create table case_answer (
        case_id uuid not null constraint case_answer_pkey primary key constraint case_answer_case_fkey references dispute_case (id),
        body text not null,
        answered_by uuid not null,
        answered_at timestamptz not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_answer, case_invitation, case_evidence, case_event, case_member, dispute_case; drop sequence case_number_seq');
  }
}
