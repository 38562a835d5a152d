/** Says what a translated sentence states otherwise than its original, as far as figures tell. */
import type { CompareSentences } from '../../translation/align-translation.ts';
import { figuresOf, states, type Figure } from './match-figures.ts';

/**
 * Every figure written in digits must stand in the other sentence as the same value. A unit that one language's tables
 * do not know does not count against a translation, nor does a month that it writes as a word.
 */
export const compareSentences: CompareSentences = (original, translated, [from, to]) => {
  const [ours, theirs] = [figuresOf(original, from), figuresOf(translated, to)];
  const changed = theirs.find(
    (figure) => figure.form === 'digits' && !agrees(figure, ours) && !isWord(figure, translated, original),
  );
  if (changed) return `"${changed.written}" is not in the original "${excerpt(original)}"`;
  const lost = ours.find((figure) => figure.form === 'digits' && !isMonth(figure) && !agrees(figure, theirs));
  return lost ? `"${lost.written}" of the original is missing in "${excerpt(translated)}"` : null;
};

function agrees(figure: Figure, others: readonly Figure[]): boolean {
  return (
    states(figure, others) ||
    others.some((other) => unitUnknown(figure, other) && figure.value === other.value)
  );
}

function unitUnknown(a: Figure, b: Figure): boolean {
  const plain = (figure: Figure): boolean => figure.kind === 'number' && figure.unit === null;
  return a.kind !== 'date' && b.kind !== 'date' && (plain(a) || plain(b));
}

/** 深算二号 is a name, 一期 an ordinal, “1인당” (per head) an idiom: a small bare number may be a word in the other language. */
function isWord({ kind, unit, value, end }: Figure, translated: string, original: string): boolean {
  if (kind !== 'number' && kind !== 'ordinal') return false;
  const sign = '〇一二三四五六七八九十'[value];
  const numeral = unit === null && sign !== undefined && original.includes(sign);
  return numeral || (value === 1 && /^\p{Script=Hangul}/u.test(translated.slice(end)));
}

function isMonth({ kind, value }: Figure): boolean {
  return kind === 'date' && value % 100 === 0;
}

const LONGEST = 120;

function excerpt(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
