/** Citation precision of one answer. */
import { supports, type CitedQuote, type SupportLevel, type Wanted } from './citation-support.ts';

/**
 * Share of citations that are needed or suffice, or null without citations; its mean over answers is citation precision.
 * ALCE (Gao et al., EMNLP 2023, §3): a citation counts when the answer has citation recall 1 and the citation either supports
 * it alone or cannot be taken away without losing support. The entailment model is replaced by `supports`.
 */
export function citationPrecision(
  citations: readonly CitedQuote[],
  wanted: Wanted,
  level: SupportLevel,
): number | null {
  if (citations.length === 0) return null;
  if (!supports(citations, wanted, level)) return 0;
  const relevant = citations.filter((citation) => {
    const others = citations.filter((other) => other !== citation);
    return supports([citation], wanted, level) || !supports(others, wanted, level);
  });
  return relevant.length / citations.length;
}
