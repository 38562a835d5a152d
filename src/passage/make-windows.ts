/** Passages → sentence windows in the original and in every aligned translation: what is embedded and searched. */
import type { Passage, Window } from './passage.ts';

/** Sentences of one passage in one language; null where a translation lacks one. */
export interface PassageText {
  readonly language: string;
  readonly sentences: readonly (string | null)[];
}

/** Longest window of an original, in sentences. Mean pooling blurs longer ones. */
export const LONGEST_WINDOW = 3;

/** Windows of one to `longest` consecutive sentences, in order of first sentence, shortest first. */
export function makeWindows(
  passage: number,
  { language, sentences }: PassageText,
  longest: number,
): Window[] {
  const windows: Window[] = [];
  for (let first = 0; first < sentences.length; first++) {
    for (let last = first + 1; last <= Math.min(first + longest, sentences.length); last++) {
      const parts = sentences.slice(first, last);
      if (parts.includes(null)) break;
      windows.push({ passage, first, last, text: joinSentences(parts as string[]), language });
    }
  }
  return windows;
}

/** Languages written without spaces between words are joined without one. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((joined, next) => (!joined ? next : joined + separator(joined, next) + next), '');
}

function separator(before: string, after: string): string {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。！？”」』）]$/u.test(before);
  return unspaced && !/^[\p{Script=Latin}\p{Nd}]/u.test(after) ? '' : ' ';
}

/** The sentences of `passage` as the transcript has them. */
export function originalText(passage: Passage, text: string, language: string): PassageText {
  return { language, sentences: passage.sentences.map(({ start, end }) => text.slice(start, end)) };
}
