/** All quotable sentences of a library, numbered, with the windows that stand for them in each language. */
import type { Library } from '../index/library.ts';

export interface Sentence {
  /** Number of the passage in the library, and of the sentence in the passage. */
  readonly passage: number;
  readonly sentence: number;
  /** BCP-47 tags of the languages that it stands in, the order of all lists below. */
  readonly languages: readonly string[];
  /** The same without script and region: a question shares words with all of a language. */
  readonly bases: ReadonlySet<string>;
  /** Windows that contain the sentence, one list per language. */
  readonly windows: readonly (readonly number[])[];
  /** Per language the window that is this sentence alone, in the same order as `windows`. */
  readonly alone: readonly number[];
  /** Per language the single-sentence windows of the sentence and its neighbours in the passage. */
  readonly around: readonly (readonly number[])[];
}

export interface SentenceTable {
  readonly sentences: readonly Sentence[];
  /** Number of the sentence that window `n` begins with, by `n`. */
  readonly firstOf: Int32Array;
  /** Windows of exactly one sentence: what the lexical index and the token lists hold, in this order. */
  readonly single: readonly number[];
}

/** Sentences before and after that belong to the context of one. */
const NEIGHBOURS = 2;

export function buildSentenceTable({ passages, windows }: Library): SentenceTable {
  const offsets = offsetsOf(passages.map((passage) => passage.sentences.length));
  const sentences = passages.flatMap((passage, number) =>
    passage.sentences.map((_, sentence) => ({
      passage: number,
      sentence,
      byLanguage: new Map<string, LanguageWindows>(),
    })),
  );
  const firstOf = new Int32Array(windows.length);
  const single: number[] = [];
  for (const [number, window] of windows.entries()) {
    const base = offsets[window.passage] ?? 0;
    firstOf[number] = base + window.first;
    const alone = window.last - window.first === 1;
    if (alone) single.push(number);
    for (let at = window.first; at < window.last; at++) {
      const byLanguage = sentences[base + at]?.byLanguage;
      const entry = byLanguage?.get(window.language) ?? { windows: [], alone: number };
      entry.windows.push(number);
      if (alone) entry.alone = number;
      byLanguage?.set(window.language, entry);
    }
  }
  const basesOf = shareBases();
  const neighbours = (at: number, language: string): number[] =>
    sentences
      .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
      .filter(({ passage }) => passage === sentences[at]?.passage)
      .flatMap(({ byLanguage }) => byLanguage.get(language)?.alone ?? []);
  return {
    firstOf,
    single,
    sentences: sentences.map(({ passage, sentence, byLanguage }, at) => ({
      passage,
      sentence,
      languages: [...byLanguage.keys()],
      bases: basesOf([...byLanguage.keys()]),
      windows: [...byLanguage.values()].map((entry) => entry.windows),
      alone: [...byLanguage.values()].map((entry) => entry.alone),
      around: [...byLanguage.keys()].map((language) => neighbours(at, language)),
    })),
  };
}

interface LanguageWindows {
  readonly windows: number[];
  alone: number;
}

/** Where each of several lists begins that lie end to end. */
export function offsetsOf(lengths: readonly number[]): number[] {
  const offsets: number[] = [];
  let sum = 0;
  for (const length of lengths) {
    offsets.push(sum);
    sum += length;
  }
  return offsets;
}

/** Sentences of one document stand in the same languages: they share one set. */
function shareBases(): (languages: readonly string[]) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (languages) => {
    const key = languages.join();
    const bases = known.get(key) ?? new Set(languages.map(baseOf));
    known.set(key, bases);
    return bases;
  };
}

/** Language of a BCP-47 tag: the scripts of a language are folded together. */
export function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}
