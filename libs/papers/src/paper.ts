/** A paper as its author describes it; how it looks is the typesetter's business. */
export interface Paper {
  readonly title: string;
  /** 编号, shown above the title and in the footer. */
  readonly number?: string;
  readonly blocks: readonly Block[];
  /** Without numbers on its pages, for what is bound into a larger whole. */
  readonly numbered?: false;
  /** The date in the file's metadata. The same paper with the same date gives the same bytes. */
  readonly madeAt: Date;
}

export type Align = 'left' | 'center' | 'right';

export type Block =
  /** Of a further paper under the same cover. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent?: boolean }
  /** Label and value, two columns. */
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** `widths` are parts of the page's width, `align` one for each column, `toWrite` leaves room for the pen in each row. */
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly widths?: readonly number[]; readonly align?: readonly Align[]; readonly toWrite?: true }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Lines to tick, one below the other. */
  | { readonly kind: 'boxes'; readonly lines: readonly { readonly ticked: boolean; readonly text: string }[] }
  /** Who signed, when and how; an unsigned line stays blank for the pen. */
  | { readonly kind: 'signatures'; readonly lines: readonly SignatureLine[] }
  /** To whom it is handed in, what goes along with it, and the places to sign and date with the pen. */
  | { readonly kind: 'closing'; readonly to?: string; readonly attached?: readonly string[]; readonly signers: readonly string[] }
  /** The place of the organisation's seal. */
  | { readonly kind: 'seal'; readonly organisation: string; readonly date: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'pageBreak' };

export interface SignatureLine {
  readonly role: string;
  readonly name?: string;
  readonly signedAt?: string;
  readonly method?: string;
}
