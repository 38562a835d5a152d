/** Gold quotations → their places in the document's text. */
import { locateQuote } from '../transcript/locate-quote.ts';
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
    const place = locateQuote(text, quote);
    if (typeof place !== 'string') return place;
    const found = place === 'missing' ? 'is not' : 'occurs more than once';
    throw new GoldError({ file: id }, `the quotation ${shown(quote)} ${found} in the document's text`);
  });
}
