/** Citation recall of one answer. */
import { supports, type CitedQuote, type SupportLevel, type Wanted } from './citation-support.ts';

/**
 * 1 if the citations together support the answer, else 0 (and 0 without citations); its mean over answers is citation recall.
 * ALCE (Gao et al., "Enabling Large Language Models to Generate Text with Citations", EMNLP 2023, §3) with the entailment
 * model replaced by `supports`, and the whole answer as the one statement: an extractive answer has one claim.
 */
export function citationRecall(citations: readonly CitedQuote[], wanted: Wanted, level: SupportLevel): 0 | 1 {
  return supports(citations, wanted, level) ? 1 : 0;
}
