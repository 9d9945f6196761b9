import type { Step } from '@hejie/law';
import type { Align } from '../paper.js';
import type { FieldId } from './fields.js';

/** Whose paper it is: the worker's, either party's own, both parties' together, or the mediation body's. */
export type PaperOf = 'worker' | 'party' | 'both' | 'staff';

/** Shown only where a field has a value, or has none. */
interface Conditional {
  readonly when?: FieldId;
  readonly unless?: FieldId;
}

/** A row of a form: a field under its own label, or other words for it. `numbered`: among several respondents the label says which one it is. */
export type EachRow = FieldId | (Conditional & ({ readonly label: string; readonly text: string; readonly numbered?: true } | { readonly field: FieldId }));

/** A row, or rows that come again for each respondent. */
export type Row = EachRow | { readonly each: readonly EachRow[] };

/** Who signs: somebody, or each respondent with what stands behind its number. */
export type Signer = string | { readonly each: string; readonly behind: string };

/** A text of the paper's own, always or where it applies. */
export type Point = string | (Conditional & { readonly text: string });

/** A piece of a paper. `{field}` in a text is the field's value, or a blank. */
export type Part = Conditional &
  (
    | { readonly heading: string }
    | { readonly paragraph: string; readonly indent?: false }
    | { readonly fields: readonly Row[] }
    /** The items of a field, numbered. */
    | { readonly items: FieldId }
    /** The items of a field, each a paragraph. */
    | { readonly paragraphs: FieldId }
    /** Fixed points, numbered. */
    | { readonly points: readonly Point[] }
    /** `toWrite`: with room for the pen in each row; so many of them where nothing is known (else 3). */
    | { readonly table: FieldId; readonly head: readonly string[]; readonly widths: readonly number[]; readonly align?: readonly Align[]; readonly none?: readonly string[]; readonly toWrite?: true; readonly blankRows?: number }
    /** The options of a choice, the chosen one ticked. */
    | { readonly boxes: FieldId }
    /** To whom, what goes along, and who signs. */
    | { readonly closing: readonly Signer[]; readonly to?: FieldId; readonly attached?: readonly Point[] }
    | { readonly signatures: FieldId }
    | { readonly seal: FieldId; readonly on?: FieldId }
    | { readonly note: string }
  );

/** One paper as data: a lawyer can read it without reading code. */
export interface Template {
  readonly title: Step;
  /** What it is for, in everyday words. */
  readonly use: Step;
  readonly of: PaperOf;
  /** Where its contents are laid down, read by `articlesOf` of the law. */
  readonly source: string;
  /** Without these the paper is not complete; they stay as blanks. */
  readonly required: readonly (FieldId | (Conditional & { readonly field: FieldId }))[];
  /** What else it can say; without a value it says nothing of them. */
  readonly optional: readonly FieldId[];
  /** Of these, and beside them, what belongs into it by law but may stay open: without a value a blank for the pen, and no lack. */
  readonly open?: readonly FieldId[];
  readonly parts: readonly Part[];
}
