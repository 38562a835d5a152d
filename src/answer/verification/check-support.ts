/** Asks whether the cited words carry what a sentence says, by its words and, where there is a model, by its meaning. */
import type { CitedText } from './cited-texts.ts';
import { contentWords, sameWord } from './sentence-words.ts';

/** How near in meaning two texts are, and the least that a faithful sentence reaches. */
export interface MeaningCheck {
  readonly similarity: (a: string, b: string) => Promise<number>;
  readonly floor: number;
}

/**
 * Words of the sentence that a cited text of the same language has, against those that neither it nor the question has.
 * Null where no cited text is in that language.
 */
export function wordSupport(
  text: string,
  language: string,
  cited: readonly CitedText[],
  shown: readonly string[],
): { readonly carried: number; readonly foreign: readonly string[] } | null {
  const base = new Intl.Locale(language).language;
  const own = cited.filter((source) => new Intl.Locale(source.language).language === base);
  if (own.length === 0) return null;
  const sources = own.flatMap((source) => contentWords(source.text, language));
  const neutral = shown.flatMap((other) => contentWords(other, language));
  const has = (list: readonly string[], word: string): boolean => list.some((other) => sameWord(other, word));
  const words = [...new Set(contentWords(text, language))];
  const carried = words.filter((word) => has(sources, word)).length;
  return { carried, foreign: words.filter((word) => !has(sources, word) && !has(neutral, word)) };
}

/** The nearest of the cited texts in meaning. */
export async function meaningSupport(
  text: string,
  cited: readonly CitedText[],
  check: MeaningCheck,
): Promise<number> {
  const scores = await Promise.all(cited.map((source) => check.similarity(text, source.text)));
  return Math.max(...scores);
}

/**
 * The floor that parts translations from unrelated sentences best: as many faithful pairs fall below it as unfaithful
 * ones reach it (the equal-error point). Both lists hold similarities, not empty.
 */
export function deriveFloor(faithful: readonly number[], unrelated: readonly number[]): number {
  if (faithful.length === 0 || unrelated.length === 0)
    throw new RangeError('both lists of similarities must hold a number');
  const share = (list: readonly number[], test: (score: number) => boolean): number =>
    list.filter(test).length / list.length;
  const candidates = [...faithful, ...unrelated].toSorted((a, b) => a - b);
  const gap = (floor: number): number =>
    Math.abs(share(faithful, (score) => score < floor) - share(unrelated, (score) => score >= floor));
  return candidates.reduce((best, floor) => (gap(floor) < gap(best) ? floor : best), candidates[0] ?? 0);
}
