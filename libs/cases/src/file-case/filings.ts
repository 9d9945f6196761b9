import { Injectable } from '@nestjs/common';
import { Batcher, Clock, newId, OUTBOX_CHANNEL } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CASE_LIFECYCLE } from '../case/case-lifecycle-table.js';
import { caseFiled } from '../contract/index.js';
import { caseNumber } from './file-case.js';

/** Most cases of one commit: bounds how long the first of them waits. */
const MAX_BATCH = 100;

/** One case to be filed, as its columns. */
export interface Filing {
  readonly created_by: string;
  readonly request_id: string;
  readonly claimant_id: string;
  /** Who filed for the claimant and answers for the case from now on. */
  readonly officer_id: string | null;
  readonly organisation_path: string;
  readonly primary_type: string;
  readonly employer_name: string;
  readonly facts: object;
  readonly claimant_sealed: string;
  readonly amount_claimed_fen: number;
  readonly behalf_consent: string | null;
}

export interface Filed {
  readonly id: string;
  readonly number: string;
  readonly filedAt: Date;
}

const { from: [from], to } = CASE_LIFECYCLE.file;

/**
 * Cases ($1, as JSON) with their members, timeline entries and outbox rows in one statement. $2 is
 * the number with `{n}` for its running part. A request id seen before files nothing.
 */
const FILE = `
  with input as (
    select * from jsonb_to_recordset($1) as r (id uuid, event_id uuid, outbox_id uuid, created_by uuid, request_id uuid, claimant_id uuid,
      officer_id uuid, organisation_path text, primary_type text, employer_name text, facts jsonb, claimant_sealed text,
      amount_claimed_fen bigint, behalf_consent text)
  ), filed as (
    insert into dispute_case (id, created_by, request_id, claimant_id, organisation_path, number, status, primary_type, employer_name,
      facts, claimant_sealed, amount_claimed_fen, behalf_consent, version, created_at, updated_at, filed_at)
    select id, created_by, request_id, claimant_id, organisation_path, replace($2, '{n}', to_char(nextval('case_number_seq'), 'FM999999000000')), '${to}',
      primary_type, employer_name, facts, claimant_sealed, amount_claimed_fen, behalf_consent, 1, $3, $3, $3
    from input
    on conflict (created_by, request_id) do nothing
    returning id, number
  ), members as (
    insert into case_member (case_id, account_id, relation, since)
    select input.id, m.account, m.relation, $3::timestamptz
    from input join filed using (id), lateral (values (claimant_id, 'claimant'), (officer_id, 'officer')) m (account, relation)
    where m.account is not null
  ), event as (
    insert into case_event (id, case_id, at, kind, actor_id, audience, data)
    select event_id, id, $3, 'cases.file', created_by, 'all', '${JSON.stringify({ from, to })}' from input join filed using (id)
  ), outbox as (
    insert into outbox_event (id, topic, payload, created_at)
    select outbox_id, '${caseFiled.topic}', jsonb_build_object('caseId', id), $3 from input join filed using (id)
  )
  select id, number, pg_notify('${OUTBOX_CHANNEL}', '') from filed`;

/**
 * Writes filings, many in one commit when many come in at once. A commit that wakes the relay waits
 * for every other such commit of the database, so sharing it is what makes intake fast.
 */
@Injectable()
export class Filings {
  private readonly batches = new Batcher((filings: readonly Filing[]) => this.write(filings), MAX_BATCH);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Resolves after the commit; null when this account's request id was used before. */
  file(filing: Filing): Promise<Filed | null> {
    return this.batches.add(filing);
  }

  private async write(filings: readonly Filing[]): Promise<(Filed | null)[]> {
    const filedAt = this.clock.now();
    const rows = filings.map((filing) => ({ ...filing, id: newId(), event_id: newId(), outbox_id: newId() }));
    const filed = await this.dataSource.query<{ id: string; number: string }[]>(FILE, [JSON.stringify(rows), caseNumber(filedAt, '{n}'), filedAt]);
    const numbers = new Map(filed.map((f) => [f.id, f.number]));
    return rows.map(({ id }) => {
      const number = numbers.get(id);
      return number === undefined ? null : { id, number, filedAt };
    });
  }
}
