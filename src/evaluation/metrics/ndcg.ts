/** Normalised discounted cumulative gain with two grades: relevant or not. */

/**
 * nDCG@k = DCG@k / IDCG@k, DCG@k = Σ 1 / log2(rank + 1) over relevant ranks ≤ k, IDCG@k the same for the ranks 1 … min(k, R)
 * (Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002, with gains 0 and 1).
 * `ranks`: one-based places of the relevant passages; `relevant`: R, how many there are, ranked or not, at least 1.
 */
export function ndcgAt(ranks: readonly number[], relevant: number, k: number): number {
  const ideal = Array.from({ length: Math.min(k, relevant) }, (_, index) => index + 1);
  return discountedGain(ranks.filter((rank) => rank <= k)) / discountedGain(ideal);
}

function discountedGain(ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + 1 / Math.log2(rank + 1), 0);
}
