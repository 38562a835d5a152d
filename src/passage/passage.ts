/** What is cited as a unit, and the windows inside it that are searched. */
import type { Span } from '../transcript/transcript.ts';

/** One answer, or one section of a statement. Never spans dropped text. */
export interface Passage extends Span {
  /** `<document>/p<n>`, stable while the text does not change. */
  readonly id: string;
  readonly document: string;
  /** Id of the turn that it belongs to. */
  readonly turn: string;
  /** Sentences in order; they do not overlap. Headings are none of them. */
  readonly sentences: readonly Span[];
  /** Headings above the passage, outermost first: context for search, not cited. */
  readonly headings: readonly string[];
}

/** One to three consecutive sentences of a passage: what is embedded. */
export interface Window {
  /** Index of the passage in the list that the index was built from. */
  readonly passage: number;
  /** First sentence, and one past the last, within the passage. */
  readonly first: number;
  readonly last: number;
  /** The text to embed: the original, or an aligned translation of it. */
  readonly text: string;
  /** BCP-47 tag of `text`. */
  readonly language: string;
}
