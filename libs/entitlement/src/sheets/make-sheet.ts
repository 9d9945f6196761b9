import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CalendarsInForce, CaseAccess, CaseTimeline } from '@hejie/cases';
import type { Relation } from '@hejie/cases/contract';
import { daysOf, figuresDays, figuresOf } from '@hejie/law';
import { Clock, newId, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import type { SheetContent } from '../contract/index.js';
import { LocalTables } from '../figures/local-tables.js';
import { CaseRecord, type CaseRecordView } from '../record/case-record.js';
import { EntitlementSheet } from './entitlement-sheet.entity.js';
import { sheetContent, type UsedFigure } from './sheet-content.js';

const MAKERS: readonly Relation[] = ['claimant', 'counsel', 'officer'];

/** Freezes what is due as it stands now. Old versions stay as they were. */
@Injectable()
export class MakeSheet {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly record: CaseRecord,
    private readonly tables: LocalTables,
    private readonly calendars: CalendarsInForce,
    private readonly timeline: CaseTimeline,
    private readonly clock: Clock,
  ) {}

  /** A new version if anything is otherwise than in the last one. @returns id of the version that says what is so now. @throws NOT_FOUND */
  async execute(actor: Actor, caseId: string): Promise<string> {
    await this.access.require(actor, caseId, MAKERS);
    const record = await this.record.unsafeOf(caseId);
    if (!record) throw notFound();
    const content = await this.contentOf(record);
    const digest = digestOf({ answers: record.answers, content: { ...content, asOf: null } });
    return this.work.serialised(`entitlement-sheet:${caseId}`, async (tx) => {
      const last = await tx.findOne(EntitlementSheet, { where: { caseId }, order: { version: 'DESC' } });
      if (last?.digest === digest) return last.id;
      const sheet = { id: newId(), caseId, version: (last?.version ?? 0) + 1, madeBy: actor.accountId, madeAt: this.clock.now(), digest, answers: record.answers as object, content: content as object };
      await tx.insert(EntitlementSheet, sheet);
      await this.timeline.record(tx, { caseId, kind: 'entitlement.sheet_made', actorId: actor.accountId, audience: 'worker_side', data: { version: sheet.version } });
      return sheet.id;
    });
  }

  private async contentOf({ found, answers }: CaseRecordView): Promise<SheetContent> {
    const asOf = this.clock.today();
    const days = figuresDays(answers, asOf);
    const tables = await Promise.all(daysOf(days).map(async (on) => ({ on, ...(await this.tables.at(found.facts.region, on)) })));
    const local = figuresOf(days, new Map(tables.map((t) => [t.on, t.local])));
    const [most] = tables;
    const others = tables.slice(1).flatMap(({ on, figures: standing }) => standing.filter((f) => !most!.figures.some((m) => m.id === f.id)).map((f): UsedFigure => ({ ...f, on })));
    return sheetContent({ answers, local, figures: [...most!.figures, ...others], asOf, days, calendars: await this.calendars.now() });
  }
}

/** SHA-256 of a value with its keys in order, as a reader of the stored row gets it too. */
function digestOf(value: unknown): string {
  const sorted = (_key: string, v: unknown) => (v !== null && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v);
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex');
}
