/** A stretch that may name a speaker: what a label looks like before and after it is believed. */
import type { Cue } from './cue-words.ts';
import type { Markup } from './read-markup.ts';

export interface LabelCandidate {
  /** Index of the unit that it opens. */
  readonly unit: number;
  /** `colon`: "Name:"; `bracket`: "【Name】"; `sign`: "○Name words"; `point`: "Q. words"; `bare`: a line with nothing else; `none`: a turn that names nobody. */
  readonly form: 'colon' | 'bracket' | 'sign' | 'point' | 'bare' | 'none';
  /** Where the label ends and where speech begins, in the document's text; the same unit holds no speech where null. */
  readonly start: number;
  readonly end: number;
  readonly speechStart: number | null;
  /** The name or word, without titles in brackets and behind commas. */
  readonly core: string;
  /** What brackets, a comma or a dash add: a role, an outlet, a name. */
  readonly extra: string | null;
  /** For comparing labels. */
  readonly key: string;
  readonly cue: Cue | null;
  readonly cueWord: string | null;
  /** What a label with a cue word says besides it. */
  readonly cueRest: string;
  readonly timed: boolean;
  readonly markup: Markup;
}
