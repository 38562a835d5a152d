/** Turns a text of any language into the terms that lexical search compares. */
import { countryTerms } from './country-terms.ts';
import type { LexicalRole } from './lexical-role.ts';
import { foldKeepingMarks, stripMarks } from './fold-word.ts';
import { primaryLanguage } from '../quantity/primary-language.ts';
import { quantityTerms } from '../quantity/quantity-terms.ts';
import { HALF, wordTerms } from './word-terms.ts';
import { NAME, nameTerms } from './name-terms.ts';

/** Scripts that do not separate words by spaces (or, Hangul, write particles onto them): compared by pairs of characters. */
const PAIRED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const TOKEN = new RegExp(
  String.raw`(?<paired>[${PAIRED}](?:[${PAIRED}]|\p{M})*)|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.](?=[\p{L}\p{N}]))*`,
  'gu',
);
const NUMBER = /^[\p{N}.]+$/u;
/** Consonants of these scripts carry their vowel and tone signs with them. */
const CLUSTERED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * With repetitions, for counting. Terms that begin with `~` (refinements) or `^` (sound skeletons of names) count less, `#` and `@`
 * are figures and dates, `&` countries.
 * A passage of an unspaced script gives its single characters too, so that a question of one character finds it; a question
 * gives only pairs unless it has none.
 * @param language BCP-47 tag of the text; its primary subtag is used.
 */
export function terms(text: string, language: string | undefined, role: LexicalRole): string[] {
  const tag = primaryLanguage(language);
  const found: string[] = [];
  const folded = foldKeepingMarks(text);
  const marked = tag === 'vi' && (role === 'passage' || stripMarks(folded) !== folded);
  const bare = marked ? folded : stripMarks(folded);
  for (const match of bare.matchAll(TOKEN)) {
    const word = match[0];
    if (match.groups?.['paired'] !== undefined) found.push(...pairs(word, role));
    else if (NUMBER.test(word)) continue;
    else found.push(...(tag === 'vi' ? markedTerms(word, role) : wordTerms(word, tag)));
  }
  found.push(...quantityTerms(text, language), ...countryTerms(text, tag), ...nameTerms(text, role));
  return found;
}

/** Vietnamese tells words apart by marks; only a question typed without any is compared without them. */
function markedTerms(word: string, role: LexicalRole): string[] {
  const bare = `${HALF}${stripMarks(word)}`;
  if (role === 'passage') return [word, bare];
  return stripMarks(word) === word ? [word, bare] : [word];
}

function pairs(run: string, role: LexicalRole): string[] {
  const characters = CLUSTERED.test(run) ? (run.match(/\P{M}\p{M}*/gu) ?? []) : [...run];
  if (characters.length === 1) return characters;
  const found: string[] = role === 'passage' ? characters.slice() : [];
  for (let index = 1; index < characters.length; index++)
    found.push(`${characters[index - 1]}${characters[index]}`);
  return found;
}

/** How much a term counts: beginnings of words and pairs 1, refinements one half, names one quarter. */
export function termWeight(term: string): number {
  if (term.startsWith(NAME)) return 0.25;
  return term.startsWith(HALF) ? 0.5 : 1;
}

/** People write these out, and use them for much that no text repeats: one of them, the first seven months, two sides. */
const SMALL_NUMBER = /^#(?:\d|1[0-2])$/;

/** Whether a term says the same in every language and tells much: a figure above twelve, a date, a country. */
export function isAnchor(term: string): boolean {
  return /^[#@&]/.test(term) && !SMALL_NUMBER.test(term);
}
