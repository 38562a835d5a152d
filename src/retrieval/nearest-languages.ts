/** The languages in which a question is nearest to what it is about: a list in one of them is the likelier to have its words. */
import { baseOf, type Sentence } from './sentence-table.ts';

/**
 * Base languages, the question's own first, then by the mean cosine of its nearest sentences in each.
 * @param base of the question, where it is known.
 */
export function nearestLanguages(
  close: readonly Sentence[],
  base: string | undefined,
  cosine: (window: number) => number,
): string[] {
  const sums = new Map<string, number>();
  for (const { languages, alone } of close) {
    for (const [at, language] of languages.entries()) {
      const own = baseOf(language);
      sums.set(own, (sums.get(own) ?? 0) + cosine(alone[at] ?? -1));
    }
  }
  const order = [...sums].sort(([, one], [, other]) => other - one).map(([language]) => language);
  return [...new Set([...(base === undefined ? [] : [base]), ...order])];
}
