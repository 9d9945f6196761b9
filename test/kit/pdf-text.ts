import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of a PDF as a reader would copy it, page by page. */
export async function pdfText(pdf: Uint8Array): Promise<string> {
  const document = await open(pdf);
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await document.destroy();
  return pages.join('\n');
}

/** A line as it is set: points from the page's left edge and foot, and the program's names of the fonts in it. */
export interface SetLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly fonts: readonly string[];
}

/** The set lines of each page, from head to foot; of a table, the line of a row in all its columns. */
export async function pdfLines(pdf: Uint8Array): Promise<SetLine[][]> {
  const document = await open(pdf);
  const pages: SetLine[][] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const lines = new Map<number, SetLine>();
    for (const item of items) {
      if (!('str' in item) || !item.str.trim()) continue;
      const [x, y] = [item.transform[4] as number, Math.round(item.transform[5] as number)];
      const line = lines.get(y);
      lines.set(y, { text: (line?.text ?? '') + item.str, x: Math.min(line?.x ?? Infinity, x), y, fonts: [...(line?.fonts ?? []), item.fontName] });
    }
    pages.push([...lines.values()].sort((a, b) => b.y - a.y));
  }
  await document.destroy();
  return pages;
}

async function open(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs'); // half a second that most suites need not spend
  return getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
}
