import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { openBinder, renderPdf, type PdfBinder } from '@hejie/papers';
import { Config, FileStore, type Tx } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { BoundExhibit } from '../contract/index.js';
import { Custody, type CustodyLine } from '../custody/custody.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { EvidenceList, type ListedEvidence } from '../evidence-list/evidence-list.js';
import { Respondents } from '../respondents/respondents.js';
import { exhibitLabel, frontPaper, sheetPaper, titleOf, trailPaper, type Unprinted } from './bundle-papers.js';
import { durationOf, printOf } from './prints.js';

/** What a picture takes at most once it is made small enough for paper. */
const PICTURE_BYTES = 1024 * 1024;
const MOST_BUNDLE_BYTES = 400 * 1024 * 1024;

export interface BundleOrder {
  readonly caseId: string;
  /** In this order. */
  readonly evidenceIds: readonly string[];
  /** When it was asked for; the same order of the same moment gives the same bytes. */
  readonly at: Date;
  readonly volume: Volume;
}

/** One of several files that are one bundle together. */
export interface Volume {
  readonly number: number;
  readonly of: number;
  /** Exhibits run on through the volumes. */
  readonly firstExhibit: number;
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
    private readonly respondents: Respondents,
    private readonly store: FileStore,
    private readonly config: Config,
  ) {}

  /** A list in volumes of which each can be bound, and sent, as one file. */
  volumesOf(listed: readonly ListedEvidence[]): ListedEvidence[][] {
    const volumes: ListedEvidence[][] = [[]];
    let room = this.config.bundleVolumeBytes;
    for (const e of listed) {
      if (weightOf(e) > room && volumes.at(-1)!.length) {
        volumes.push([]);
        room = this.config.bundleVolumeBytes;
      }
      volumes.at(-1)!.push(e);
      room -= weightOf(e);
    }
    return volumes;
  }

  /** For who has checked access. What the list does not hold any more is left out. */
  async unsafeBind({ caseId, evidenceIds, at, volume }: BundleOrder): Promise<BoundBundle> {
    const found = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    const listed = (await this.list.unsafeOf(caseId, evidenceIds)).map((e) => ({ ...e, exhibit: e.exhibit - 1 + volume.firstExhibit }));
    const of = { number: found.number, claimant: this.claimants.open(found.claimantSealed).name ?? '', employer: (await this.respondents.of(found)).map((r) => r.name).join('、'), at, volume };
    const binder = await openBinder(titleOf(volume), at);
    const placed: { e: ListedEvidence; from: number; to: number; printed: boolean }[] = [];
    for (const e of listed) {
      const from = binder.pages + 1;
      const why = await this.print(binder, e, at);
      if (why) await binder.addPdf(await renderPdf(sheetPaper(of, e, why, await durationOf(e, this.store))), exhibitLabel(e));
      placed.push({ e, from, to: binder.pages, printed: !why });
    }
    const trail = (await this.custody.unsafeOf(listed.map((e) => e.id))).filter((line) => line.at <= at.toISOString());
    const trailFrom = binder.pages + 1;
    await binder.addPdf(await renderPdf(trailPaper(of, listed, trail)), '');
    // how many pages the contents take does not depend on the numbers in them
    const front = (shift: number) => renderPdf(frontPaper(of, placed.map(({ e, from, to, printed }) => ({ e, printed, from: from + shift, to: to + shift })), trailFrom + shift));
    const counting = await openBinder('', at);
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

/** What a file adds to what a process holds while it binds, bytes. */
const weightOf = ({ mediaType, bytes }: ListedEvidence): number => (mediaType === 'application/pdf' ? bytes : mediaType.startsWith('image/') ? Math.min(bytes, PICTURE_BYTES) : 0);
