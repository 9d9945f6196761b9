import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { Batcher, Clock, newId, OUTBOX_CHANNEL, UnitOfWork } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CASE_LIFECYCLE } from '../case/case-lifecycle-table.js';
import { caseFiled, type OtherRespondent } from '../contract/index.js';
import { columnsOf } from '../respondents/name-respondents.js';
import { caseNumber } from './file-case.js';

/** Most cases of one commit: bounds how long the first of them waits. */
const MAX_BATCH = 100;

/** One case that was told as a whole, as its columns. */
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
  /** Who is named beside the employer, as rows of `case_respondent`. */
  readonly others: readonly object[];
}

/** One draft to be filed: what becomes of its columns. */
export interface DraftFiling {
  readonly id: string;
  /** When the draft was changed last, as it was read for these columns; a draft changed since is not filed. */
  readonly seen: Date;
  readonly actor_id: string;
  readonly primary_type: string;
  readonly employer_name: string;
  readonly facts: object;
  readonly amount_claimed_fen: number;
  /** Of the claimant, for an account that has no name yet: how the others at the case will see them. */
  readonly claimant: { readonly accountId: string; readonly name: string };
  readonly others: readonly object[];
}

/** Who is named beside the employer, as rows of their own. */
export const othersOf = (others: readonly OtherRespondent[]): object[] => others.map((other, i) => ({ id: newId(), number: i + 2, ...columnsOf(other) }));

export interface Filed {
  readonly id: string;
  readonly number: string;
  readonly filedAt: Date;
}

const { from: [from], to } = CASE_LIFECYCLE.file;

/** Other respondents, timeline entries and outbox rows of the cases in `news` (id, number, event_id, outbox_id, actor_id), and what is answered of each. */
const TOLD = `others as (
    insert into case_respondent (id, case_id, number, name, uscc, address, role, created_at)
    select o.id, input.id, o.number, o.name, o.uscc, o.address, o.role, $3
    from input join news using (id), jsonb_to_recordset(input.others) as o (id uuid, number int, name text, uscc text, address text, role text)
  ), event as (
    insert into case_event (id, case_id, at, kind, actor_id, audience, data)
    select event_id, id, $3, 'cases.file', actor_id, 'all', '${JSON.stringify({ from, to })}' from news
  ), outbox as (
    insert into outbox_event (id, topic, payload, created_at)
    select outbox_id, '${caseFiled.topic}', jsonb_build_object('caseId', id), $3 from news
  )
  select id, number, pg_notify('${OUTBOX_CHANNEL}', '') from news`;

/** The next number of a case; $2 is the number with `{n}` for its running part. */
const NUMBER = `replace($2, '{n}', to_char(nextval('case_number_seq'), 'FM999999000000'))`;

/** Cases ($1, as JSON) with their members, other respondents, timeline entries and outbox rows in one statement. A request id seen before files nothing. */
const FILE = `
  with input as (
    select * from jsonb_to_recordset($1) as r (id uuid, event_id uuid, outbox_id uuid, created_by uuid, request_id uuid, claimant_id uuid,
      officer_id uuid, organisation_path text, primary_type text, employer_name text, facts jsonb, claimant_sealed text,
      amount_claimed_fen bigint, behalf_consent text, others jsonb)
  ), filed as (
    insert into dispute_case (id, created_by, request_id, claimant_id, organisation_path, number, status, primary_type, employer_name,
      facts, claimant_sealed, amount_claimed_fen, behalf_consent, version, created_at, updated_at, filed_at)
    select id, created_by, request_id, claimant_id, organisation_path, ${NUMBER}, '${to}',
      primary_type, employer_name, facts, claimant_sealed, amount_claimed_fen, behalf_consent, 1, $3, $3, $3
    from input
    on conflict (created_by, request_id) do nothing
    returning id, number
  ), members as (
    insert into case_member (case_id, account_id, relation, since)
    select input.id, m.account, m.relation, $3::timestamptz
    from input join filed using (id), lateral (values (claimant_id, 'claimant'), (officer_id, 'officer')) m (account, relation)
    where m.account is not null
  ), news as (
    select id, number, event_id, outbox_id, created_by as actor_id from input join filed using (id)
  ), ${TOLD}`;

/** The same for drafts, which have their members. One that was filed or changed since it was read stays as it is. */
const FILE_DRAFTS = `
  with input as (
    select * from jsonb_to_recordset($1) as r (id uuid, seen timestamptz, event_id uuid, outbox_id uuid, actor_id uuid,
      primary_type text, employer_name text, facts jsonb, amount_claimed_fen bigint, others jsonb)
  ), news as (
    update dispute_case c set status = '${to}', number = ${NUMBER}, primary_type = input.primary_type, employer_name = input.employer_name,
      facts = input.facts, amount_claimed_fen = input.amount_claimed_fen, version = c.version + 1, filed_at = $3, updated_at = $3
    from input where c.id = input.id and c.status = '${from}' and c.updated_at = input.seen
    returning c.id, c.number, input.event_id, input.outbox_id, input.actor_id
  ), ${TOLD}`;

/**
 * Writes filings, many in one commit when many come in at once. A commit that wakes the relay waits
 * for every other such commit of the database, so sharing it is what makes intake fast.
 */
@Injectable()
export class Filings {
  private readonly cases = new Batcher((filings: readonly Filing[]) => this.write(filings), MAX_BATCH);
  private readonly drafts = new Batcher((filings: readonly DraftFiling[]) => this.writeDrafts(filings), MAX_BATCH);

  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** Resolves after the commit; null when this account's request id was used before. */
  file(filing: Filing): Promise<Filed | null> {
    return this.cases.add(filing);
  }

  /** Resolves after the commit; null when the draft was filed or changed since it was read. */
  fileDraft(filing: DraftFiling): Promise<Filed | null> {
    return this.drafts.add(filing);
  }

  private async write(filings: readonly Filing[]): Promise<(Filed | null)[]> {
    const filedAt = this.clock.now();
    const rows = filings.map((filing) => ({ ...filing, id: newId(), event_id: newId(), outbox_id: newId() }));
    const numbers = numbersOf(await this.dataSource.query(FILE, [JSON.stringify(rows), caseNumber(filedAt, '{n}'), filedAt]));
    return rows.map(({ id }) => filedAs(id, numbers.get(id), filedAt));
  }

  private async writeDrafts(filings: readonly DraftFiling[]): Promise<(Filed | null)[]> {
    const filedAt = this.clock.now();
    const rows = filings.map(({ claimant: _claimant, ...filing }) => ({ ...filing, event_id: newId(), outbox_id: newId() }));
    const numbers = await this.work.run(async (tx) => {
      const filed = numbersOf(await tx.query(FILE_DRAFTS, [JSON.stringify(rows), caseNumber(filedAt, '{n}'), filedAt]));
      await this.accounts.nameIfUnnamed(tx, new Map(filings.filter((f) => filed.has(f.id)).map(({ claimant }) => [claimant.accountId, claimant.name])));
      return filed;
    });
    return rows.map(({ id }) => filedAs(id, numbers.get(id), filedAt));
  }
}

const numbersOf = (filed: readonly { id: string; number: string }[]) => new Map(filed.map((f) => [f.id, f.number]));

const filedAs = (id: string, number: string | undefined, filedAt: Date): Filed | null => (number === undefined ? null : { id, number, filedAt });
