/** A question that the publisher expects to be asked, with the place in the transcript that answers it. */
import type { Span } from '../transcript/transcript.ts';

/** Those of each document, by its id. */
export type AnticipatedLists = ReadonlyMap<string, readonly AnticipatedQuestion[]>;

export interface AnticipatedQuestion {
  readonly text: string;
  /** BCP-47 tag of `text`. */
  readonly language: string;
  /** One sentence that answers, or several; null where the transcript leaves the question open. */
  readonly answer: Span | null;
  /** What was just told when it is asked; null where it stands alone. */
  readonly after: Span | null;
}
