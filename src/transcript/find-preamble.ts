/** What stands before the first speaker: title, byline, lead, and words spoken before anybody is named. */
import { announcesQuestions, isSalutation } from './cue-words.ts';
import { isNumbered } from './find-headings.ts';
import { edgeDirtReason, isByline, withoutDates } from './page-dirt.ts';
import { withoutMarks } from './read-markup.ts';
import { columns, comparable, endsSentence } from './text-signs.ts';
import type { Unit, UnitMark } from './unit.ts';

/** A title is not longer than this many columns, a lead not longer than this many UTF-16 code units in all. */
const LONGEST_TITLE = 240;
const LONGEST_LEAD = 2500;
const MOST_LEAD_PARAGRAPHS = 5;
/** A repeated title is only recognised by its words when it has some. */
const SHORTEST_TITLE = 6;
const SHORTEST_DATED_TITLE = 24;

export interface Preamble {
  /** One mark a unit, from the first unit on; null where a unit is speech of nobody named. */
  readonly marks: readonly (UnitMark | null)[];
  readonly title: string | null;
}

/** `units` are those before the first label; `whole` is true where the text has no label at all. */
export function findPreamble(units: readonly Unit[], whole: boolean): Preamble {
  const front = frontMatterLength(units);
  const marks: (UnitMark | null)[] = units.map((unit, index) => {
    if (index < front) return { kind: 'dropped', reason: 'front matter' };
    const reason = isDatedTitle(units, index) ? null : edgeDirtReason(unit.text);
    return reason === null || (whole && index > 6) ? null : { kind: 'dropped', reason };
  });
  const titleAt = marks.findIndex(
    (mark, index) => mark === null && isTitle(units[index], !whole || index + 1 < units.length),
  );
  const first = marks.indexOf(null);
  const title = titleAt >= 0 && titleAt <= first + 1 ? (units[titleAt]?.text ?? null) : null;
  if (title !== null) marks[titleAt] = { kind: 'heading' };
  if (whole) return { marks, title };
  markLead(units, marks, title);
  return { marks, title };
}

/** YAML between `---` lines at the very beginning; 0 where there is none. */
export function frontMatterLength(units: readonly Unit[]): number {
  if (units[0]?.text !== '---') return 0;
  const end = units.slice(1, 80).findIndex((unit) => /^(?:---|\.\.\.)$/u.test(unit.text));
  const inside = end < 0 ? [] : units.slice(1, end + 1);
  return inside.some((unit) => /^[\w-]+:/u.test(unit.text)) ? end + 2 : 0;
}

/** A first line with a date in it is the title, not a byline, when it has many words besides. */
function isDatedTitle(units: readonly Unit[], index: number): boolean {
  const text = units[index]?.text ?? '';
  return (
    index === 0 &&
    isByline(text) &&
    units[index]?.dirt === null &&
    columns(withoutDates(text)) >= SHORTEST_DATED_TITLE
  );
}

function isTitle(unit: Unit | undefined, isFollowed: boolean): boolean {
  if (
    unit === undefined ||
    !isFollowed ||
    isNumbered(unit.text) ||
    columns(unit.text) > LONGEST_TITLE ||
    isSalutation(unit.text)
  )
    return false;
  return /^#{1,2}\s/u.test(unit.text) || !endsSentence(unit.text) || /[!?！？]$/u.test(unit.text);
}

export function isRepeatedTitle(line: string, title: string | null): boolean {
  if (title === null || Math.abs(line.length - title.length) > 12) return false;
  const wanted = comparable(withoutMarks(title));
  return wanted.length >= SHORTEST_TITLE && comparable(withoutMarks(line)) === wanted;
}

/** Lead paragraphs, unless somebody speaks there: then what follows the greeting is speech. */
function markLead(units: readonly Unit[], marks: (UnitMark | null)[], title: string | null): void {
  let length = 0;
  let paragraphs = 0;
  let speaks = false;
  for (const [index, unit] of units.entries()) {
    if (marks[index] !== null) continue;
    if (isRepeatedTitle(unit.text, title)) {
      marks[index] = { kind: 'dropped', reason: 'repeated title' };
      continue;
    }
    if (announcesQuestions(unit.text) || /^【[^【】]+】$/u.test(unit.text))
      marks[index] = { kind: 'heading', level: 1 };
    else {
      speaks ||= opensSpeech(unit.text) || length > LONGEST_LEAD || paragraphs >= MOST_LEAD_PARAGRAPHS;
      length += unit.text.length;
      paragraphs += 1;
      if (!speaks) marks[index] = { kind: 'lead' };
    }
  }
}

/** A greeting on a line of its own, such as "Ladies and gentlemen,", or a dash opens a speech. */
function opensSpeech(text: string): boolean {
  if (/^[–—―]\s/u.test(text)) return true;
  return columns(text) <= 90 && isSalutation(text) && /[,:!,:!،、]$/u.test(text);
}
