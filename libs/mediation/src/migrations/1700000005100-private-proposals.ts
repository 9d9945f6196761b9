import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals shown to one side only, why a session ended, what the mediator disclosed, and signers on paper without an account. */
export class PrivateProposals1700000005100 implements MigrationInterface {
  name = 'PrivateProposals1700000005100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table proposal add column audience text not null default 'all';
      alter table proposal alter column audience drop default;
      drop index proposal_open;
      create unique index proposal_open on proposal (session_id, audience) where state = 'open';

      alter table mediation_session add column close_reason text, add column disclosure text, add column disclosed_at timestamptz;
      create index mediation_session_case on mediation_session (case_id);

      alter table agreement_signature drop constraint agreement_signature_pkey;
      alter table agreement_signature add constraint agreement_signature_pkey primary key (agreement_id, role);
      alter table agreement_signature alter column account_id drop not null, add column signer_name text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from agreement_signature where account_id is null;
      alter table agreement_signature drop constraint agreement_signature_pkey;
      alter table agreement_signature drop column signer_name, alter column account_id set not null;
      alter table agreement_signature add constraint agreement_signature_pkey primary key (agreement_id, account_id);
      drop index mediation_session_case;
      alter table mediation_session drop column close_reason, drop column disclosure, drop column disclosed_at;
      update proposal set state = 'expired', decided_at = made_at where state = 'open' and audience <> 'all';
      drop index proposal_open;
      create unique index proposal_open on proposal (session_id) where state = 'open';
      alter table proposal drop column audience;
    `);
  }
}
