import { Injectable } from '@nestjs/common';
import { Accounts, Organisations } from '@hejie/identity';
import { Clock, newId, OUTBOX_CHANNEL, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { caseFiled, type QuickCase, type Receipt } from '../contract/index.js';
import { caseNumber, claimedFen } from './file-case.js';

/**
 * Case, members, timeline entry and outbox row in one statement, so that filing costs one round trip
 * and one commit. `$5` is the case's number before its running part.
 */
const FILE = `
  with filed as (
    insert into dispute_case (id, created_by, request_id, claimant_id, organisation_path, number, status, primary_type, employer_name,
      facts, claimant_sealed, amount_claimed_fen, behalf_consent, version, created_at, updated_at, filed_at)
    values ($1, $2, $3, $4, $5, replace($6, '{n}', lpad(nextval('case_number_seq')::text, 6, '0')), 'filed', $7, $8, $9, $10, $11, $12, 1, $13, $13, $13)
    on conflict (created_by, request_id) do nothing
    returning id, number
  ), members as (
    insert into case_member (case_id, account_id, relation, since)
    select filed.id, m.account, m.relation, $13::timestamptz from filed,
      (values ($4::uuid, 'claimant'), ($14::uuid, 'officer')) m (account, relation) where m.account is not null
  ), event as (
    insert into case_event (id, case_id, at, kind, actor_id, audience, data)
    select $15, id, $13, 'cases.file', $2, 'all', '{"from":"draft","to":"filed"}' from filed
  ), outbox as (
    insert into outbox_event (id, topic, payload, created_at)
    select $16, $17, jsonb_build_object('caseId', id), $13 from filed
  )
  select id, number, pg_notify('${OUTBOX_CHANNEL}', '') from filed`;

/** Files a whole case at once: for oneself, or by an officer for somebody who called. */
@Injectable()
export class FileQuickCase {
  private city: { path: string; name: string } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly organisations: Organisations,
    private readonly claimants: ClaimantVault,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat: one account and one request id always give the same receipt. */
  async execute(actor: Actor, input: QuickCase): Promise<{ caseId: string }> {
    const { facts, behalf } = input;
    const claimantId = behalf ? await this.callerAccount(behalf) : actor.accountId;
    const id = newId();
    const now = this.clock.now();
    const rows = await this.dataSource.query<{ id: string }[]>(FILE, [
      id,
      actor.accountId,
      input.requestId,
      claimantId,
      (await this.servedBy()).path,
      caseNumber(now, '{n}'),
      facts.disputeTypes[0],
      facts.employer.name,
      JSON.stringify(facts),
      this.claimants.seal({ ...input.claimant, ...(behalf ? { name: behalf.name } : {}) }),
      claimedFen(facts),
      behalf?.consent ?? null,
      now,
      behalf ? actor.accountId : null,
      newId(),
      newId(),
      caseFiled.topic,
    ]);
    if (rows[0]) return { caseId: rows[0].id };
    const earlier = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ createdBy: actor.accountId, requestId: input.requestId });
    return { caseId: earlier.id };
  }

  /** The caller owns the case: signing in with that phone later shows it. */
  private callerAccount(behalf: NonNullable<QuickCase['behalf']>): Promise<string> {
    return this.work.run(async (tx) => {
      const accountId = await this.accounts.ensurePersonByPhone(tx, { phone: behalf.phone, name: behalf.name });
      await this.accounts.nameIfUnnamed(tx, accountId, behalf.name);
      return accountId;
    });
  }

  /** The city's union; it does not change while the process runs once it is there. */
  private async servedBy(): Promise<{ path: string; name: string }> {
    this.city ??= (await this.organisations.root()) ?? undefined;
    return this.city ?? { path: '', name: '' };
  }
}
