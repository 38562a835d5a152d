/** The words beside each figure of a sentence: what is counted, or what happened then, stands there. */
import { findQuantities } from '../quantity/find-quantities.ts';
import type { QuantityKind } from '../quantity/quantity.ts';
import { isUnspaced } from '../quantity/word-table.ts';

/** What a figure can answer: how many and how much, or when. */
export type FigureAnswer = 'quantity' | 'date';

/** Token ids of what stands around one figure, itself included. */
export interface FigureContext {
  readonly answers: FigureAnswer;
  readonly tokens: ArrayLike<number>;
}

const ANSWERS: Readonly<Partial<Record<QuantityKind, FigureAnswer>>> = {
  number: 'quantity',
  percent: 'quantity',
  money: 'quantity',
  date: 'date',
  year: 'date',
  time: 'date',
};
const CODES: readonly FigureAnswer[] = ['quantity', 'date'];

/** Characters on each side: some four words. */
const REACH = { spaced: 24, unspaced: 6 } as const;
/** What ends a clause; between digits it is part of a figure. */
const CLAUSE_END = /[,,、;;。..::!!??()()“”«»।؟،؛—–]/u;
const INSIDE_FIGURE = /\p{Nd}/u;
const INSIDE_WORD = /[\p{L}\p{M}\p{N}]/u;

/** Numbers for one sentence, which `readFigures` reads: of each figure a code of its kind, how many tokens, and the tokens. */
export function packFigures(
  text: string,
  language: string,
  encode: (text: string) => readonly number[],
): number[] {
  return findQuantities(text, language).flatMap(({ kind, start, end }) => {
    const answers = ANSWERS[kind];
    if (!answers) return [];
    const tokens = encode(textAround(text, start, end));
    return [CODES.indexOf(answers), tokens.length, ...tokens];
  });
}

export function readFigures(packed: Uint32Array): FigureContext[] {
  const found: FigureContext[] = [];
  for (let at = 0; at + 1 < packed.length;) {
    const answers = CODES[packed[at]!];
    const end = at + 2 + packed[at + 1]!;
    if (answers) found.push({ answers, tokens: packed.subarray(at + 2, end) });
    at = end;
  }
  return found;
}

/** The figure with whole words of its clause on both sides. */
export function textAround(text: string, start: number, end: number): string {
  const unspaced = isUnspaced(text[start - 1]) || isUnspaced(text[end]);
  const reach = unspaced ? REACH.unspaced : REACH.spaced;
  let [from, to] = [start, end];
  while (from > 0 && start - from < reach && !endsClause(text, from - 1)) from--;
  while (to < text.length && to - end < reach && !endsClause(text, to)) to++;
  if (!unspaced) {
    while (from < start && insideWord(text, from)) from++;
    while (to > end && insideWord(text, to)) to--;
  }
  return text.slice(from, to);
}

function endsClause(text: string, at: number): boolean {
  return CLAUSE_END.test(text.charAt(at)) && !(isDigit(text, at - 1) && isDigit(text, at + 1));
}

function isDigit(text: string, at: number): boolean {
  return INSIDE_FIGURE.test(text.charAt(at));
}

/** Whether a cut before `at` would cut a word. */
function insideWord(text: string, at: number): boolean {
  return INSIDE_WORD.test(text.charAt(at - 1)) && INSIDE_WORD.test(text.charAt(at));
}
