/** Whether citations support an answer, by rule instead of by a language model. */
import { foldText } from '../compare-text.ts';
import { overlaps } from '../../transcript/locate-quote.ts';
import type { Span } from '../../transcript/transcript.ts';

/** What an answer has to rest on: any one of the places, with all of the facts. */
export interface Wanted {
  readonly document: string;
  readonly places: readonly Span[];
  readonly facts: readonly string[];
}

export interface CitedQuote extends Span {
  readonly document: string;
  readonly quote: string;
  readonly verdict: 'found' | 'misattributed' | 'not_found';
}

/** `place`: the quotation is where an answer stands. `fact`: moreover, it holds what a right answer has to contain. */
export type SupportLevel = 'place' | 'fact';

/** A citation whose quotation is not where it claims to be supports nothing, whatever its words. */
export function inPlace({ document, start, end, verdict }: CitedQuote, wanted: Wanted): boolean {
  return (
    verdict === 'found' &&
    document === wanted.document &&
    wanted.places.some((place) => overlaps(place, { start, end }))
  );
}

/**
 * Whether the citations, taken together, support the answer. At the level of the place one of them overlaps a gold quotation;
 * at the level of the fact those that do contain every fact, each within one quotation (NFKC, white space ignored).
 */
export function supports(citations: readonly CitedQuote[], wanted: Wanted, level: SupportLevel): boolean {
  const supporting = citations.filter((citation) => inPlace(citation, wanted));
  if (supporting.length === 0) return false;
  if (level === 'place') return true;
  const quotes = supporting.map(({ quote }) => foldText(quote));
  return wanted.facts.map(foldText).every((fact) => quotes.some((quote) => quote.includes(fact)));
}
