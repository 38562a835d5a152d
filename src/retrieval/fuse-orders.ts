/** Several orders of the same things as one, by reciprocal rank fusion (Cormack et al. 2009): scores that cannot be compared need not be. */

/** As its authors chose it. */
const RANK_CONSTANT = 60;

/** Everything that stands in any order, what stands first in most of them first. */
export function fuseOrders(orders: readonly ReadonlySet<number>[]): number[] {
  const scores = new Map<number, number>();
  for (const order of orders)
    for (const [rank, item] of [...order].entries())
      scores.set(item, (scores.get(item) ?? 0) + 1 / (RANK_CONSTANT + rank + 1));
  return [...scores].sort(([, a], [, b]) => b - a).map(([item]) => item);
}
