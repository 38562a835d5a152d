/** Finds every figure of a text: numbers with scale and unit, percentages, money, dates, years, times, ordinals. */
import { findDates } from './find-dates.ts';
import { findNumbers } from './find-numbers.ts';
import { foldText, originalEnd } from './fold-text.ts';
import { primaryLanguage } from './primary-language.ts';
import type { Quantity } from './quantity.ts';

/**
 * In order of place; finds do not overlap.
 * @param language BCP-47 tag of the text: decides between 1.234 and 1,234 and between words of different languages.
 */
export function findQuantities(text: string, language?: string): Quantity[] {
  const folded = foldText(text);
  const tag = primaryLanguage(language);
  const dates = findDates(folded.text, tag);
  const taken = (at: number): boolean => dates.some((date) => at >= date.start && at < date.end);
  const original = (offset: number): string => text.charAt(folded.at[offset] ?? text.length);
  const numbers = findNumbers({ text: folded.text, language: tag, original }, taken);
  const all = [...dates.map((date) => ({ ...date, precision: 1, unit: null })), ...numbers];
  return all
    .sort((a, b) => a.start - b.start)
    .map((found) => ({
      ...found,
      ...(found.kind === 'year' ? { iso: String(found.value) } : {}),
      start: folded.at[found.start] ?? 0,
      end: originalEnd(folded, found.end, text),
    }));
}
