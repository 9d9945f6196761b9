export type { Block, Paper, SignatureLine } from './paper.js';
export { renderPdf } from './render-pdf.js';
