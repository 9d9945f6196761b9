import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMediation1700000005000 implements MigrationInterface {
  name = 'CreateMediation1700000005000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence agreement_number_seq;

      create table mediation_session (
        id uuid not null constraint mediation_session_pkey primary key,
        case_id uuid not null,
        request_id uuid not null,
        mediator_id uuid not null,
        mode text not null,
        place text,
        starts_at timestamptz not null,
        minutes int not null,
        status text not null,
        outcome text,
        undisputed_facts text,
        joint_room_id uuid not null,
        claimant_room_id uuid not null,
        respondent_room_id uuid not null,
        opened_at timestamptz,
        closed_at timestamptz
      );
      create unique index mediation_session_request on mediation_session (case_id, request_id);
      create index mediation_session_mediator on mediation_session (mediator_id, starts_at);

      create table session_participant (
        session_id uuid not null constraint session_participant_session_fkey references mediation_session (id),
        account_id uuid not null,
        side text not null,
        place text not null,
        consented_at timestamptz,
        constraint session_participant_pkey primary key (session_id, account_id)
      );

      create table proposal (
        id uuid not null constraint proposal_pkey primary key,
        session_id uuid not null constraint proposal_session_fkey references mediation_session (id),
        request_id uuid not null,
        made_by uuid not null,
        by_side text not null,
        terms jsonb not null,
        state text not null,
        accepted_sides text[] not null,
        made_at timestamptz not null,
        decided_at timestamptz
      );
      create unique index proposal_open on proposal (session_id) where state = 'open';
      create unique index proposal_request on proposal (session_id, request_id);

      create table agreement (
        id uuid not null constraint agreement_pkey primary key,
        case_id uuid not null,
        session_id uuid,
        proposal_id uuid,
        request_id uuid,
        number text not null,
        method text not null,
        status text not null,
        terms jsonb not null,
        evidence_id uuid,
        sha256 text,
        bytes int,
        created_at timestamptz not null,
        sealed_at timestamptz,
        sealed_by uuid
      );
      create unique index agreement_number on agreement (number);
      create unique index agreement_proposal on agreement (proposal_id);
      create index agreement_case on agreement (case_id);
      create unique index agreement_request on agreement (case_id, request_id);

      create table agreement_signature (
        agreement_id uuid not null constraint agreement_signature_agreement_fkey references agreement (id),
        account_id uuid not null,
        role text not null,
        read_at timestamptz,
        signed_at timestamptz,
        method text,
        constraint agreement_signature_pkey primary key (agreement_id, account_id)
      );

      create table instalment (
        agreement_id uuid not null constraint instalment_agreement_fkey references agreement (id),
        n int not null,
        due_date date not null,
        amount_fen bigint not null,
        paid_at timestamptz,
        evidence_id uuid,
        constraint instalment_pkey primary key (agreement_id, n)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table instalment, agreement_signature, agreement, proposal, session_participant, mediation_session; drop sequence agreement_number_seq');
  }
}
