import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { AuditLog, Clock, newId, notFound, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { calendarsFromCsv } from '../calendars/calendars-csv.js';
import { HolidayCalendar } from '../calendars/holiday-calendar.entity.js';
import {
  calendarsChanged,
  type DecideFigures,
  type FigureChangeView,
  type FigureRow,
  type HolidayYear,
  type ImportCalendars,
  type ImportFigures,
  type ProposeCalendars,
  type ProposeFigures,
} from '../contract/index.js';
import type { CsvFault } from '../csv/csv.js';
import { refuse } from '../entitlement.refusals.js';
import { ApprovedReads } from './approved-reads.js';
import { FigureChange } from './figure-change.entity.js';
import { figuresFromCsv } from './figures-csv.js';
import { LocalFigure } from './local-figure.entity.js';
import { LocalTables } from './local-tables.js';

/** How many changes are shown, open ones first. */
const SHOWN = 50;

/** Changing a figure or a holiday calendar takes two officers: people's money and dates hang on it. */
@Injectable()
export class ChangeFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly tables: LocalTables,
    private readonly reads: ApprovedReads,
    private readonly accounts: Accounts,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat by request id. */
  propose(actor: Actor, { rows, ...request }: ProposeFigures): Promise<FigureChangeView> {
    return this.open(actor, request, rows.length, async (tx, changeId) => {
      await tx.insert(LocalFigure, rows.map((row) => ({ ...row, id: newId(), changeId, value: row.value === null ? null : String(row.value) })));
    });
  }

  /** The same for whole years of the holiday calendar. */
  proposeCalendars(actor: Actor, { years, ...request }: ProposeCalendars): Promise<FigureChangeView> {
    return this.open(actor, request, years.length, async (tx, changeId) => {
      await tx.insert(HolidayCalendar, years.map((year) => ({ ...year, id: newId(), changeId, days: year.days as object | null })));
    });
  }

  private async open(actor: Actor, { requestId, reason }: { requestId: string; reason: string }, rows: number, insertRows: (tx: Tx, changeId: string) => Promise<void>): Promise<FigureChangeView> {
    const id = await this.work.run(async (tx) => {
      const change = { id: newId(), proposedBy: actor.accountId, requestId, reason, proposedAt: this.clock.now(), decidedBy: null, decidedAt: null, approved: null, note: null };
      const inserted = await tx.createQueryBuilder().insert().into(FigureChange).values(change).orIgnore().returning('id').execute();
      if (!(inserted.raw as unknown[]).length) return (await tx.findOneByOrFail(FigureChange, { proposedBy: actor.accountId, requestId })).id;
      await insertRows(tx, change.id);
      await this.audit.append(tx, { actorId: actor.accountId, action: 'entitlement.figures_proposed', subject: `figure_change:${change.id}`, detail: { rows } });
      return change.id;
    });
    return this.one(actor, id);
  }

  /** All rows of a CSV file or none. @throws FIGURES_CSV_INVALID with the faults in `errors` */
  import(actor: Actor, { csv, ...request }: ImportFigures): Promise<FigureChangeView> {
    const { rows, faults } = figuresFromCsv(csv);
    noFaults(faults);
    return this.propose(actor, { ...request, rows: [...rows] });
  }

  /** All years of a CSV file or none. @throws FIGURES_CSV_INVALID with the faults in `errors` */
  importCalendars(actor: Actor, { csv, ...request }: ImportCalendars): Promise<FigureChangeView> {
    const { years, faults } = calendarsFromCsv(csv);
    noFaults(faults);
    return this.proposeCalendars(actor, { ...request, years: [...years] });
  }

  /** Approved figures count from the commit on. Safe to repeat. @throws NOT_FOUND, FIGURES_DECIDED, FIGURES_NEED_ANOTHER */
  async decide(actor: Actor, id: string, { approve, note }: DecideFigures): Promise<FigureChangeView> {
    await this.work.run(async (tx) => {
      const change = await tx.findOne(FigureChange, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!change) throw notFound();
      if (change.decidedAt) {
        if (change.decidedBy === actor.accountId && change.approved === approve) return;
        throw refuse('FIGURES_DECIDED');
      }
      if (change.proposedBy === actor.accountId) throw refuse('FIGURES_NEED_ANOTHER');
      await tx.update(FigureChange, { id }, { decidedBy: actor.accountId, decidedAt: this.clock.now(), approved: approve, note: note ?? null });
      if (approve && (await tx.existsBy(HolidayCalendar, { changeId: id }))) await this.outbox.put(tx, calendarsChanged, { changeId: id });
      await this.audit.append(tx, { actorId: actor.accountId, action: approve ? 'entitlement.figures_approved' : 'entitlement.figures_declined', subject: `figure_change:${id}` });
    });
    this.reads.forget();
    return this.one(actor, id);
  }

  /** The newest changes, those that wait for a decision first. */
  async list(actor: Actor): Promise<FigureChangeView[]> {
    const changes = await this.dataSource.getRepository(FigureChange).createQueryBuilder('c').orderBy('c.decided_at is null', 'DESC').addOrderBy('c.proposed_at', 'DESC').limit(SHOWN).getMany();
    return this.views(actor, changes);
  }

  private async one(actor: Actor, id: string): Promise<FigureChangeView> {
    return (await this.views(actor, [await this.dataSource.getRepository(FigureChange).findOneByOrFail({ id })]))[0]!;
  }

  private async views(actor: Actor, changes: readonly FigureChange[]): Promise<FigureChangeView[]> {
    const figures = await this.dataSource.getRepository(LocalFigure).find({ where: { changeId: In(changes.map((c) => c.id)) }, order: { id: 'ASC' } });
    const calendars = await this.dataSource.getRepository(HolidayCalendar).find({ where: { changeId: In(changes.map((c) => c.id)) }, order: { year: 'ASC' } });
    const names = await this.accounts.names(changes.flatMap((c) => [c.proposedBy, c.decidedBy]).filter((id) => id !== null));
    const nameOf = (id: string | null) => (id ? (names.get(id)?.name ?? null) : null);
    return Promise.all(
      changes.map(async (c) => ({
        id: c.id,
        reason: c.reason,
        proposedBy: nameOf(c.proposedBy),
        proposedAt: c.proposedAt.toISOString(),
        mine: c.proposedBy === actor.accountId,
        status: c.approved === null ? ('open' as const) : c.approved ? ('approved' as const) : ('declined' as const),
        decidedBy: nameOf(c.decidedBy),
        decidedAt: c.decidedAt?.toISOString() ?? null,
        note: c.note,
        rows: await this.withNow(figures.filter((f) => f.changeId === c.id)),
        years: calendars.filter((y) => y.changeId === c.id).map(yearOf),
      })),
    );
  }

  private async withNow(figures: readonly LocalFigure[]): Promise<(FigureRow & { now: number | null })[]> {
    const standing = await this.tables.standing(figures);
    return figures.map((f, i) => ({ ...rowOf(f), now: standing[i]! }));
  }
}

function noFaults(faults: readonly CsvFault[]): void {
  if (faults.length === 0) return;
  const issues = faults.map(({ line, column, issue }) => ({ ...issue, path: column ? [line, column] : [line] }));
  throw refuse('FIGURES_CSV_INVALID', { params: { count: faults.length }, issues });
}

const yearOf = ({ year, days, sourceTitle, sourceUrl, certainty }: HolidayCalendar): HolidayYear => ({ year, days, sourceTitle, sourceUrl, certainty });

/** As the contract carries it. */
export function rowOf({ region, figure, value, validFrom, validTo, sourceTitle, sourceUrl, certainty }: LocalFigure): FigureRow {
  return { region, figure, value: value === null ? null : Number(value), validFrom, validTo, sourceTitle, sourceUrl, certainty };
}
