import { degrees, PDFDict, PDFDocument, PDFName, ParseSpeeds, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { fontFile, fontkit, has } from './fonts.js';
import { GETA } from './rare-signs.js';

const A4 = [595.28, 841.89] as const;
/** Around a picture, points: room for what is stamped at head and foot. */
const FRAME = 48;
const STAMP_SIZE = 9;
/** Lets other requests of the process have their turn between so many objects. */
const OBJECTS_PER_TURN = ParseSpeeds.Medium;
/** More pages than anybody prints of one file. */
const MOST_PAGES = 500;

/** Why a PDF is not among the pages of a bundle. */
export type Unprintable = 'encrypted' | 'broken' | 'too_long';

/** Binds papers, pictures and PDFs into one PDF with running page numbers. Works on one file at a time; what it holds is what it puts out. */
export class PdfBinder {
  /** Of each page, what stands at its head. */
  private readonly labels: string[] = [];

  private constructor(
    private readonly bound: PDFDocument,
    private readonly font: PDFFont,
  ) {}

  /** @param madeAt the date in the file's metadata: the same pages with the same date give the same bytes */
  static async open(title: string, madeAt: Date): Promise<PdfBinder> {
    const bound = await PDFDocument.create({ updateMetadata: false });
    bound.registerFontkit(fontkit as never);
    bound.setTitle(title);
    bound.setProducer('Hejie');
    bound.setCreator('Hejie');
    bound.setCreationDate(madeAt);
    bound.setModificationDate(madeAt);
    return new PdfBinder(bound, await bound.embedFont(fontFile('Hei', 'regular'), { subset: true }));
  }

  get pages(): number {
    return this.labels.length;
  }

  /** Adds all pages of a PDF at the end, as they are, without what would run when somebody opens them. Answers why not, if it cannot. */
  async addPdf(bytes: Uint8Array, label: string): Promise<Unprintable | null> {
    const pages = await this.copied(bytes);
    if (typeof pages === 'string') return pages;
    for (const page of pages) {
      this.bound.addPage(page);
      this.labels.push(label);
    }
    return null;
  }

  /** Adds an upright JPEG on a page of its own, lying if it is broad. */
  async addPicture(jpeg: Uint8Array, label: string): Promise<void> {
    const image = await this.bound.embedJpg(jpeg);
    const [width, height] = image.width > image.height ? [A4[1], A4[0]] : A4;
    const scale = Math.min((width - 2 * FRAME) / image.width, (height - 2 * FRAME) / image.height, 1);
    const page = this.bound.addPage([width, height]);
    const [w, h] = [image.width * scale, image.height * scale];
    page.drawImage(image, { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h });
    await image.embed(); // puts the bytes into the document and lets go of the rest
    this.labels.push(label);
  }

  /** Puts a PDF of one's own before all that is there. */
  async putFirst(bytes: Uint8Array): Promise<void> {
    const pages = await this.copied(bytes);
    if (typeof pages === 'string') throw new Error(`a paper of our own is ${pages}`);
    pages.forEach((page, i) => this.bound.insertPage(i, page));
    this.labels.unshift(...pages.map(() => ''));
  }

  /** Stamps label and number on each page and gives out the whole. */
  async finish(): Promise<Uint8Array> {
    const all = this.bound.getPages();
    all.forEach((page, i) => {
      this.stamp(page, this.labels[i]!, 'head');
      this.stamp(page, `第${i + 1}页 共${all.length}页`, 'foot');
    });
    return this.bound.save({ objectsPerTick: OBJECTS_PER_TURN, updateFieldAppearances: false });
  }

  private async copied(bytes: Uint8Array): Promise<PDFPage[] | Unprintable> {
    try {
      const source = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: OBJECTS_PER_TURN, ignoreEncryption: true });
      if (source.isEncrypted) return 'encrypted';
      if (source.getPageCount() === 0) return 'broken';
      if (source.getPageCount() > MOST_PAGES) return 'too_long';
      const pages = await this.bound.copyPages(source, source.getPageIndices());
      pages.forEach(quiet);
      return pages;
    } catch {
      return 'broken';
    }
  }

  /** Upright for who looks at it, however the page itself is turned. */
  private stamp(page: PDFPage, words: string, where: 'head' | 'foot'): void {
    if (!words) return;
    const text = [...words].map((c) => (has('Hei', c) ? c : GETA)).join('');
    const box = page.getCropBox();
    const turned = ((page.getRotation().angle % 360) + 360) % 360;
    const [width, height] = turned % 180 ? [box.height, box.width] : [box.width, box.height];
    const long = this.font.widthOfTextAtSize(text, STAMP_SIZE);
    const size = Math.min(STAMP_SIZE, (STAMP_SIZE * (width - 24)) / long);
    const w = this.font.widthOfTextAtSize(text, size);
    const at = (right: number, up: number) => {
      const [dx, dy] = ({ 0: [right, up], 90: [box.width - up, right], 180: [box.width - right, box.height - up], 270: [up, box.height - right] } as Record<number, [number, number]>)[turned] ?? [right, up];
      return { x: box.x + dx, y: box.y + dy, rotate: degrees(turned) };
    };
    const left = where === 'head' ? width - w - 24 : (width - w) / 2;
    const up = where === 'head' ? height - 24 : 16;
    page.drawRectangle({ ...at(Math.max(left - 4, 0), up - 4), width: w + 8, height: size + 6, color: rgb(1, 1, 1), opacity: 0.85 });
    page.drawText(text, { ...at(Math.max(left, 4), up), size, font: this.font, color: rgb(0.2, 0.2, 0.2) });
  }
}

/** Takes away what a viewer would do by itself or at a click: scripts, forms sent, files opened. What is seen stays. */
function quiet(page: PDFPage): void {
  page.node.delete(PDFName.of('AA'));
  const notes = page.node.Annots();
  for (let i = 0; i < (notes?.size() ?? 0); i++) {
    const note = notes!.lookup(i);
    if (note instanceof PDFDict) for (const key of ['A', 'AA']) note.delete(PDFName.of(key));
  }
}
