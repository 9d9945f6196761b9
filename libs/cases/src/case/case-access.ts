import { Injectable } from '@nestjs/common';
import { Batcher, Clock, notFound, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { relationSchema, type Audience, type Relation } from '../contract/index.js';

/** Everybody who is anything to a case. */
export const EVERYBODY: readonly Relation[] = relationSchema.options;
/** Mediation with the employer is none of a joint respondent's business: each door that is theirs too says so. */
const BUT_CO_RESPONDENTS: readonly Relation[] = EVERYBODY.filter((r) => r !== 'co_respondent');

/** A letter of authority that is good on a day: the day is the clock's, never a caller's. */
const letter = (caseId: string, account: string, today: string) =>
  `exists (select 1 from case_delegation d where d.case_id = ${caseId} and d.delegate_id = ${account} and d.revoked_at is null and d.valid_until >= '${today}')`;

/** Who a case is visible to, as SQL over `dispute_case c` with the account in $1 and the organisations in $2. */
const visibleOn = (today: string) => `(
  exists (select 1 from case_member m where m.case_id = c.id and m.account_id = $1 and m.until is null)
  or (c.status <> 'draft' and exists (select 1 from unnest($2::text[]) o where c.organisation_path like o || '%'))
  or ${letter('c.id', '$1', today)}
)`;

/** Most questions answered by one query. */
const MAX_ASKED = 200;

/** Who asks what they are to which case. */
interface Asked {
  readonly case_id: string;
  readonly account_id: string;
  readonly departments: readonly string[];
}

/** The one place that says what somebody is to a case. */
@Injectable()
export class CaseAccess {
  private readonly asked = new Batcher((asked: readonly Asked[]) => this.answer(asked), MAX_ASKED);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Relations of the actor to the case; none for a missing case or a stranger. Who asks at the same time is answered by one query. */
  relationsOf(actor: Actor, caseId: string): Promise<Relation[]> {
    return this.asked.add({ case_id: caseId, account_id: actor.accountId, departments: this.departments(actor) });
  }

  /**
   * The actor's relations if they have any of the wanted ones; who speaks for somebody named beside the employer has to be wanted by name.
   * @throws NOT_FOUND otherwise, whether or not the case exists
   */
  async require(actor: Actor, caseId: string, wanted: readonly Relation[] = BUT_CO_RESPONDENTS): Promise<Relation[]> {
    const relations = await this.relationsOf(actor, caseId);
    if (!relations.some((r) => wanted.includes(r))) throw notFound();
    return relations;
  }

  /** The same rule for lists: a condition over `dispute_case c` and its first two parameters. */
  visible(actor: Actor): { sql: string; params: [string, string[]] } {
    return { sql: visibleOn(this.clock.today()), params: [actor.accountId, this.departments(actor)] };
  }

  /** Cases in which somebody works now (counsel, mediator, officer, or by a letter of authority) and that are not over, and as what. */
  async casesOf(accountId: string): Promise<Map<string, Relation[]>> {
    const rows = await this.dataSource.query<{ id: string; relations: Relation[] }[]>(
      `select c.id, array_agg(w.relation order by w.since) as relations from dispute_case c join (
         select m.case_id, m.relation, m.since from case_member m where m.account_id = $1 and m.until is null and m.relation in ('counsel', 'mediator', 'officer')
         union all
         select d.case_id, 'delegate', d.granted_at from case_delegation d where d.delegate_id = $1 and d.revoked_at is null and d.valid_until >= $2
       ) w on w.case_id = c.id
       where c.filed_at is not null and ${stillRuns('$2')}
       group by c.id`,
      [accountId, this.clock.today()],
    );
    return new Map(rows.map((r) => [r.id, r.relations]));
  }

  /** What an account is now to each of its cases, itself or by a letter of authority, whatever became of them; for lists of other contexts. */
  async standingsOf(accountId: string): Promise<Map<string, Relation[]>> {
    const rows = await this.dataSource.query<{ id: string; relations: Relation[] }[]>(
      `select w.id, array_agg(w.relation) as relations from (
         select m.case_id as id, m.relation from case_member m where m.account_id = $1 and m.until is null
         union all
         select d.case_id, 'delegate' from case_delegation d where d.delegate_id = $1 and d.revoked_at is null and d.valid_until >= $2
       ) w group by w.id`,
      [accountId, this.clock.today()],
    );
    return new Map(rows.map((r) => [r.id, r.relations]));
  }

  /** Cases of the actor's organisations, and of all below them, that are under way. */
  async openBelow(actor: Pick<Actor, 'organisations'>): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select c.id from dispute_case c where c.filed_at is not null and ${stillRuns('$2')}
       and exists (select 1 from unnest($1::text[]) o where c.organisation_path like o || '%')`,
      [actor.organisations, this.clock.today()],
    );
    return rows.map((r) => r.id);
  }

  private async answer(asked: readonly Asked[]): Promise<Relation[][]> {
    const rows = await this.dataSource.query<{ n: number; relation: Relation }[]>(
      `with asked as (select * from jsonb_to_recordset($1) as a (n int, case_id uuid, account_id uuid, departments jsonb))
       select a.n, m.relation from asked a join case_member m on m.case_id = a.case_id and m.account_id = a.account_id and m.until is null
       union all
       select a.n, 'department' from asked a join dispute_case c on c.id = a.case_id
       where c.status <> 'draft' and exists (select 1 from jsonb_array_elements_text(a.departments) o where c.organisation_path like o || '%')
       union all
       select a.n, 'delegate' from asked a where ${letter('a.case_id', 'a.account_id', this.clock.today())}`,
      [JSON.stringify(asked.map((a, n) => ({ n, ...a })))],
    );
    return asked.map((_, n) => rows.filter((r) => r.n === n).map((r) => r.relation));
  }

  private departments(actor: Actor): string[] {
    return actor.roles.includes('legal_officer') ? [...actor.organisations] : [];
  }
}

/** The worker and who stands with them; these may see what is private to the worker's side. */
export const WORKER_SIDE: readonly Relation[] = ['claimant', 'representative', 'delegate', 'counsel', 'officer', 'department'];

/** Of these, who reads what is the claimant's alone: fellow workers who represent a group and its delegate do not. */
export const CLAIMANTS_OWN: readonly Relation[] = ['claimant', 'counsel', 'officer', 'department'];

/** Who speaks for the employer or for somebody named beside it. */
export const RESPONDENTS: readonly Relation[] = ['respondent', 'co_respondent'];

/** Those who serve the case for the union; the worker's lawyer is a side's, not one of them. */
const STAFF: readonly Relation[] = ['mediator', 'officer', 'department'];

/** Which timeline audiences the relations may read. */
export function audiencesOf(relations: readonly Relation[]): Audience[] {
  const any = (of: readonly Relation[]) => relations.some((r) => of.includes(r));
  return [
    'all',
    ...(any(WORKER_SIDE) ? (['worker_side'] as const) : []),
    ...(any(RESPONDENTS) ? (['respondent_side'] as const) : []),
    ...(any(STAFF) ? (['staff'] as const) : []),
  ];
}

/** Whether `dispute_case c` is not over on a day; an award that closed it can be contested for some weeks more (劳动争议调解仲裁法 Art 48-50). */
export const stillRuns = (day: string) => `(c.status not in ('closed', 'withdrawn') or (c.outcome = 'awarded' and c.closed_at > ${day}::date - 60))`;
