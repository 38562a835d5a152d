/** What the items of an index mean: documents with their translations, passages and windows. */
import type { Passage, Window } from '../passage/passage.ts';
import type { Document } from '../transcript/document.ts';
import type { Translation } from '../translation/translation.ts';

export interface LibraryDocument extends Document {
  readonly translations: readonly Translation[];
}

export interface Library {
  readonly documents: ReadonlyMap<string, LibraryDocument>;
  readonly passages: readonly Passage[];
  /** Item `n` of the index is window `n`. */
  readonly windows: readonly Window[];
}
