// Rules are asked and answered in yuan, as texts and tables state them; everything else of ours keeps integer fen.

/** 12.34 yuan -> 1234 fen. @throws RangeError when it is not a whole number of fen */
export function fenOf(yuan: number): number {
  const fen = Math.round(yuan * 100);
  if (!Number.isSafeInteger(fen) || Math.abs(yuan * 100 - fen) > 1e-4) throw new RangeError(`${yuan} yuan is not a whole number of fen`);
  return fen;
}

/** 1234 fen -> 12.34 yuan, what a rule's input takes. */
export function yuanOf(fen: number): number {
  if (!Number.isSafeInteger(fen)) throw new RangeError('an amount in fen is an integer');
  return fen / 100;
}
