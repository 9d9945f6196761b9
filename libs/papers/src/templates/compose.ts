import type { Block, Paper, SignatureLine } from '../paper.js';
import { BLANK, BLANK_DATE, chineseDate, WRITING_LINE, yuanInWords } from '../writing.js';
import type { Value } from './field.js';
import type { Step } from '@hejie/law';
import { fieldOf, fieldOfRespondent, oneField, RESPONDENT_NUMERALS, respondentKey, type FieldId, type OneField } from './fields.js';
import type { EachRow, Part, Point, Row, Signer, Template } from './template.js';
import { paperKinds, templateOf, type PaperKind } from './templates.js';

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
  const template = templateOf(kind);
  return template.required.flatMap((r) => ofEach(template, values, r, (required) => (typeof required === 'string' ? [required] : holds(required, values) ? [required.field] : []))).filter((f) => !given(values, f));
}

/** Every field a paper has. @param values without what they leave no place for */
export function fieldsOf(kind: PaperKind, values?: Values): FieldId[] {
  const template = templateOf(kind);
  const { required, optional, open = [] } = template;
  return [...new Set([...required, ...optional, ...open].flatMap((r) => ofEach(template, values ?? {}, r, (one) => (typeof one === 'string' ? [one] : !values || holds(one, values) ? [one.field] : []))))];
}

/** What a field is called: among several respondents, with the number of the one it is of. */
export function labelOf(field: FieldId, values: Values): Step {
  const { label } = fieldOf(field);
  const others = othersIn(values);
  const key = respondentKey(field);
  if (key === null && !(others.length && REPEATED.has(oneField(field)))) return label;
  const n = key === null ? 0 : others.indexOf(key) + 1;
  return { zh: `被申请人${RESPONDENT_NUMERALS[n] ?? ''}的${label.zh}`, en: `${label.en} (respondent ${n + 1})` };
}

/** What may be chosen; of respondents those that there are. */
export function optionsOf(field: FieldId, values: Values): Readonly<Record<string, Step>> {
  const several = othersIn(values).length + 1;
  const { options = {} } = fieldOf(field);
  if (!('respondent2' in options)) return options;
  const there = Object.entries(options).filter(([option]) => Number(/^respondent(\d)$/.exec(option)?.[1] ?? 1) <= several);
  return Object.fromEntries(several > 1 ? there.map(([option, words]) => [option, option === 'respondent' ? { zh: `${words.zh}${RESPONDENT_NUMERALS[0]}`, en: `${words.en} 1` } : words]) : there);
}

/** Keys of the second respondent and those behind. */
const othersIn = (values: Values): readonly string[] => (values['respondents.others'] as readonly string[] | null | undefined) ?? [];

/** What stands in rows that come again for each respondent. */
const eachFields = (template: Template): ReadonlySet<OneField> => new Set(template.parts.flatMap((part) => ('fields' in part ? part.fields.flatMap((row) => (typeof row !== 'string' && 'each' in row ? fieldsNamedBy(row.each) : [])) : [])));
const fieldsNamedBy = (rows: readonly EachRow[]): OneField[] => [...JSON.stringify(rows).matchAll(/"(employer\.\w+)"|\{(employer\.\w+)\}/g)].map((m) => (m[1] ?? m[2]) as OneField);
/** What any paper says of each respondent. */
const REPEATED: ReadonlySet<OneField> = new Set(paperKinds.flatMap((kind) => [...eachFields(templateOf(kind))]));

/** A requirement once, and again for each respondent that the paper names in rows of its own. */
function ofEach<T extends FieldId | { readonly field: FieldId }>(template: Template, values: Values, one: T, by: (one: T) => FieldId[]): FieldId[] {
  const field = typeof one === 'string' ? (one as FieldId) : one.field;
  if (!eachFields(template).has(oneField(field))) return by(one);
  return [...by(one), ...othersIn(values).flatMap((key) => by(forRespondent(one, key)))];
}

/** The same, said of another respondent. */
function forRespondent<T>(of: T, key: string): T {
  return JSON.parse(JSON.stringify(of).replace(/(["{])(employer\.\w+)(?=["}])/g, (_, before: string, field: FieldId) => before + fieldOfRespondent(field, key))) as T;
}

/** Of a table that is still to be filled in. */
const BLANK_ROWS = 3;

/** Of what happened, told with the pen. */
const LINES_TO_TELL = 5;

const given = (values: Values, field: FieldId): boolean => {
  const value = values[field];
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
};

const holds = ({ when, unless }: { when?: FieldId; unless?: FieldId }, values: Values): boolean => (!when || given(values, when)) && (!unless || !given(values, unless));

const CONSENT = { yes: '■ 同意　□ 不同意', no: '□ 同意　■ 不同意' } as const;

