import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Font {
  hasGlyphForCodePoint(code: number): boolean;
}
interface Fontkit {
  openSync(path: string): Font;
  registerFormat(format: { probe(bytes: Uint8Array): boolean; new (stream: { buffer: Uint8Array }): object }): void;
}

const require = createRequire(import.meta.url);
/** The copy that the typesetter uses: what is registered with it is known there. */
export const fontkit = require('fontkit') as Fontkit;

/** 宋体 for what is read, 黑体 for headings; each stands in where the other has no sign for a character. */
export type Face = 'Song' | 'Hei';

const weights = (name: string, file: string) => {
  const folder = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
  return { regular: join(folder, `400Regular/${file}_400Regular.ttf`), bold: join(folder, `700Bold/${file}_700Bold.ttf`) };
};
const FILES = { Song: weights('noto-serif-sc', 'NotoSerifSC'), Hei: weights('noto-sans-sc', 'NotoSansSC') } as const satisfies Record<Face, object>;

const MARK = 'hejie:';
/** Longer than any header that is looked for in a font. */
const STAND_IN_BYTES = 1024;
const opened = new Map<string, Font>();

/** A font of the process: its tables are large, and are decoded once. */
function openedFont(path: string): Font {
  let font = opened.get(path);
  if (!font) opened.set(path, (font = fontkit.openSync(path)));
  return font;
}

/**
 * What stands for a font file where its bytes are asked for: `fontkit` finds the opened font by it. Decoding
 * the tables anew for each paper took half the time of one.
 */
export function fontFile(face: Face, weight: 'regular' | 'bold'): Buffer {
  return Buffer.from((MARK + FILES[face][weight]).padEnd(STAND_IN_BYTES));
}

fontkit.registerFormat(
  class {
    static probe(bytes: Uint8Array): boolean {
      return Buffer.from(bytes.subarray(0, MARK.length)).toString() === MARK;
    }

    constructor({ buffer }: { buffer: Uint8Array }) {
      const font = openedFont(Buffer.from(buffer).toString().slice(MARK.length).trimEnd());
      // the glyphs are each paper's own: a glyph remembers for which character it was first asked, and two characters may share one
      return Object.assign(Object.create(font) as object, { _glyphs: {} });
    }
  },
);

/** Whether the face has a sign for the character. */
export const has = (face: Face, character: string): boolean => openedFont(FILES[face].regular).hasGlyphForCodePoint(character.codePointAt(0)!);
