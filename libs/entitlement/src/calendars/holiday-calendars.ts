import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarsInForce } from '@hejie/cases';
import { SHIPPED_CALENDARS, type Calendars, type YearCalendar } from '@hejie/law';
import { Clock } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { lawCalendars, type CalendarsInForceView, type HolidayDays, type HolidayYear } from '../contract/index.js';
import { ApprovedReads } from '../figures/approved-reads.js';
import { calendarsToCsv } from './calendars-csv.js';

type StatedYear = HolidayYear & { readonly days: HolidayDays };
type ApprovedYear = StatedYear & { readonly approvedAt: Date };

/** The holiday calendars that count: those the law ships with, and over them what two officers approved, the newest decision of each year. */
@Injectable()
export class HolidayCalendars implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly inForce: CalendarsInForce,
    private readonly clock: Clock,
    private readonly reads: ApprovedReads,
  ) {}

  onModuleInit(): void {
    this.inForce.readFrom((ageMs) => this.now(ageMs));
  }

  now(ageMs?: number): Promise<Calendars> {
    return this.reads.of('calendars', async () => ({ ...SHIPPED_CALENDARS, ...lawCalendars(await this.approved()) }), ageMs);
  }

  async list(): Promise<CalendarsInForceView> {
    const approved = await this.approved();
    const shipped = Object.entries(SHIPPED_CALENDARS).filter(([year]) => !approved.some((y) => String(y.year) === year)).map(([year, calendar]) => ({ ...shippedYear(Number(year), calendar), approvedAt: null }));
    const items = [...shipped, ...approved.map((y) => ({ ...y, approvedAt: y.approvedAt.toISOString() }))].sort((a, b) => b.year - a.year);
    const thisYear = Number(this.clock.today().slice(0, 4));
    return { items, missing: [thisYear, thisYear + 1].filter((year) => !items.some((y) => y.year === year)) };
  }

  /** What counts now, as a file that can be imported again. */
  async export(): Promise<string> {
    return calendarsToCsv((await this.list()).items);
  }

  /** Of each year what was decided last, unless that took it back. */
  private async approved(): Promise<ApprovedYear[]> {
    const decided = await this.dataSource.query<(HolidayYear & { approvedAt: Date })[]>(
      `select distinct on (h.year) h.year, h.days, h.source_title as "sourceTitle", h.source_url as "sourceUrl", h.certainty, c.decided_at as "approvedAt"
       from holiday_calendar h join figure_change c on c.id = h.change_id where c.approved order by h.year, c.decided_at desc, h.id desc`,
    );
    return decided.filter((y): y is ApprovedYear => y.days !== null);
  }
}

function shippedYear(year: number, { notice, breaks, makeUp, statutory }: YearCalendar): StatedYear {
  const inYear = (day: string) => `${year}-${day}`;
  return {
    year,
    days: { breaks: breaks.map(([from, to]) => ({ from: inYear(from), to: inYear(to) })), makeUp: makeUp.map(inYear), statutory: statutory.map(inYear) },
    sourceTitle: notice,
    sourceUrl: null,
    certainty: 'verified',
  };
}
