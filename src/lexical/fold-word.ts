/** Folds a text so that spellings that readers take for the same become the same: the first step of every lexical term. */
import { Converter } from 'opencc-js/t2cn';

const simplify = Converter({ from: 't', to: 'cn' });

/** Latin, Greek, Cyrillic and Hebrew marks, Arabic vowel signs, nukta. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u09bc\u0a3c]/gu;
/** Tatweel, soft hyphen, joiners and direction signs: invisible, and lost when people retype a word. */
const INVISIBLE = /\u0640|[\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const HAN = /\p{Script=Han}/u;
/** Scripts whose marks go; NFD would break kana and hangul apart. */
const MARKED =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]\p{M}*/gu;

const LETTERS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۃ: 'ه',
  ٱ: 'ا',
  ؤ: 'و',
  ı: 'i',
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * NFKC, lower case with both Turkish i's as one, one form of each Arabic letter (Arabic ي ك ة with Persian ی ک ه), simplified
 * Han, no diacritics. Lengths change.
 */
export function foldWords(text: string): string {
  return stripMarks(foldKeepingMarks(text));
}

/** The same with the diacritics kept, for languages where they tell words apart (Vietnamese). */
export function foldKeepingMarks(text: string): string {
  const folded = text.normalize('NFKC').replaceAll('İ', 'i').toLowerCase().replace(INVISIBLE, '');
  return HAN.test(folded) ? simplify(folded) : folded;
}

export function stripMarks(folded: string): string {
  return folded
    .replace(MARKED, (letter) => letter.normalize('NFD').replace(MARKS, ''))
    .normalize('NFC')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}
