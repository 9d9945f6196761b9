import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateShares1700000005950 implements MigrationInterface {
  name = 'CreateShares1700000005950';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agreement_share (
        agreement_id uuid not null constraint agreement_share_agreement_fkey references agreement (id),
        member_id uuid not null,
        amount_fen bigint not null,
        accepted_at timestamptz,
        consent text,
        constraint agreement_share_pkey primary key (agreement_id, member_id)
      );
      create index agreement_share_member on agreement_share (member_id);

      create table share_payment (
        id uuid not null constraint share_payment_pkey primary key,
        agreement_id uuid not null constraint share_payment_agreement_fkey references agreement (id),
        member_id uuid not null,
        request_id uuid not null,
        amount_fen bigint not null,
        paid_on date not null,
        evidence_id uuid,
        recorded_by uuid not null,
        recorded_at timestamptz not null
      );
      create unique index share_payment_request on share_payment (agreement_id, request_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table share_payment, agreement_share');
  }
}
