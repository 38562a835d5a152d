/** Finds calendar dates, months, years and times of day in a folded text. */
import { isLetter, isUnspaced } from './word-table.ts';
import { parseHanNumber } from './han-number.ts';
import { monthTables, type Month } from './month-names.ts';

/** A find with offsets into the folded text. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly kind: 'date' | 'year' | 'time';
  readonly iso: string;
  readonly value: number;
  readonly form: 'digits' | 'words';
}

interface Parts {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const HAN = '[〇零一二三四五六七八九十]';
const two = (value: number): string => String(value).padStart(2, '0');

/** Null where the parts are no date. */
function toDate(
  start: number,
  end: number,
  parts: Parts,
  form: FoundDate['form'] = 'digits',
): FoundDate | null {
  const { year, month, day } = parts;
  if (year !== undefined && (year < 1000 || year > 2200)) return null;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > 31)) return null;
  const value = (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0);
  if (month === undefined) {
    return year === undefined ? null : { start, end, kind: 'year', iso: String(year), value: year, form };
  }
  const tail = day === undefined ? two(month) : `${two(month)}-${two(day)}`;
  return { start, end, kind: 'date', iso: `${year ?? '-'}-${tail}`, value, form };
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  return /^\d+$/u.test(text) ? Number(text) : parseHanNumber(text)?.value;
}

type Reader = (match: RegExpExecArray, language: string) => readonly (FoundDate | null)[];

function one(parts: (match: RegExpExecArray, language: string) => Parts): Reader {
  return (match, language) => {
    const form = /\d/u.test(match[0]) ? 'digits' : 'words';
    return [toDate(match.index, match.index + match[0].length, parts(match, language), form)];
  };
}

/** The month comes first in American English only; 13 to 31 can only be a day. */
function dayAndMonth(first: number, second: number, language: string): Parts {
  if (first > 12) return { day: first, month: second };
  if (second > 12 || language === 'en') return { month: first, day: second };
  return { day: first, month: second };
}

function twoDigitYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** 1-7月 and 8月30-31日: both ends. */
function monthRange(match: RegExpExecArray): readonly (FoundDate | null)[] {
  const middle = match.index + (match[1]?.length ?? 0);
  return [
    toDate(match.index, middle, { month: numberOf(match[1]) }),
    toDate(middle + 1, match.index + match[0].length, { month: numberOf(match[2]) }),
  ];
}

function dayRange(match: RegExpExecArray): readonly (FoundDate | null)[] {
  const [year, month] = [numberOf(match[1]), numberOf(match[2])];
  const end = match.index + match[0].length;
  const second = end - (match[4]?.length ?? 0) - 1;
  return [
    toDate(match.index, second - 1, { year, month, day: numberOf(match[3]) }),
    toDate(second, end, { year, month, day: numberOf(match[4]) }),
  ];
}

/** 11点半. */
const HALF_AN_HOUR = 30;

function timeOfDay(match: RegExpExecArray): readonly FoundDate[] {
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? HALF_AN_HOUR)];
  const start = match.index;
  const iso = `T${two(hour)}:${two(minute)}`;
  return [
    { start, end: start + match[0].length, kind: 'time', iso, value: hour * 60 + minute, form: 'digits' },
  ];
}

const CJK_YEAR = `(?:(\\d{4}|${HAN}{4})\\s?[年년]\\s?度?)`;
const NUMERAL = `(\\d{1,2}|${HAN}{1,3})`;

