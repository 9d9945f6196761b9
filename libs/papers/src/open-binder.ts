import type { PdfBinder } from './bind-pdf.js';

/** `PdfBinder.open`, loaded with the first bundle: most processes never bind one. */
export async function openBinder(title: string, madeAt: Date): Promise<PdfBinder> {
  return (await import('./bind-pdf.js')).PdfBinder.open(title, madeAt);
}
