/** Finds section headings among the paragraphs of one turn, and how deep each stands. */
import { announcesQuestions, isSalutation } from './cue-words.ts';
import { columns, endsSentence, isCased, startsWithCapital } from './text-signs.ts';
import type { Unit } from './unit.ts';

/** No heading is wider than this many columns of a page. */
const WIDEST_HEADING = 90;
const WIDEST_PLAIN_HEADING = 64;

const NUMBERINGS: readonly (readonly [string, RegExp])[] = [
  ['part', /^第[一二三四五六七八九十百\d]+[编篇章节部条点](?:分)?[、，,:：\s]/u],
  ['han', /^[一二三四五六七八九十]{1,3}[、.．]\s*\S/u],
  ['han-brackets', /^[（(][一二三四五六七八九十]{1,3}[)）]\s*\S/u],
  ['roman', /^(?:X{0,3})(?:IX|IV|V?I{0,3})[.)、]\s+\S/u],
  ['decimal', /^\p{Nd}{1,2}(?:\.\p{Nd}{1,2})+\.?\s+\S/u],
  ['number', /^\p{Nd}{1,2}[.)、．]\s*[^\s\p{Nd}]/u],
  ['number-brackets', /^[（(]\p{Nd}{1,2}[)）]\s*\S/u],
  ['letter', /^[A-ZА-Я][.)]\s+\S/u],
];

/** True for a line that opens with a section number of any style. */
export function isNumbered(text: string): boolean {
  return NUMBERINGS.some(([, pattern]) => pattern.test(text));
}

/** The headings' levels by position in `units`; the last unit may be one only where `closed` says a turn follows. */
export function findHeadings(units: readonly Unit[], closed: boolean): ReadonlyMap<number, number> {
  const styles = units.map((unit, index) => headingStyle(unit, units[index + 1], closed));
  dropLists(units, styles);
  addPlain(units, styles);
  const levels = new Map<number, number>();
  const open: string[] = [];
  styles.forEach((style, index) => {
    if (style !== null) levels.set(index, enter(open, style));
  });
  return levels;
}

function headingStyle(unit: Unit, next: Unit | undefined, closed: boolean): string | null {
  const text = unit.text;
  if (text.length > 300 || columns(text) > WIDEST_HEADING || text.includes('\n')) return null;
  const marked = /^(#{1,6})\s+\S/u.exec(text)?.[1];
  if (marked !== undefined) return `#${marked.length}`;
  if (next === undefined && !closed) return null;
  if (next === undefined && announcesQuestions(text)) return 'questions';
  if (announcesQuestions(text) && !endsSentence(text) && columns(text) <= 40) return 'questions';
  if (endsSentence(text) || /[,，:：;；、]$/u.test(text)) return null;
  if (/^\*\*[^*]+\*\*$|^__[^_]+__$/u.test(text)) return 'bold';
  if (/^【[^【】]+】$/u.test(text)) return 'framed';
  return NUMBERINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Styles that need no second of their kind to be a heading; a lone "1." may be the only item of a list. */
const SURE_STYLES = new Set(['part', 'han', 'roman', 'bold', 'framed', 'questions']);

/** Numbered lines directly under each other, at the end or alone of their kind are items of a list, and speech. */
function dropLists(units: readonly Unit[], styles: (string | null)[]): void {
  const counts = new Map<string, number>();
  for (const style of styles) if (style !== null) counts.set(style, (counts.get(style) ?? 0) + 1);
  for (let from = 0; from < styles.length; from += 1) {
    const style = styles[from] ?? null;
    if (style === null || isMarked(style)) continue;
    let to = from;
    while (styles[to + 1] === style) to += 1;
    const isLoose = !SURE_STYLES.has(style) && ((counts.get(style) ?? 0) < 2 || to + 1 >= units.length);
    const isLast = style === 'part' || style === 'roman' ? to + 1 >= units.length : isLoose;
    if (to > from || isLast) for (let at = from; at <= to; at += 1) styles[at] = null;
    from = to;
  }
}

/** Short lines without a full stop over long paragraphs: headings where a turn has at least two of them. */
function addPlain(units: readonly Unit[], styles: (string | null)[]): void {
  const sentences = units.filter((unit) => endsSentence(unit.text)).length;
  if (units.length < 5 || sentences / units.length < 0.5) return;
  const plain = units.flatMap((unit, index) =>
    styles[index] === null && isPlainHeading(units, index, unit) ? [index] : [],
  );
  if (plain.length >= 2) for (const index of plain) styles[index] = 'plain';
}

function isPlainHeading(units: readonly Unit[], index: number, unit: Unit): boolean {
  const above = units[index - 1];
  const next = units[index + 1];
  if (above === undefined || next === undefined || !unit.afterBlank || unit.text.includes('\n')) return false;
  if (
    columns(unit.text) > WIDEST_PLAIN_HEADING ||
    endsSentence(unit.text) ||
    /[,，:：;；、…\-–—]$/u.test(unit.text)
  )
    return false;
  const first = /\p{L}/u.exec(unit.text)?.[0];
  if (first === undefined || /^[-*+•·–—]/u.test(unit.text) || isSalutation(unit.text)) return false;
  if (isCased(first) && !startsWithCapital(unit.text)) return false;
  return endsSentence(above.text) && endsSentence(next.text) && columns(next.text) >= 2 * columns(unit.text);
}

/** The depth of a heading: a style seen before closes what is under it, a new one opens a level. */
function enter(open: string[], style: string): number {
  if (style.startsWith('#')) {
    while (
      open.length > 0 &&
      (!isMarked(open.at(-1)) || Number(open.at(-1)?.slice(1)) >= Number(style.slice(1)))
    )
      open.pop();
  } else if (style === 'questions') open.length = 0;
  else if (open.includes(style)) open.length = open.indexOf(style);
  open.push(style);
  return open.length;
}

function isMarked(style: string | null | undefined): boolean {
  return style?.startsWith('#') === true;
}
