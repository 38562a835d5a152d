/** Splits a text into units: lines, joined to paragraphs where the page is wrapped at a fixed width. */
import { dirtReason } from './page-dirt.ts';
import { columns, endsSentence, isInvisible } from './text-signs.ts';
import type { Unit } from './unit.ts';

/** In columns: a page is wrapped at a width only if that lies between these. */
const WIDEST_WRAP = 150;
const NARROWEST_WRAP = 40;
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

export function splitUnits(text: string, startsTurn: (line: Unit) => boolean): readonly Unit[] {
  const lines = splitLines(text);
  const width = wrapWidth(lines);
  return width === null ? lines : joinWrapped(text, lines, width, startsTurn);
}

/** Every line with something to see, without the white space around it. */
export function splitLines(text: string): readonly Unit[] {
  const lines: Unit[] = [];
  let number = 1;
  let from = 0;
  let afterBlank = true;
  const add = (to: number): void => {
    const unit = trimmedLine(text, from, to, number, afterBlank);
    if (unit !== null) lines.push(unit);
    afterBlank = unit === null;
  };
  for (const end of text.matchAll(LINE_END)) {
    add(end.index);
    from = end.index + end[0].length;
    number += 1;
  }
  add(text.length);
  return lines;
}

function trimmedLine(text: string, from: number, to: number, line: number, afterBlank: boolean): Unit | null {
  let start = from;
  let end = to;
  while (start < end && isInvisible(text.charAt(start))) start += 1;
  while (end > start && isInvisible(text.charAt(end - 1))) end -= 1;
  if (start === end) return null;
  const visible = text.slice(start, end);
  return { start, end, line, text: visible, afterBlank, dirt: dirtReason(visible) };
}

/** The width a text was wrapped at, or null where each line is a paragraph. */
function wrapWidth(lines: readonly Unit[]): number | null {
  const widths = lines.map((line) => columns(line.text)).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.95)] ?? 0;
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return null;
  let pairs = 0;
  let broken = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const above = lines[at - 1];
    if (above === undefined || lines[at]?.afterBlank !== false) continue;
    pairs += 1;
    if (isFull(above, width) && !endsSentence(above.text)) broken += 1;
  }
  return pairs >= 3 && broken / pairs >= 0.4 ? width : null;
}

function isFull(line: Unit, width: number): boolean {
  return columns(line.text) >= width * 0.6;
}

function joinWrapped(
  text: string,
  lines: readonly Unit[],
  width: number,
  startsTurn: (line: Unit) => boolean,
): readonly Unit[] {
  const units: Unit[] = [];
  const continues = (line: Unit, above: Unit): boolean =>
    !line.afterBlank &&
    above.dirt === null &&
    line.dirt === null &&
    isFull(above, width) &&
    !startsTurn(line);
  let open: { first: Unit; last: Unit } | null = null;
  const close = (): void => {
    if (open === null) return;
    const { first, last } = open;
    units.push(first === last ? first : { ...first, end: last.end, text: text.slice(first.start, last.end) });
  };
  for (const line of lines) {
    if (open !== null && continues(line, open.last)) open.last = line;
    else {
      close();
      open = { first: line, last: line };
    }
  }
  close();
  return units;
}
