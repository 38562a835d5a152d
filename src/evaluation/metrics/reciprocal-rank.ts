/** Reciprocal rank of the first relevant passage. */

/**
 * RR = 1 / min(ranks), 0 when nothing relevant was ranked; its mean over questions is MRR (Voorhees, "The TREC-8 Question
 * Answering Track Report", 1999). `ranks`: one-based places of the relevant passages.
 */
export function reciprocalRank(ranks: readonly number[]): number {
  return ranks.length === 0 ? 0 : 1 / Math.min(...ranks);
}
