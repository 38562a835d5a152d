/** What the service answers, before it is dressed for HTTP. */
import type { Document } from '../transcript/document.ts';
import type { Speaker, Turn } from '../transcript/transcript.ts';

export interface QuoteTranslation {
  readonly language: string;
  readonly text: string;
  /** `aligned`: from the document's own translation; `chat`: written by a chat model and checked. */
  readonly origin: 'aligned' | 'chat';
  /** Names and roles as the translation gives them, or null. */
  readonly speaker: Speaker | null;
}

/** A verbatim quotation with its place: `document.transcript.text.slice(start, end) === quote`. */
export interface Quotation {
  readonly document: Document;
  readonly turn: Turn;
  /** The question that the turn replies to. */
  readonly question: Turn | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly translation: QuoteTranslation | null;
}

export interface Citation extends Quotation {
  /** One-based; stands as `[n]` in the answer's text. */
  readonly marker: number;
}

export type Confidence = 'high' | 'medium' | 'low';
export type AbstentionReason = 'no_evidence' | 'unsupported_question';

interface AnswerBase {
  /** BCP-47 tag of `text`. */
  readonly language: string;
  /** The standalone question that was answered. */
  readonly question: string;
  readonly text: string;
  readonly confidence: Confidence;
}

export interface Answered extends AnswerBase {
  readonly status: 'answered';
  /** `extractive` or `chat:<model>`. */
  readonly writer: string;
  readonly citations: readonly Citation[];
}

export interface Abstained extends AnswerBase {
  readonly status: 'abstained';
  readonly reason: AbstentionReason;
  readonly related: readonly Quotation[];
}

export type Answer = Answered | Abstained;

/** An answer as it comes to be; `done` is the last and carries all of it. A citation comes before the text that cites it. */
export type AnswerEvent =
  | { readonly kind: 'citation'; readonly citation: Citation }
  | { readonly kind: 'delta'; readonly text: string }
  | { readonly kind: 'done'; readonly answer: Answer };
