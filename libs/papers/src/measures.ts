/** Points. Title 二号, text 四号, tables 小四 (五号 where they are wide), notes 五号. */
export const SIZE = { title: 22, text: 14, table: 12, small: 10.5 } as const;

/** From one line to the next, points; 28 as official papers have it (GB/T 9704). */
export const LINE = { title: 36, text: 28, table: 20, small: 19 } as const;

const MM = 72 / 25.4;

/** A4, points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** Points. Head and foot as official papers have them (GB/T 9704: 37, 26, 35, 28 mm), the sides evened to 27. */
export const MARGIN = { top: 37 * MM, right: 27 * MM, bottom: 35 * MM, left: 27 * MM } as const;

export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const TEXT_HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom;

/** Two characters of the text: how far a paragraph opens in, points. */
export const OPENING = 2 * SIZE.text;

/** Of a form: what the labels take of its width, and what the values take. */
export const FORM_WIDTHS = [0.26, 0.74] as const;
/** Who signs, the name, when and how. */
export const SIGNATURE_WIDTHS = [0.18, 0.27, 0.55] as const;
export const SIGNATURE_HEAD = ['签署人', '签名', '时间与方式'] as const;

/** A table of more columns is set smaller. */
const MANY_COLUMNS = 4;
export const tableSize = (columns: number): number => (columns > MANY_COLUMNS ? SIZE.small : SIZE.table);

/** Points; more room in each row of a table that is written in with the pen. */
export const PEN_ROOM = 10;

/** Characters; a shorter paragraph or point of a list is not torn over two pages. */
export const LONG_PARAGRAPH = 200;
/** Rows; a table or form of no more stays whole and with its heading. */
export const SHORT_TABLE = 8;
