/** Sound skeletons of names, so that Wang Xu, Ван Сюй and 王旭 meet: the consonants that survive transliteration, by class. */
import anyAscii from 'any-ascii';
import type { LexicalRole } from './lexical-role.ts';

/** Marks name terms; they count little, since unlike names may share a skeleton. */
export const NAME = '^';

const WORD = /(?<han>\p{Script=Han}+)|(?<hangul>\p{Script=Hangul}+)|[\p{Script=Katakana}ー]+|[\p{L}\p{M}]+/gu;
const SKIPPED = /[\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNCASED =
  /[\p{Script=Han}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Hangul}\p{Script=Katakana}]/u;

/** Shortest skeleton kept of a word; a window of syllables must have one more, since every window is a candidate. */
const LEAST = 2;
/** Names of Chinese and Korean people and places as others write them: windows of two and three syllables. */
const WINDOWS = [2, 3] as const;

/** In this order: spellings of one sound in pinyin, Palladius' Cyrillic and the Latin alphabets become one letter. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|zh|tch|ch|ts|tz|dzh|dz|dj/gu, 's'],
  [/x/gu, 'ks'],
  [/ck|gh|q/gu, 'k'],
  [/c(?=[eiy])/gu, 's'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/kh/gu, 'h'],
  [/ng(?![aeiouy])/gu, 'n'],
  [/[gkc]/gu, 'k'],
  [/[bpfvw]/gu, 'p'],
  [/[td]/gu, 't'],
  [/[szj]/gu, 's'],
  [/^[aeiouy]+/u, 'A'],
  [/(?<=[a-z])h|h(?![aeiouy])/gu, ''],
  [/[aeiouy]/gu, ''],
  [/(.)\1+/gu, '$1'],
];

const PINYIN: readonly (readonly [RegExp, string])[] = [
  [/[qxjzc]h?/gu, 's'],
  [/ng/gu, 'n'],
];

const known = new Map<string, string>();

function skeleton(word: string, pinyin: boolean): string {
  const key = pinyin ? `${word} ` : word;
  let result = known.get(key);
  if (result === undefined) {
    result = anyAscii(word)
      .toLowerCase()
      .replace(/[^a-z]/gu, '');
    for (const [sound, letter] of pinyin ? [...PINYIN, ...SOUNDS] : SOUNDS)
      result = result.replace(sound, letter);
    if (known.size < 100_000) known.set(key, result);
  }
  return result;
}

/** Latin letters may be pinyin, in which x, q and c sound otherwise: then both skeletons. */
function skeletons(word: string): string[] {
  const plain = skeleton(word, false);
  const pinyin = /[qxjzc]|ng/iu.test(word) ? skeleton(word, true) : plain;
  return plain === pinyin ? [plain] : [plain, pinyin];
}

function windows(run: string, pinyin: boolean): string[] {
  return WINDOWS.flatMap((length) => {
    const found: string[] = [];
    for (let start = 0; start + length <= run.length; start++) {
      const form = skeleton(run.slice(start, start + length), pinyin);
      if (form.length > LEAST) found.push(form);
    }
    return found;
  });
}

/**
 * Terms that begin with `^`; in a question those of whole words twice, because they are surer than windows. Where the script has capitals and the text uses them, only capitalised words are names; two
 * short ones in a row (Wang Xu) are joined. `text` must keep its case.
 */
export function nameTerms(text: string, role: LexicalRole): string[] {
  const cased = /\p{Lu}/u.test(text) && !UNCASED.test(text);
  const [found, sure]: [string[], string[]] = [[], []];
  let previous = { end: -1, form: '' };
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (SKIPPED.test(word)) continue;
    if (match.groups?.['han'] !== undefined) found.push(...windows(word, true));
    else if (match.groups?.['hangul'] !== undefined) found.push(...windows(word, false));
    else if (!cased || /^\p{Lu}/u.test(word)) {
      const forms = skeletons(word.replace(/^ال(?=..)/u, ''));
      sure.push(...forms.filter((form) => form.length >= LEAST));
      const last = forms.at(-1) ?? '';
      if (cased && previous.end + 1 === match.index && previous.form.length <= LEAST && last.length <= LEAST)
        sure.push(previous.form + last);
      previous = { end: match.index + word.length, form: last };
    }
  }
  return [...found, ...sure, ...(role === 'query' ? sure : [])].map((form) => `${NAME}${form}`);
}
