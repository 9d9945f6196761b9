import { has, type Face } from './fonts.js';
import type { Block, Paper } from './paper.js';

/** 〓, which typesetters put where they lack a sign: it is seen, as an empty box is not. */
export const GETA = '〓';

/** What no reader sees: controls but the line break, joiners, marks of direction, choosers of a form. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffe\uffff]|[\u{e0100}-\u{e01ef}]/gu;

const other = (face: Face): Face => (face === 'Song' ? 'Hei' : 'Song');

/** The paper with 〓 for every character that no face has a sign for, and a note that says which they are. */
export function printable(paper: Paper): Paper {
  const lacking = new Set<string>();
  const sign = (character: string): string => {
    if (character === '\n' || has('Song', character) || has('Hei', character)) return character;
    lacking.add(character);
    return GETA;
  };
  const shown = JSON.parse(JSON.stringify(paper), (_, value: unknown) => (typeof value === 'string' ? [...value.replace(UNSEEN, '').replaceAll('\t', '　')].map(sign).join('') : value)) as Paper;
  const note: Block = { kind: 'note', text: `文中“${GETA}”处的字，字库没有收录，请用笔补写：${[...lacking].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase()}`).join('、')}。` };
  return { ...shown, madeAt: paper.madeAt, ...(lacking.size ? { blocks: [...shown.blocks, note] } : {}) };
}

/** A text in pieces of one face each: the one asked for, or the other where that lacks a sign. */
export function inFaces(text: string, face: Face): { text: string; font: Face }[] {
  const pieces: { text: string; font: Face }[] = [];
  for (const character of text) {
    const font = character === '\n' || has(face, character) ? face : other(face);
    const last = pieces.at(-1);
    if (last?.font === font) last.text += character;
    else pieces.push({ text: character, font });
  }
  return pieces.length ? pieces : [{ text, font: face }];
}
