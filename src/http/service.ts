/** What the HTTP layer needs from the application: documents to show and questions to answer. */
import type { AnswerEvent } from '../answer/answer.ts';
import type { ConversationTurn } from '../answer/conversation.ts';
import type { Library } from '../index/library.ts';

export interface ServiceQuestion {
  readonly question: string;
  /** Language that the answer must be in; without it the request decides. */
  readonly language?: string;
  readonly acceptLanguage?: string;
  readonly documents?: readonly string[];
  readonly conversation: readonly ConversationTurn[];
  readonly limit: number;
}

export interface Service {
  readonly library: Library;
  /** Name of the index driver, as `/healthz` reports it. */
  readonly indexName: string;
  /** The one language decision of a request. */
  decideLanguage(question: ServiceQuestion): string;
  /** Ends with exactly one `done`. */
  ask(question: ServiceQuestion, language: string, signal: AbortSignal): AsyncIterable<AnswerEvent>;
  /** Questions that the documents can answer, in `language` where it is known. */
  suggest(
    language: string,
    options: { readonly documents?: readonly string[]; readonly asked?: string },
  ): readonly string[];
  /** Resolves when an answer could be given now; rejects otherwise. */
  probe(): Promise<void>;
}
