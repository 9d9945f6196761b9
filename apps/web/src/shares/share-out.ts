interface Weighed {
  readonly memberId: string;
  readonly dueFen: number;
}

/**
 * Gives each worker a part of a total by what is due to them; equal parts where nothing is due to anybody. Parts are whole
 * fen and add up to the total exactly: what does not divide goes, a fen each, to those whose part was cut by most, the earlier first.
 */
export function shareOut(totalFen: number, workers: readonly Weighed[]): Map<string, number> {
  const sum = workers.reduce((s, w) => s + w.dueFen, 0);
  const exact = workers.map(({ memberId, dueFen }) => {
    const [weight, all] = sum > 0 ? [dueFen, sum] : [1, workers.length];
    // in whole numbers: a product of fen may be beyond what a float holds exactly
    const product = BigInt(totalFen) * BigInt(weight);
    return { memberId, fen: Number(product / BigInt(all)), rest: product % BigInt(all) };
  });
  let left = totalFen - exact.reduce((s, e) => s + e.fen, 0);
  const cutMost = exact.map((_, i) => i).sort((a, b) => (exact[a]!.rest === exact[b]!.rest ? a - b : exact[a]!.rest < exact[b]!.rest ? 1 : -1));
  for (const i of cutMost) {
    if (left-- <= 0) break;
    exact[i]!.fen += 1;
  }
  return new Map(exact.map((e) => [e.memberId, e.fen]));
}
