import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseReader, CaseTimeline, WORKER_SIDE } from '@hejie/cases';
import type { Relation } from '@hejie/cases/contract';
import { Clock, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import type { SheetView } from '../contract/index.js';
import { EntitlementSheet } from './entitlement-sheet.entity.js';
import { SheetConsent } from './sheet-consent.entity.js';

const READERS: readonly Relation[] = [...WORKER_SIDE, 'respondent', 'mediator'];

/** Who sees a sheet: the worker's side always; the employer and the mediator when both sides agree. */
@Injectable()
export class ReadSheets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly cases: CaseReader,
    private readonly timeline: CaseTimeline,
    private readonly clock: Clock,
  ) {}

  /** Newest first. The employer hears of a sheet once the worker offers it; what is in it, once both agree. @throws NOT_FOUND */
  async list(actor: Actor, caseId: string): Promise<SheetView[]> {
    const relations = await this.access.require(actor, caseId, READERS);
    const sheets = await this.dataSource.getRepository(EntitlementSheet).find({ where: { caseId }, order: { version: 'DESC' } });
    const consents = await this.consentsTo(sheets.map((s) => s.id));
    return sheets.flatMap((sheet) => {
      const view = viewOf(sheet, consents, relations);
      return view ? [view] : [];
    });
  }

  /** @throws NOT_FOUND for a sheet one may not hear of */
  async one(actor: Actor, id: string): Promise<SheetView> {
    return (await this.visible(actor, id)).view;
  }

  /** A sheet whose content the actor may see, with its case, for the paper. @throws NOT_FOUND */
  async forPaper(actor: Actor, id: string) {
    const { view, sheet } = await this.visible(actor, id);
    const found = await this.cases.unsafeCase(sheet.caseId);
    if (!view.content || !found) throw notFound();
    return { view: { ...view, content: view.content }, found };
  }

  /** Either party agrees, or takes it back, for its own side only. @throws NOT_FOUND also for a sheet that was not offered */
  async consent(actor: Actor, id: string, agreed: boolean): Promise<SheetView> {
    const { sheet, relations, view } = await this.visible(actor, id);
    const side = (['claimant', 'respondent'] as const).find((s) => relations.includes(s));
    if (!side) throw notFound();
    if (view.consents[side] !== agreed) {
      await this.work.run(async (tx) => {
        await tx.upsert(SheetConsent, { sheetId: id, side, agreed, accountId: actor.accountId, at: this.clock.now() }, ['sheetId', 'side']);
        await this.timeline.record(tx, { caseId: sheet.caseId, kind: agreed ? 'entitlement.sheet_agreed' : 'entitlement.sheet_unagreed', actorId: actor.accountId, data: { version: sheet.version } });
      });
    }
    return this.one(actor, id);
  }

  private async visible(actor: Actor, id: string) {
    const sheet = await this.dataSource.getRepository(EntitlementSheet).findOneBy({ id });
    if (!sheet) throw notFound();
    const relations = await this.access.require(actor, sheet.caseId, READERS);
    const view = viewOf(sheet, await this.consentsTo([id]), relations);
    if (!view) throw notFound();
    return { sheet, relations, view };
  }

  private consentsTo(sheetIds: readonly string[]): Promise<SheetConsent[]> {
    return this.dataSource.getRepository(SheetConsent).findBy({ sheetId: In([...sheetIds]), agreed: true });
  }
}

function viewOf(sheet: EntitlementSheet, consents: readonly SheetConsent[], relations: readonly Relation[]): SheetView | null {
  const agreed = (side: SheetConsent['side']) => consents.some((c) => c.sheetId === sheet.id && c.side === side);
  const consent = { claimant: agreed('claimant'), respondent: agreed('respondent') };
  const ours = relations.some((r) => WORKER_SIDE.includes(r));
  if (!ours && !consent.claimant) return null;
  return {
    id: sheet.id,
    version: sheet.version,
    madeAt: sheet.madeAt.toISOString(),
    digest: sheet.digest,
    consents: consent,
    content: ours || consent.respondent ? sheet.content : null,
    answers: ours ? (sheet.answers as SheetView['answers']) : null,
  };
}
