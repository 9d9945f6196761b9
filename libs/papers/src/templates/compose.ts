import type { Block, Paper, SignatureLine } from '../paper.js';
import { BLANK, BLANK_DATE, chineseDate, yuanInWords } from '../writing.js';
import type { Value } from './field.js';
import { fieldOf, type FieldId } from './fields.js';
import type { Part, Point, Row, Template } from './template.js';
import { templateOf, type PaperKind } from './templates.js';

export type Values = Readonly<Partial<Record<FieldId, Value | null>>>;

export interface Composed {
  readonly paper: Paper;
  /** What the paper cannot do without and does not have: it stands there as a blank. */
  readonly missing: readonly FieldId[];
}

/**
 * Writes a paper from its template. Nothing is invented: what is required and not known becomes a blank and is named in
 * `missing`; what may stay open becomes a blank alone; what is optional and not known is left out.
 * @param about the paper's number, where it has one, and its date
 */
export function compose(kind: PaperKind, values: Values, about: Pick<Paper, 'number' | 'madeAt'>): Composed {
  const template = templateOf(kind);
  return { paper: { title: template.title.zh, ...about, blocks: template.parts.flatMap((part) => (holds(part, values) ? blocksOf(part, template, values) : [])) }, missing: missingOf(kind, values) };
}

/** Required fields without a value. */
export function missingOf(kind: PaperKind, values: Values): FieldId[] {
  return templateOf(kind).required.flatMap((r) => (typeof r === 'string' ? r : holds(r, values) ? r.field : [])).filter((f) => !given(values, f));
}

/** Every field a paper has. @param values without what they leave no place for */
export function fieldsOf(kind: PaperKind, values?: Values): FieldId[] {
  const { required, optional, open = [] } = templateOf(kind);
  return [...new Set([...required.flatMap((r) => (typeof r === 'string' ? r : !values || holds(r, values) ? r.field : [])), ...optional, ...open])];
}

/** Of a table that is still to be filled in. */
const BLANK_ROWS = 3;

const given = (values: Values, field: FieldId): boolean => {
  const value = values[field];
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
};

const holds = ({ when, unless }: { when?: FieldId; unless?: FieldId }, values: Values): boolean => (!when || given(values, when)) && (!unless || !given(values, unless));

const CONSENT = { yes: '■ 同意　□ 不同意', no: '□ 同意　■ 不同意' } as const;

/** As the paper says it; a blank where nothing is known, of a choice its options to tick. */
function shown(values: Values, field: FieldId): string {
  const { kind, options } = fieldOf(field);
  const value = values[field];
  if (kind === 'consent') return CONSENT[value as 'yes' | 'no'] ?? '□ 同意　□ 不同意';
  if (!given(values, field)) return kind === 'date' ? BLANK_DATE : kind === 'choice' ? Object.values(options!).map(({ zh }) => `□\u00a0${zh}`).join('　') : BLANK;
  if (kind === 'date') return chineseDate(value as string);
  if (kind === 'money') return yuanInWords(value as number);
  if (kind === 'count') return `${value as number}人`;
  if (kind === 'choice') return options![value as string]!.zh;
  return String(value);
}

const filled = (text: string, values: Values): string => text.replace(/\{([\w.]+)\}/g, (_, field: FieldId) => shown(values, field));

/** A row is left out where it is optional and nothing is known; a consent is always asked. */
function rowOf(row: Row, template: Template, values: Values): [string, string][] {
  if (typeof row !== 'string') return holds(row, values) ? [[row.label, filled(row.text, values)]] : [];
  const { label, kind } = fieldOf(row);
  if (!given(values, row) && template.optional.includes(row) && !template.open?.includes(row) && kind !== 'consent') return [];
  return [[label.zh, shown(values, row)]];
}

function blocksOf(part: Part, template: Template, values: Values): Block[] {
  if ('heading' in part) return [{ kind: 'heading', text: part.heading }];
  if ('paragraph' in part) return [{ kind: 'paragraph', text: filled(part.paragraph, values), ...(part.indent === false ? { indent: false } : {}) }];
  if ('fields' in part) return fieldsBlock(part.fields.flatMap((row) => rowOf(row, template, values)));
  if ('items' in part) return [{ kind: 'list', items: (values[part.items] as readonly string[] | undefined) ?? [BLANK] }];
  if ('paragraphs' in part) return ((values[part.paragraphs] as readonly string[] | undefined) ?? []).map((text) => ({ kind: 'paragraph', text }));
  if ('points' in part) return [{ kind: 'list', items: pointsOf(part.points, values) }];
  if ('table' in part) {
    const rows = (values[part.table] as readonly (readonly string[])[] | undefined) ?? [];
    return [{ kind: 'table', head: part.head, widths: part.widths, ...(part.align ? { align: part.align } : {}), ...(part.toWrite ? { toWrite: true } : {}), rows: rows.length ? rows : part.none ? [part.none] : Array.from({ length: part.blankRows ?? BLANK_ROWS }, () => part.head.map(() => '')) }];
  }
  if ('boxes' in part) return [{ kind: 'boxes', lines: Object.entries(fieldOf(part.boxes).options ?? {}).map(([option, { zh }]) => ({ ticked: values[part.boxes] === option, text: zh })) }];
  if ('closing' in part) return [{ kind: 'closing', signers: part.closing, ...(part.to ? { to: shown(values, part.to) } : {}), ...(part.attached ? { attached: pointsOf(part.attached, values) } : {}) }];
  if ('signatures' in part) return [{ kind: 'signatures', lines: (values[part.signatures] as readonly SignatureLine[] | undefined) ?? [] }];
  if ('seal' in part) return [{ kind: 'seal', organisation: shown(values, part.seal), date: part.on && given(values, part.on) ? shown(values, part.on) : BLANK_DATE }];
  return [{ kind: 'note', text: filled(part.note, values) }];
}

const pointsOf = (points: readonly Point[], values: Values): string[] => points.flatMap((p) => (typeof p === 'string' ? filled(p, values) : holds(p, values) ? filled(p.text, values) : []));

const fieldsBlock = (rows: [string, string][]): Block[] => (rows.length ? [{ kind: 'fields', rows }] : []);
