/** How many pages a PDF has; null where it is encrypted or cannot be read. Lets other requests of the process have their turn. */
export async function pdfPages(bytes: Uint8Array): Promise<number | null> {
  const { PDFDocument, ParseSpeeds } = await import('@cantoo/pdf-lib');
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Medium, ignoreEncryption: true });
    return pdf.isEncrypted ? null : pdf.getPageCount() || null;
  } catch {
    return null;
  }
}
