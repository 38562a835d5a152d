/** The words of a sentence that carry its content, folded so that inflected forms and spellings meet. */
import { functionWordsOf } from '../../language/rank-languages.ts';
import { foldWords } from '../../lexical/fold-word.ts';

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = new RegExp(`(?<run>(?:${UNSPACED.source}\\p{M}*)+)|[\\p{L}\\p{M}]+`, 'gu');

/** Content words; where a script does not part words, pairs of neighbouring characters. Figures are checked elsewhere. */
export function contentWords(text: string, language: string): string[] {
  const small = functionWordsOf(language);
  const words: string[] = [];
  for (const match of foldWords(text).matchAll(WORD)) {
    const word = match[0];
    if (match.groups?.['run'] !== undefined) words.push(...pairsOf(word));
    else if ([...word].length > 1 && !small.has(word)) words.push(word);
  }
  return words;
}

function pairsOf(run: string): string[] {
  const signs = [...run];
  return signs.slice(0, -1).map((sign, at) => sign + (signs[at + 1] ?? ''));
}

/** Whether two folded words are forms of one: they share their beginning but for an ending of up to three letters. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared >= 4 && Math.max(a.length, b.length) - shared <= 3;
}
