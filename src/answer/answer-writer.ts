/** PORT: words the answer from quotations that are already chosen and verified. */
import type { ConversationTurn } from './conversation.ts';
import type { Quotation } from './answer.ts';

/** A quotation with the number that stands for it in the text. */
export interface NumberedQuotation extends Quotation {
  readonly marker: number;
}

export interface WritingTask {
  /** Standalone question. */
  readonly question: string;
  /** BCP-47 tag that the text must be written in. */
  readonly language: string;
  /** Best first, at least one. */
  readonly quotations: readonly NumberedQuotation[];
  readonly conversation: readonly ConversationTurn[];
}

/** One sentence of the answer; `text` carries its markers as `[n]`. */
export interface DraftSentence {
  readonly text: string;
  readonly markers: readonly number[];
}

export interface AnswerWriter {
  /** `extractive` or `chat:<model>`. */
  readonly id: string;
  /**
   * Sentences in order. Whoever calls checks each before a reader sees it; a writer that fails throws, and the caller
   * falls back to the extractive one.
   */
  write(task: WritingTask, signal: AbortSignal): AsyncIterable<DraftSentence>;
}