/** As the paper says it; a blank where nothing is known, of a choice its options to tick. */
function shown(values: Values, field: FieldId): string {
  const { kind } = fieldOf(field);
  const value = values[field];
  if (kind === 'consent') return CONSENT[value as 'yes' | 'no'] ?? '□ 同意　□ 不同意';
  if (!given(values, field)) return kind === 'date' ? BLANK_DATE : kind === 'choice' ? Object.values(optionsOf(field, values)).map(({ zh }) => `□\u00a0${zh}`).join('　') : BLANK;
  if (kind === 'date') return chineseDate(value as string);
  if (kind === 'money') return yuanInWords(value as number);
  if (kind === 'count') return `${value as number}人`;
  if (kind === 'choice') return optionsOf(field, values)[value as string]?.zh ?? BLANK;
  return String(value);
}

const filled = (text: string, values: Values): string => text.replace(/\{([\w.]+(?:#[\w-]+)?)\}/g, (_, field: FieldId) => shown(values, field));

/** A row is left out where it is optional and nothing is known; a consent is always asked. */
function rowOf(row: Row, template: Template, values: Values): [string, string][] {
  if (typeof row !== 'string') {
    if ('each' in row) return [row.each, ...othersIn(values).map((key) => forRespondent(row.each, key))].flatMap((rows, n) => rows.flatMap((r) => rowOf(numbered(r, n, values), template, values)));
    if (!holds(row, values)) return [];
    return 'field' in row ? rowOf(row.field, template, values) : [[row.label, filled(row.text, values)]];
  }
  const { label, kind } = fieldOf(row);
  if (!given(values, row) && template.optional.includes(oneField(row)) && !template.open?.includes(oneField(row)) && kind !== 'consent') return [];
  return [[label.zh, shown(values, row)]];
}

/** Where there are several, the row that names a respondent says which one it is. @param n from 0 */
function numbered(row: EachRow, n: number, values: Values): Row {
  return typeof row !== 'string' && 'label' in row && row.numbered && othersIn(values).length ? { ...row, label: `${row.label}${RESPONDENT_NUMERALS[n] ?? ''}` } : row;
}

function signersOf(signers: readonly Signer[], values: Values): string[] {
  const others = othersIn(values).length;
  return signers.flatMap((s) => (typeof s === 'string' ? s : Array.from({ length: others + 1 }, (_, n) => `${s.each}${others ? RESPONDENT_NUMERALS[n] : ''}${s.behind}`)));
}

function blocksOf(part: Part, template: Template, values: Values): Block[] {
  if ('heading' in part) return [{ kind: 'heading', text: part.heading }];
  const told = 'paragraph' in part ? /^\{(\w+)\}$/.exec(part.paragraph)?.[1] : undefined;
  if (told && fieldOf(told as FieldId).kind === 'long' && !given(values, told as FieldId)) return Array.from({ length: LINES_TO_TELL }, () => ({ kind: 'paragraph', text: WRITING_LINE, indent: false }));
  if ('paragraph' in part) return [{ kind: 'paragraph', text: filled(part.paragraph, values), ...(part.indent === false ? { indent: false } : {}) }];
  if ('fields' in part) return fieldsBlock(part.fields.flatMap((row) => rowOf(row, template, values)));
  if ('items' in part) return [{ kind: 'list', items: (values[part.items] as readonly string[] | undefined) ?? [BLANK] }];
  if ('paragraphs' in part) return ((values[part.paragraphs] as readonly string[] | undefined) ?? []).map((text) => ({ kind: 'paragraph', text }));
  if ('points' in part) return [{ kind: 'list', items: pointsOf(part.points, values) }];
  if ('table' in part) {
    const rows = (values[part.table] as readonly (readonly string[])[] | undefined) ?? [];
    return [{ kind: 'table', head: part.head, widths: part.widths, ...(part.align ? { align: part.align } : {}), ...(part.toWrite ? { toWrite: true } : {}), rows: rows.length ? rows : part.none ? [part.none] : Array.from({ length: part.blankRows ?? BLANK_ROWS }, () => part.head.map(() => '')) }];
  }
  if ('boxes' in part) return [{ kind: 'boxes', lines: Object.entries(optionsOf(part.boxes, values)).map(([option, { zh }]) => ({ ticked: values[part.boxes] === option, text: zh })) }];
  if ('closing' in part) return [{ kind: 'closing', signers: signersOf(part.closing, values), ...(part.to ? { to: shown(values, part.to) } : {}), ...(part.attached ? { attached: pointsOf(part.attached, values) } : {}) }];
  if ('signatures' in part) return [{ kind: 'signatures', lines: (values[part.signatures] as readonly SignatureLine[] | undefined) ?? [] }];
  if ('seal' in part) return [{ kind: 'seal', organisation: shown(values, part.seal), date: part.on && given(values, part.on) ? shown(values, part.on) : BLANK_DATE }];
  return [{ kind: 'note', text: filled(part.note, values) }];
}

const pointsOf = (points: readonly Point[], values: Values): string[] => points.flatMap((p) => (typeof p === 'string' ? filled(p, values) : holds(p, values) ? filled(p.text, values) : []));

const fieldsBlock = (rows: [string, string][]): Block[] => (rows.length ? [{ kind: 'fields', rows }] : []);
