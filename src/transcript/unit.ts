/** The piece of text that every step looks at: one paragraph, or one line where lines are paragraphs. */
import type { Span } from './transcript.ts';

/** A run of visible text; white space, byte-order marks and direction marks around it are outside. */
export interface Unit extends Span {
  /** One-based number of the line that it begins on. */
  readonly line: number;
  readonly text: string;
  /** True where an empty line, or the beginning of the text, stands before it. */
  readonly afterBlank: boolean;
  /** Why it is no part of any transcript, such as "copyright line"; null where it may be. */
  readonly dirt: string | null;
}

/** What a unit was taken for when it is not speech. */
export type UnitMark =
  | { readonly kind: 'dropped'; readonly reason: string }
  | { readonly kind: 'heading'; readonly level?: number }
  | { readonly kind: 'lead' };
