/** Whether the quoted sentences themselves hold the fact that was asked for. */
import { supports, type CitedQuote, type Wanted } from './citation-support.ts';

/**
 * 1 if the quotations that stand in a right place contain every fact of the gold question, else 0. Unlike citation recall its
 * mean is taken over all answerable questions: a refusal quotes nothing and counts 0.
 */
export function quotedFact(citations: readonly CitedQuote[], wanted: Wanted): 0 | 1 {
  return supports(citations, wanted, 'fact') ? 1 : 0;
}
