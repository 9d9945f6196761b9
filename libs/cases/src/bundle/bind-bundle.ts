import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { PdfBinder, renderPdf } from '@hejie/papers';
import { FileStore, type Tx } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { BoundExhibit } from '../contract/index.js';
import { Custody, type CustodyLine } from '../custody/custody.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { EvidenceList, type ListedEvidence } from '../evidence-list/evidence-list.js';
import { exhibitLabel, frontPaper, sheetPaper, trailPaper, type Unprinted } from './bundle-papers.js';
import { durationOf, printOf } from './prints.js';

/** Of PDFs whose pages go into one bundle, together: what a process holds while it binds. Beyond it a sheet stands for the file. */
const MOST_PDF_BYTES = 160 * 1024 * 1024;
const MOST_BUNDLE_BYTES = 400 * 1024 * 1024;

export interface BundleOrder {
  readonly caseId: string;
  /** In this order. */
  readonly evidenceIds: readonly string[];
  /** When it was asked for; the same order of the same moment gives the same bytes. */
  readonly at: Date;
}

export interface BoundBundle {
  readonly file: { readonly sha256: string; readonly bytes: number; readonly pages: number };
  readonly exhibits: readonly BoundExhibit[];
}

/** Binds evidence into one PDF: cover and contents, the exhibits one by one, their trail and hashes. */
@Injectable()
export class BindBundle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly list: EvidenceList,
    private readonly custody: Custody,
    private readonly claimants: ClaimantVault,
    private readonly store: FileStore,
  ) {}

  /** For who has checked access. What the list does not hold any more is left out. */
  async unsafeBind({ caseId, evidenceIds, at }: BundleOrder): Promise<BoundBundle> {
    const found = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    const listed = await this.list.unsafeOf(caseId, evidenceIds);
    const of = { number: found.number, claimant: this.claimants.open(found.claimantSealed).name ?? '', employer: found.employerName, at };
    const binder = await PdfBinder.open('证据材料', at);
    let pdfRoom = MOST_PDF_BYTES;
    const placed: { e: ListedEvidence; from: number; to: number; printed: boolean }[] = [];
    for (const e of listed) {
      const from = binder.pages + 1;
      const isPdf = e.mediaType === 'application/pdf';
      const why = isPdf && e.bytes > pdfRoom ? 'too_large' : await this.print(binder, e, at);
      if (isPdf && !why) pdfRoom -= e.bytes;
      if (why) await binder.addPdf(await renderPdf(sheetPaper(of, e, why, await durationOf(e, this.store))), exhibitLabel(e));
      placed.push({ e, from, to: binder.pages, printed: !why });
    }
    const trail = (await this.custody.unsafeOf(listed.map((e) => e.id))).filter((line) => line.at <= at.toISOString());
    const trailFrom = binder.pages + 1;
    await binder.addPdf(await renderPdf(trailPaper(of, listed, trail)), '');
    // how many pages the contents take does not depend on the numbers in them
    const front = (shift: number) => renderPdf(frontPaper(of, placed.map(({ e, from, to, printed }) => ({ e, printed, from: from + shift, to: to + shift })), trailFrom + shift));
    const counting = await PdfBinder.open('', at);
    await counting.addPdf(await front(0), '');
    await binder.putFirst(await front(counting.pages));
    const pages = binder.pages;
    const stored = await this.store.put(Readable.from([await binder.finish()]), MOST_BUNDLE_BYTES);
    return {
      file: { ...stored, pages },
      exhibits: placed.map(({ e, from, to, printed }) => ({ evidenceId: e.id, exhibit: e.exhibit, title: e.title, sha256: e.sha256, firstPage: from + counting.pages, lastPage: to + counting.pages, printed })),
    };
  }

  /** Writes into the trail of each exhibit where it went, once. */
  async trail(tx: Tx, exhibits: readonly BoundExhibit[], line: CustodyLine): Promise<void> {
    for (const e of await tx.find(CaseEvidence, { where: { id: In(exhibits.map((x) => x.evidenceId)) }, order: { id: 'ASC' } })) await this.custody.append(tx, e, line);
  }

  /** Answers why it cannot be printed, if so. */
  private async print(binder: PdfBinder, e: ListedEvidence, at: Date): Promise<Unprinted | null> {
    const bytes = await buffer(this.store.open(e.sha256)).catch(() => null);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== e.sha256) return 'not_whole';
    return printOf(binder, e, bytes, exhibitLabel(e), at);
  }
}
