/** PORT: what is evaluated, be it the service in this process or one behind an address. */
import type { AskResponse, ConversationTurn, DocumentDetail } from '../http/contract.ts';
import type { Span } from '../transcript/transcript.ts';

export interface SystemQuestion {
  readonly question: string;
  /** The language asked for explicitly; absent, the system has to recognise it. */
  readonly language?: string;
  readonly conversation?: readonly ConversationTurn[];
  /** Ids of the documents to search; all when absent. */
  readonly documents?: readonly string[];
}

export interface RankedPassage extends Span {
  readonly document: string;
}

export interface PassageRanking {
  /** Best first. */
  readonly passages: readonly RankedPassage[];
  /** Calibrated probability that the best passage answers, or null where the system gives none. */
  readonly probability: number | null;
}

export interface EvaluatedSystem {
  /** As reports name it. */
  readonly name: string;
  ask(question: SystemQuestion): Promise<AskResponse>;
  /** The document as the system serves it, against which citations are checked; null where it has no such document. */
  document(id: string): Promise<DocumentDetail | null>;
  /** Ranks passages for a standalone question; absent where the system shows no ranking. */
  rank?(question: SystemQuestion): Promise<PassageRanking>;
}