/** In order: a stretch taken by one pattern is not read by the next. */
const PATTERNS: readonly (readonly [RegExp, Reader])[] = [
  [
    /(?<![\d.])(\d{4})([-/]|\.\s?)(\d{1,2})\2(\d{1,2})(?!\d)/gu,
    one((m) => ({ year: Number(m[1]), month: Number(m[3]), day: Number(m[4]) })),
  ],
  [new RegExp(`(?<![\\d.])(\\d{1,2})[-至到](\\d{1,2})\\s?[月월](?!\\s?\\d)`, 'gu'), (m) => monthRange(m)],
  [
    new RegExp(`${CJK_YEAR}?(?<!\\d)(\\d{1,2})[月월]\\s?(\\d{1,2})[日일]?[-至到](\\d{1,2})[日일]`, 'gu'),
    (m) => dayRange(m),
  ],
  [
    new RegExp(`${CJK_YEAR}?(?<![\\d.十])${NUMERAL}\\s?[月월](?:\\s?${NUMERAL}\\s?[日号號일])?`, 'gu'),
    one((m) => ({ year: numberOf(m[1]), month: numberOf(m[2]), day: numberOf(m[3]) })),
  ],
  [new RegExp(`(?<!\\d)${CJK_YEAR}`, 'gu'), one((m) => ({ year: numberOf(m[1]) }))],
  [
    /(?<![\d.])(?:ngay\s)?(\d{1,2})\s?thang\s?(\d{1,2})\s?(?:nam|,|[-/])\s?(\d{4})(?!\d)/gu,
    one((m, language) => ({ ...dayAndMonth(Number(m[1]), Number(m[2]), language), year: Number(m[3]) })),
  ],
  [
    /(?<!\d)(?:(?:ngay\s)?(\d{1,2})\s)?(?:thang|thg)\s(\d{1,2})(?:\s?(?:nam|,|\/)\s?(\d{4}))?(?!\d)/gu,
    one((m) => ({ day: numberOf(m[1]), month: Number(m[2]), year: numberOf(m[3]) })),
  ],
  [
    /(?<!\d)(?:(\d{4})\s(?:оны?)\s)?(\d{1,2})(?:-?р|\s?д[уүо]г[аэ]+р)\sсар(?:ын)?(?:\s(\d{1,2}))?/gu,
    one((m) => ({ year: numberOf(m[1]), month: Number(m[2]), day: numberOf(m[3]) })),
  ],
  [
    /(?<![\d./-])(\d{1,2})([/-]|\.\s?)(\d{1,2})\2(\d{4}|\d{2})(?!\d|[./-]\d)/gu,
    one((m, language) => ({
      ...dayAndMonth(Number(m[1]), Number(m[3]), language),
      year: twoDigitYear(m[4]),
    })),
  ],
  [
    /(?<![\d./,-])(?:(1[3-9]|2\d|3[01])\/(0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])\/(1[3-9]|2\d|3[01]))(?![\d/%])/gu,
    one((m) => ({ day: Number(m[1] ?? m[4]), month: Number(m[2] ?? m[3]) })),
  ],
  [/(?<![\d:.,])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])/gu, (m) => timeOfDay(m)],
  [/(?<![\d:.,])([01]?\d|2[0-4])\s?[时時点點시]\s?(?:([0-5]?\d)\s?[分분]|[半반])/gu, (m) => timeOfDay(m)],
];

const BEFORE =
  /(?:(?<![\d.,])(\d{4})(?!\d|,\s)[^\d\n]{0,7}?)?(?:(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|\p{L}{1,2}(?=[\s-])|-\p{L}{1,3}|[.ºª])?[\s\u00a0-]*(?:de|of|din|ב)?[\s\u00a0]*)?$/du;
