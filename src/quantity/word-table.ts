/** Finds the longest known word at a place of a folded text, in scripts with and without spaces. */
import { foldText } from './fold-text.ts';

const LETTER = /[\p{L}\p{M}]/u;
/** Scripts that write words together: a word may end anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

interface Word<T> {
  readonly text: string;
  /** Any letters may follow: `миллион*`. */
  readonly open: boolean;
  readonly value: T;
}

export interface WordMatch<T> {
  readonly value: T;
  readonly end: number;
}

/** Whether the character is of a script that writes words together. */
export function isUnspaced(character: string | undefined): boolean {
  return character !== undefined && UNSPACED.test(character);
}

export function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}

export class WordTable<T> {
  private readonly byFirst = new Map<string, Word<T>[]>();
  private readonly fold: (word: string) => string;

  /** `fold` must be what the searched texts have gone through; `foldText` unless given. */
  constructor(fold: (word: string) => string = (word) => foldText(word).text) {
    this.fold = fold;
  }

  /** `words`: separated by spaces; `_` stands for a space inside a word, a final `*` for any ending. */
  add(words: string, value: T): this {
    for (const written of words.split(/\s+/u)) {
      const open = written.endsWith('*');
      const text = this.fold(written.replace('*', '').replaceAll('_', ' '));
      if (text !== '') this.insert({ text, open, value });
    }
    return this;
  }

  private insert(word: Word<T>): void {
    const first = word.text.charAt(0);
    const list = this.byFirst.get(first) ?? [];
    list.unshift(word);
    list.sort((a, b) => b.text.length - a.text.length);
    this.byFirst.set(first, list);
  }

  /** The longest word that starts at `start`; among equals the one added last. */
  match(text: string, start: number): WordMatch<T> | null {
    for (const word of this.byFirst.get(text.charAt(start)) ?? []) {
      if (!text.startsWith(word.text, start)) continue;
      const end = wordEnd(text, start + word.text.length, word);
      if (end >= 0) return { value: word.value, end };
    }
    return null;
  }

  /** The longest word that ends at `end` and begins a word. */
  matchBefore(text: string, end: number): { readonly value: T; readonly start: number } | null {
    for (let start = Math.max(0, end - 16); start < end; start++) {
      if (isLetter(text[start]) && isLetter(text[start - 1]) && !UNSPACED.test(text.charAt(start))) continue;
      const found = this.match(text, start);
      if (found?.end === end) return { value: found.value, start };
    }
    return null;
  }
}

/** Where the word ends, or −1 where more letters follow that do not belong to it. */
function wordEnd(text: string, end: number, word: Word<unknown>): number {
  const last = text.charAt(end - 1);
  if (!isLetter(last) || UNSPACED.test(last)) return end;
  if (!isLetter(text[end]) || UNSPACED.test(text.charAt(end))) return end;
  if (!word.open) return -1;
  let past = end;
  while (isLetter(text[past])) past++;
  return past - end <= 6 ? past : -1;
}
