/** What a parsed transcript is: turns of speakers with exact offsets into the published text. */

/** Half-open range `[start, end)` in UTF-16 code units of the document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type TurnKind = 'statement' | 'question' | 'answer' | 'moderation';

export interface Speaker {
  /** As the page prints it: a person, or the outlet that asks. */
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
}

/** One person speaking once. `start`/`end` cover the speech, not the speaker's label. */
export interface Turn extends Span {
  /** `t1`, `t2`, … in order of speaking. */
  readonly id: string;
  /** One-based position among all turns. */
  readonly ordinal: number;
  readonly kind: TurnKind;
  /** Null where the page names nobody, as in a text without speaker labels. */
  readonly speaker: Speaker | null;
  /** The `id` of the question that an answer replies to. */
  readonly inReplyTo: string | null;
}

/** `speech` may be cited; everything else is kept for people and never cited. */
export type BlockKind = 'speech' | 'label' | 'heading' | 'lead' | 'dropped' | 'space';

/** A stretch of the published text and what the parser took it for. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Set for `dropped`: why, in a few English words (`--explain` prints it). */
  readonly reason?: string;
  /** Set for a section heading inside speech or between turns: 1 for the outermost. */
  readonly level?: number;
}

export interface Transcript {
  readonly text: string;
  readonly turns: readonly Turn[];
  /** Covers the whole text without gap or overlap: kept text + dropped text = input. */
  readonly blocks: readonly Block[];
  /** Things a person should know, such as that no speaker was recognised. */
  readonly notices: readonly string[];
}
