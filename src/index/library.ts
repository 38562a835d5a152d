/** What the items of an index mean: documents with their translations, passages and windows. */
import type { AnticipatedQuestion } from '../anticipation/anticipated-question.ts';
import type { Passage, Window } from '../passage/passage.ts';
import type { Document } from '../transcript/document.ts';
import type { Translation } from '../translation/translation.ts';

export interface LibraryDocument extends Document {
  readonly translations: readonly Translation[];
  readonly anticipated: readonly AnticipatedQuestion[];
}

export interface OpenQuestion {
  /** Id. */
  readonly document: string;
  readonly text: string;
  /** BCP-47 tag of `text`. */
  readonly language: string;
}

export interface Library {
  readonly documents: ReadonlyMap<string, LibraryDocument>;
  readonly passages: readonly Passage[];
  /** Item `n` of the index is window `n`. */
  readonly windows: readonly Window[];
  /** Anticipated questions of all documents, each with the sentences that answer it; no items of the index. */
  readonly questions: readonly Window[];
  /** Those that a document leaves open. */
  readonly openQuestions: readonly OpenQuestion[];
}
