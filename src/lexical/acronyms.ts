/** Acronyms that a text spells out: who asks about the SCO means the sentence that says Shanghai Cooperation Organisation too. */
import { primaryLanguage } from '../quantity/primary-language.ts';

export interface AcronymText {
  readonly text: string;
  /** BCP-47 tag of the text. */
  readonly language?: string;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu;
const SENTENCE_END = /[.!?;:,()"“”«»]/u;
/** Of, de, für, по: words that an acronym passes over. */
const LIGHT = /^\p{Ll}{1,3}$/u;
/** The, Der, La: opens a sentence more often than a name. */
const SHORT = /^\p{L}{1,3}$/u;
const SHORTEST = 3;
const LONGEST = 6;

/** Acronyms that the texts use themselves, by language; texts in capitals only have none. */
export function usedAcronyms(texts: readonly AcronymText[]): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>();
  for (const { text, language } of texts) {
    if (!/\p{Ll}/u.test(text)) continue;
    const own = used.get(primaryLanguage(language)) ?? new Set();
    for (const [acronym] of text.matchAll(ACRONYM)) own.add(acronym);
    used.set(primaryLanguage(language), own);
  }
  return used;
}

/**
 * The text with the acronyms of what it spells out at its end: of names whose words all begin with a capital, and of those
 * that begin with one where the other texts of the language use the acronym (Шанхайская организация сотрудничества, ШОС).
 * The alignment is Schwartz and Hearst's (2003), by initials only.
 */
export function withAcronyms(
  { text, language }: AcronymText,
  used: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const found = spelledAcronyms(text, used.get(primaryLanguage(language)) ?? new Set());
  const missing = [...found].filter((acronym) => !text.includes(acronym));
  return missing.length === 0 ? text : `${text} ${missing.join(' ')}`;
}

function spelledAcronyms(text: string, used: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  let after = '';
  for (const words of clauses(text)) {
    words.forEach((word, first) => {
      const opens = first === 0 && SHORT.test(word);
      if (!startsWithCapital(word) || opens) return;
      const name = words.slice(first).filter((next, at) => at === 0 || !LIGHT.test(next));
      for (let size = SHORTEST; size <= Math.min(LONGEST, name.length); size++) {
        const initials = initialsOf(name.slice(0, size));
        if (used.has(initials)) found.add(initials);
      }
      const end = name.findIndex((next) => !startsWithCapital(next));
      const whole = initialsOf(end < 0 ? name : name.slice(0, end));
      // The longest run of capitals only, not what is left of it from its second word on.
      if (whole.length >= SHORTEST && whole.length <= LONGEST && !after.endsWith(whole)) found.add(whole);
      after = whole;
    });
  }
  return found;
}

/** Words between marks: no name goes across one. */
function clauses(text: string): string[][] {
  return text.split(SENTENCE_END).map((clause) => [...clause.matchAll(WORD)].map(([word]) => word));
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase()).join('');
}

function startsWithCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
