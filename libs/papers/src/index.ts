export type { Align, Block, Paper, SignatureLine } from './paper.js';
export { renderDocx } from './render-docx.js';
export { renderPdf } from './render-pdf.js';
export { compose, fieldsOf, missingOf, type Composed, type Values } from './templates/compose.js';
export type { Field, FieldKind, Value } from './templates/field.js';
export { fieldIds, fieldOf, type FieldId } from './templates/fields.js';
export type { PaperOf, Template } from './templates/template.js';
export { paperKinds, templateOf, type PaperKind } from './templates/templates.js';
export { chineseDate, isIdNumber, maskIdNumber, readIdNumber, yuan, yuanInWords } from './writing.js';
