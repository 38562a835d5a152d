/** A document is one transcript with its metadata. */
import type { Transcript } from './transcript.ts';

export interface DocumentMetadata {
  readonly id: string;
  readonly title: string;
  /** ISO 8601 calendar date, or null where it is not known. */
  readonly date: string | null;
  /** BCP-47 tag of the language spoken. */
  readonly language: string;
  readonly place: string | null;
  readonly publisher: string | null;
  /** Where the text was published (http or https), or null. */
  readonly url: string | null;
  readonly licence: string | null;
}

export interface Document extends DocumentMetadata {
  readonly transcript: Transcript;
}
