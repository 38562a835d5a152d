/** What retrieval hands to the answer: passages with the sentences that matched, and whether they answer. */
import type { Passage } from '../passage/passage.ts';

/** One sentence of a passage that is worth quoting. */
export interface SentenceMatch {
  /** Index into `passage.sentences`. */
  readonly sentence: number;
  /** Comparable only within one question. */
  readonly score: number;
}

export interface Evidence {
  readonly passage: Passage;
  /** Fused score; comparable only within one question. */
  readonly score: number;
  /** Best first. */
  readonly matches: readonly SentenceMatch[];
}

/** The ranking of one question with the decision whether to answer from it. */
export interface Ranking {
  /** Best first. */
  readonly evidence: readonly Evidence[];
  /** Calibrated probability that the best evidence answers the question. */
  readonly probability: number;
  /** How many of the evidence, from the best, may be quoted; 0: abstain. */
  readonly answerable: number;
  readonly confidence: 'high' | 'medium' | 'low';
}
