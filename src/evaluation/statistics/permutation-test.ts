/** Paired permutation test: could the difference between two systems be chance? */
import { seededRandom } from './random.ts';

/** What two systems did with the same questions. */
export interface PairedCluster<Item> {
  readonly a: readonly Item[];
  readonly b: readonly Item[];
}

/**
 * Two-sided p of |statistic(b) − statistic(a)| when, cluster by cluster, it is chance which system did what: p = (1 + rounds at
 * least as extreme) / (1 + rounds) (Noreen, "Computer-Intensive Methods for Testing Hypotheses", 1989; the recommended paired
 * test of Smucker, Allan and Carterette, CIKM 2007). Null where either statistic is.
 */
export function pairedPermutationTest<Item>(
  clusters: readonly PairedCluster<Item>[],
  statistic: (items: readonly Item[]) => number | null,
  { resamples, seed }: { readonly resamples: number; readonly seed: number },
): number | null {
  const observed = difference(clusters, statistic, () => false);
  if (observed === null) return null;
  const random = seededRandom(seed);
  let extreme = 0;
  let rounds = 0;
  for (let round = 0; round < resamples; round += 1) {
    const value = difference(clusters, statistic, () => random() < 0.5);
    if (value === null) continue;
    rounds += 1;
    // Sums in another order differ in the last bits; a tie must count as one.
    if (Math.abs(value) >= Math.abs(observed) - 1e-12) extreme += 1;
  }
  return (1 + extreme) / (1 + rounds);
}

function difference<Item>(
  clusters: readonly PairedCluster<Item>[],
  statistic: (items: readonly Item[]) => number | null,
  swap: () => boolean,
): number | null {
  const one: Item[] = [];
  const other: Item[] = [];
  for (const { a, b } of clusters) {
    const swapped = swap();
    one.push(...(swapped ? b : a));
    other.push(...(swapped ? a : b));
  }
  const [valueOne, valueOther] = [statistic(one), statistic(other)];
  return valueOne === null || valueOther === null ? null : valueOther - valueOne;
}
