/** Cuts what a chat model streams into sentences, each with its markers. */
import { splitSentences } from '../../passage/split-sentences.ts';
import type { DraftSentence } from '../answer-writer.ts';

const MARKERS_FIRST = /^(?:\s*\[\d{1,3}\])+/u;
const BRACKETED = /[[［【〔]\^?\s*(\p{Nd}{1,3}(?:\s*[,،、;，-]\s*\p{Nd}{1,3})*)\s*[\]］】〕]/gu;

/** Feeds on pieces of any length; gives a sentence once the text after it has begun. */
export class SentenceCutter {
  private pending = '';
  private readonly language: string;

  constructor(language: string) {
    this.language = language;
  }

  /** @returns the sentences that `piece` completes */
  push(piece: string): DraftSentence[] {
    this.pending += piece;
    const [cut, rest] = this.cut(plainMarkers(this.pending));
    // The last one may go on, and the markers of the last but one may still come.
    const open = cut.length > 0 && /^[\s[\d\]]*$/u.test(rest) ? 1 : 0;
    const closed = cut.slice(0, cut.length - open);
    if (closed.length === 0) return [];
    this.pending = [...cut.slice(cut.length - open), rest].join(' ');
    return closed.flatMap(toSentence);
  }

  /** @returns what is left at the end of the text */
  end(): DraftSentence[] {
    const [cut, rest] = this.cut(plainMarkers(this.pending));
    this.pending = '';
    return [...cut, rest].flatMap(toSentence);
  }

  /** Whole sentences with the markers that follow them, and the one that has begun. */
  private cut(text: string): [string[], string] {
    const sentences: string[] = [];
    for (const { start, end } of splitSentences(text, { start: 0, end: text.length }, this.language)) {
      let sentence = text.slice(start, end);
      const late = MARKERS_FIRST.exec(sentence)?.[0] ?? '';
      if (late !== '' && sentences.length > 0) {
        sentences.push(`${sentences.pop() ?? ''} ${late.trim()}`);
        sentence = sentence.slice(late.length).trim();
      }
      if (sentence !== '') sentences.push(sentence);
    }
    return [sentences.slice(0, -1), sentences.at(-1) ?? ''];
  }
}

/** ［1］, 【1】, [١] and [1, 2] become [1] and [1][2]. */
function plainMarkers(text: string): string {
  return text.replace(BRACKETED, (whole, list: string) => {
    if (list.includes('-')) return whole;
    return list
      .split(/[^\p{Nd}]+/u)
      .map((digits) => `[${asciiDigits(digits)}]`)
      .join('');
  });
}

function asciiDigits(digits: string): string {
  return digits.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Decimal digits stand in runs of ten, each beginning at a digit of value 0. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

function toSentence(raw: string): DraftSentence[] {
  const text = raw
    .replace(/^\s*(?:[-*•#>]+\s+|\d{1,2}[.)]\s+)/u, '')
    .replace(/\*\*|__/gu, '')
    .replace(/\s+/gu, keepSpace)
    .trim();
  if (text === '') return [];
  return [
    { text, markers: [...new Set([...text.matchAll(/\[(\d{1,3})\]/gu)].map((match) => Number(match[1])))] },
  ];
}

/** A narrow space inside a number stays; line ends and runs become one space. */
function keepSpace(space: string): string {
  return space.length === 1 && !/[\n\r\t]/u.test(space) ? space : ' ';
}
