/** Gold quotations → their places in the document's text. */
import type { Span } from '../transcript/transcript.ts';
import { GoldError, shown } from './gold-error.ts';

export interface LocatableGold {
  readonly id: string;
  readonly quotes: readonly string[];
}

/**
 * One span a quotation, in their order, in UTF-16 code units.
 * @throws {GoldError} when a quotation is missing from the text or occurs more than once, for then it has no one place.
 */
export function locateGold({ id, quotes }: LocatableGold, text: string): Span[] {
  return quotes.map((quote) => {
    const start = text.indexOf(quote);
    if (start < 0)
      throw new GoldError({ file: id }, `the quotation ${shown(quote)} is not in the document's text`);
    if (text.includes(quote, start + 1)) {
      throw new GoldError(
        { file: id },
        `the quotation ${shown(quote)} occurs more than once in the document's text`,
      );
    }
    return { start, end: start + quote.length };
  });
}

/** Half-open spans that share at least one code unit. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
