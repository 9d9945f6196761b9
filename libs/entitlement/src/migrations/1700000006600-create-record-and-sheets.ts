import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENTRY = `
        case_id uuid not null,
        request_id uuid not null,
        evidence_id uuid,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        withdrawal_reason text`;

export class CreateRecordAndSheets1700000006600 implements MigrationInterface {
  name = 'CreateRecordAndSheets1700000006600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table legal_event (
        id uuid not null constraint legal_event_pkey primary key,
        kind text not null,
        happened_on date not null,
        party text not null,
        lasts_until date,
        note text,
        ${ENTRY}
      );
      create unique index legal_event_request on legal_event (case_id, request_id);

      create table case_payment (
        id uuid not null constraint case_payment_pkey primary key,
        paid_on date not null,
        amount_fen bigint not null,
        what text not null,
        ${ENTRY}
      );
      create unique index case_payment_request on case_payment (case_id, request_id);

      create table legal_answers (
        case_id uuid not null constraint legal_answers_pkey primary key,
        version int not null,
        answers jsonb not null,
        updated_by uuid not null,
        updated_at timestamptz not null
      );

      create table entitlement_sheet (
        id uuid not null constraint entitlement_sheet_pkey primary key,
        case_id uuid not null,
        version int not null,
        made_by uuid not null,
        made_at timestamptz not null,
        digest text not null,
        answers jsonb not null,
        content jsonb not null
      );
      create unique index entitlement_sheet_version on entitlement_sheet (case_id, version);

      create table sheet_consent (
        sheet_id uuid not null constraint sheet_consent_sheet_fkey references entitlement_sheet (id),
        side text not null,
        agreed boolean not null,
        account_id uuid not null,
        at timestamptz not null,
        constraint sheet_consent_pkey primary key (sheet_id, side)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table sheet_consent, entitlement_sheet, legal_answers, case_payment, legal_event');
  }
}
