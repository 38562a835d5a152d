/** An aligned translation: for every sentence of the speech, its rendering in another language. */
import type { Speaker } from '../transcript/transcript.ts';

export interface Translation {
  /** BCP-47 tag. */
  readonly language: string;
  readonly title: string | null;
  /** Who made it, shown to the reader. */
  readonly origin: string | null;
  /** Names, roles and organisations by the name that the transcript prints. */
  readonly speakers: ReadonlyMap<string, Speaker>;
  /** By the offset at which the original sentence starts. */
  readonly sentences: ReadonlyMap<number, string>;
}
