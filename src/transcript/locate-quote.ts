/** The one place of a quotation in a text, and whether two places meet. */
import type { Span } from './transcript.ts';

/** In UTF-16 code units; says why where the quotation has no one place. */
export function locateQuote(text: string, quote: string): Span | 'missing' | 'repeated' {
  const start = text.indexOf(quote);
  if (start < 0) return 'missing';
  if (text.includes(quote, start + 1)) return 'repeated';
  return { start, end: start + quote.length };
}

/** Half-open spans that share at least one code unit. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
