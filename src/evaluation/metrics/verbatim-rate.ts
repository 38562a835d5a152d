/** How many citations are verbatim at their offsets. */

/** Share of citations with `text.slice(start, end) === quote`, over all answers, refusals aside; null without citations. */
export function verbatimRate(citations: readonly { readonly verbatim: boolean }[]): number | null {
  if (citations.length === 0) return null;
  return citations.filter(({ verbatim }) => verbatim).length / citations.length;
}
