/** Hit at k: whether something relevant stands among the first k. */

/**
 * hit@k = 1 if min(ranks) ≤ k, else 0; its mean over questions is the hit rate (also called success@k: Craswell,
 * "Success at n", Encyclopedia of Database Systems, 2009).
 * `ranks`: one-based places of the relevant passages in the ranking; none when nothing relevant was ranked.
 */
export function hitAt(ranks: readonly number[], k: number): 0 | 1 {
  return ranks.some((rank) => rank <= k) ? 1 : 0;
}
