/** What retrieval hands to the answer: passages with the sentences that matched. */
import type { Passage } from '../passage/passage.ts';

/** One sentence of a passage and how well it alone answers (0 to 1, comparable within one question). */
export interface SentenceMatch {
  /** Index into `passage.sentences`. */
  readonly sentence: number;
  readonly score: number;
}

export interface Evidence {
  readonly passage: Passage;
  /** Fused score; comparable only within one question. */
  readonly score: number;
  /** Sentences worth quoting, best first. */
  readonly matches: readonly SentenceMatch[];
}

/** The ranking of one question with the facts that decide whether to answer. */
export interface Ranking {
  readonly evidence: readonly Evidence[];
  /** Calibrated probability that the best evidence answers the question. */
  readonly probability: number;
}
