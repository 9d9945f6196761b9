import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { pdfPages } from '@hejie/papers';
import { FileStore } from '@hejie/platform';
import type { CaseEvidence } from '../evidence/case-evidence.entity.js';

/** Of PDFs counted for one list, together; the pages of the rest are filled in by hand. */
const MOST_BYTES = 160 * 1024 * 1024;
/** Files whose count is kept; a count never changes, because a file stands under its hash. */
const MOST_KEPT = 10_000;

/** How many pages files have on paper. */
@Injectable()
export class FilePages {
  private readonly kept = new Map<string, number | null>();

  constructor(private readonly store: FileStore) {}

  /** By hash: one for a picture, a PDF's own count. Nothing of what has no pages, or where they cannot be counted. */
  async of(files: readonly Pick<CaseEvidence, 'sha256' | 'mediaType' | 'bytes'>[]): Promise<ReadonlyMap<string, number>> {
    const pages = new Map<string, number>();
    let room = MOST_BYTES;
    for (const { sha256, mediaType, bytes } of files) {
      if (mediaType.startsWith('image/')) pages.set(sha256, 1);
      if (mediaType !== 'application/pdf') continue;
      if ((room -= bytes) < 0) continue;
      const count = await this.counted(sha256);
      if (count !== null) pages.set(sha256, count);
    }
    return pages;
  }

  private async counted(sha256: string): Promise<number | null> {
    const known = this.kept.get(sha256);
    if (known !== undefined) return known;
    const bytes = await buffer(this.store.open(sha256)).catch(() => null);
    if (!bytes) return null;
    const count = await pdfPages(bytes);
    if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(sha256, count);
    return count;
  }
}