const DAY_AFTER = /^[\s\u00a0,.-]{0,2}(\d{1,2})(?!\d|[.,:]\d|\s?%)(?:st|nd|rd|th)?/u;
const YEAR_AFTER =
  /^[\s\u00a0,،.'/-]{0,3}(?:(?:de|del|of|m|năm|พ\.ศ\.|ค\.ศ\.)[\s\u00a0.]*)?(\d{4})(?!\d|[.,]\d)/u;
const RANGE_BEFORE =
  /(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|\.|-?го|-?е)?[\s\u00a0]?(?:-|to|and|по|и|до|та|bis|und|au|et|al|y|a|e|ile|va|dan|sampai|den|en|och|i|إلى|تا|से)[\s\u00a0]?(?:the\s)?$/u;
const RANGE_AFTER = /^[\s\u00a0]?(?:-|to|and)[\s\u00a0]?(\d{1,2})(?!\d|[.,:]\d|\s?%)/u;
/** Languages that may write the day behind the month's name. */
const DAY_BEHIND = new Set([
  '',
  'en',
  'hu',
  'lt',
  'si',
  'my',
  'mn',
  'ne',
  'ps',
  'fil',
  'sw',
  'zh',
  'ja',
  'ko',
  'hy',
  'am',
  'az',
  'tr',
  'tk',
  'kk',
  'ky',
  'uz',
]);

/** Thai texts count years of the Buddhist era. */
function commonEra(year: number | undefined, language: string): number | undefined {
  return year !== undefined && language === 'th' && year > 2400 ? year - 543 : year;
}

function aroundMonth(
  text: string,
  from: number,
  start: number,
  end: number,
  month: Month,
  language: string,
): readonly FoundDate[] {
  const before = BEFORE.exec(text.slice(Math.max(from, start - 24), start));
  const dayBefore = numberOf(before?.[2]);
  let last = end;
  let dayAfter: number | undefined;
  if (dayBefore === undefined && DAY_BEHIND.has(language)) {
    const found = DAY_AFTER.exec(text.slice(end, end + 8));
    dayAfter = numberOf(found?.[1]);
    last += dayAfter === undefined ? 0 : (found?.[0].length ?? 0);
  }
  const rangeEnd = dayAfter === undefined ? null : RANGE_AFTER.exec(text.slice(last, last + 8));
  const dayUntil = numberOf(rangeEnd?.[1]);
  last += rangeEnd?.[0].length ?? 0;
  const yearBehind = YEAR_AFTER.exec(text.slice(last, last + 16));
  const yearBefore = yearBehind === null ? numberOf(before?.[1]) : undefined;
  const year = commonEra(numberOf(yearBehind?.[1]) ?? yearBefore, language);
  const day = dayBefore ?? dayAfter;
  if (year === undefined && day === undefined && !month.sure) return [];
  const first = before?.indices?.[yearBefore === undefined ? 2 : 1]?.[0];
  const lead = first === undefined ? 0 : (before?.[0].length ?? 0) + (before?.index ?? 0) - first;
  const form = (day ?? year) === undefined ? 'words' : 'digits';
  const parts = { year, month: month.number };
  const until = dayUntil === undefined ? 0 : String(dayUntil).length;
  const dates = [
    ...(dayBefore === undefined ? [] : [rangeStart(text, from, start - lead, parts, dayBefore)]),
    toDate(start - lead, last - (rangeEnd?.[0].length ?? 0), { ...parts, day }, form),
    ...(dayUntil === undefined ? [] : [toDate(last - until, last, { ...parts, day: dayUntil })]),
  ];
  return dates
    .filter((date) => date !== null)
    .map((date, position, all) => withYear(date, position === all.length - 1 ? yearBehind : null));
}

/** The year behind the last day belongs to its stretch. */
function withYear(date: FoundDate, year: RegExpExecArray | null): FoundDate {
  return year === null ? date : { ...date, end: date.end + year[0].length };
}

/** 5 to 7 May, с 5 по 7 мая: the first day, which shares month and year. */
function rangeStart(text: string, from: number, end: number, parts: Parts, until: number): FoundDate | null {
  const found = RANGE_BEFORE.exec(text.slice(Math.max(from, end - 16), end));
  const day = numberOf(found?.[1]);
  if (found === null || day === undefined || day >= until) return null;
  const start = end - found[0].length;
  return toDate(start, start + String(found[1]).length, { ...parts, day });
}

function namedMonths(text: string, language: string): FoundDate[] {
  const found: FoundDate[] = [];
  const tables = monthTables(text, language);
  for (let start = 0; start < text.length; start++) {
    const inside = isLetter(text[start - 1]) && text[start - 1] !== 'ב' && !isUnspaced(text[start]);
    if (inside || !isLetter(text[start])) continue;
    for (const [position, table] of tables.entries()) {
      const match = table.match(text, start);
      if (match === null) continue;
      // The second table of a text whose language is known is the English one.
      const order = position > 0 && language !== '' ? 'en' : language;
      found.push(...aroundMonth(text, found.at(-1)?.end ?? 0, start, match.end, match.value, order));
      start = match.end;
      break;
    }
  }
  return found;
}

/** In order of place; they do not overlap. `text` must come from `foldText`. */
export function findDates(text: string, language: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const free = (date: FoundDate): boolean =>
    found.every((other) => date.end <= other.start || date.start >= other.end);
  const add = (date: FoundDate | null): void => {
    if (date !== null && free(date)) found.push(date);
  };
  if (/[\d〇零一二三四五六七八九十]/u.test(text)) {
    for (const [pattern, read] of PATTERNS)
      for (const match of text.matchAll(pattern)) for (const date of read(match, language)) add(date);
  }
  for (const date of namedMonths(text, language)) add(date);
  return found.sort((a, b) => a.start - b.start);
}
