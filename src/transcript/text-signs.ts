/** What single characters say in any script: sentence ends, question marks, letter case, width. */

/** White space, and the invisible marks (byte order, direction, joiners at an edge) that go with it. */
const INVISIBLE = /[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\u061C\u180E]/u;
const CLOSING = new Set('"\'”’»›)]}）】〕〉》」』］*_~`');
const SENTENCE_END = new Set('.!?…。！？｡．؟۔।॥։።፧‽‼⁇⁈⁉;；');
const QUESTION_MARK = /[?？؟\u037E⸮፧՞⁇⁈]|\p{Script=Greek};|か[。｡]|か$/u;
/** The dot of a Turkish İ in lower case, Arabic lengthening and vowel points, marks of direction. */
const UNSPOKEN = /\u0307|\u0640|[\u{64B}-\u{652}]|[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const IDEOGRAPHIC = /[\u3400-\u9FFF\u3041-\u30FF]/u;

export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character);
}

export function isIdeographic(text: string): boolean {
  return IDEOGRAPHIC.test(text);
}

/** The last character that is not a closing quotation mark, bracket or Markdown mark; '' in none. */
export function lastSign(text: string): string {
  for (let at = text.length - 1; at >= Math.max(0, text.length - 12); at -= 1) {
    const sign = text.charAt(at);
    if (!CLOSING.has(sign) && !isInvisible(sign)) return sign;
  }
  return '';
}

export function endsSentence(text: string): boolean {
  return SENTENCE_END.has(lastSign(text));
}

/** A question mark of any script, or the Japanese question particle at a sentence's end. */
export function asksQuestion(text: string): boolean {
  return QUESTION_MARK.test(text);
}

/** Rough columns on a page; looks no further than `limit` characters. */
export function columns(text: string, limit = 400): number {
  let total = 0;
  for (let at = 0; at < text.length && at < limit; at += 1) total += isWide(text.charCodeAt(at)) ? 2 : 1;
  return total;
}

/** Han, kana, Hangul and full-width signs take two columns of a line. */
function isWide(code: number): boolean {
  if (code < 0x1100) return false;
  if (code < 0x2e80) return code <= 0x115f;
  return (
    (code <= 0xd7a3 && !(code >= 0xa4d0 && code < 0xac00)) ||
    (code >= 0xf900 && code <= 0xff60 && !(code >= 0xfb00 && code < 0xfe30))
  );
}

/** True for a letter of a script that knows capitals. */
export function isCased(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase();
}

export function startsWithCapital(word: string): boolean {
  const first = /\p{L}/u.exec(word)?.[0];
  return first !== undefined && isCased(first) && first === first.toUpperCase();
}

/** At least two letters, all of them capitals. */
export function isAllCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && text === text.toUpperCase();
}

/** One form for comparing labels and words: compatibility forms, case, vowel points and edge signs removed. */
export function comparable(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(UNSPOKEN, '').replace(/\s+/gu, ' ');
  const first = folded.search(/[\p{L}\p{N}]/u);
  if (first < 0) return '';
  let end = folded.length;
  while (end > first && !/[\p{L}\p{N}\p{M}]/u.test(lastCharacter(folded, end)))
    end -= lastCharacter(folded, end).length;
  return folded.slice(first, end);
}

function lastCharacter(text: string, end: number): string {
  const isPair =
    end > 1 && /[\uDC00-\uDFFF]/.test(text.charAt(end - 1)) && /[\uD800-\uDBFF]/.test(text.charAt(end - 2));
  return text.slice(end - (isPair ? 2 : 1), end);
}
