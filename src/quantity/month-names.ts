/** Month names of a language, taken from the runtime's locale data rather than from lists. */
import { shippedMonths } from './locale-data.ts';
import { WordTable } from './word-table.ts';

/** Regions whose month names differ from their language's common ones. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  en: ['en', 'en-GB'],
  ar: ['ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA'],
  fa: ['fa', 'fa-AF'],
  sr: ['sr', 'sr-Latn'],
  de: ['de', 'de-AT'],
};

/** Searched where the language is not known, by script. */
const LATIN = 'en es fr de pt it nl tr az uz id ms pl ro cs hu sv da nb fi sw'.split(' ');
const CYRILLIC = 'ru uk be kk ky tg mn bg sr uz az'.split(' ');
const ARABIC = 'ar fa ur ps'.split(' ');
const BY_SCRIPT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[a-z]/iu, LATIN],
  [/\p{Script=Cyrillic}/u, CYRILLIC],
  [/\p{Script=Arabic}/u, ARABIC],
  [/\p{Script=Devanagari}/u, ['hi', 'mr', 'ne']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Hebrew}/u, ['he']],
  [/\p{Script=Armenian}/u, ['hy']],
  [/\p{Script=Georgian}/u, ['ka']],
  [/\p{Script=Bengali}/u, ['bn']],
  [/\p{Script=Tamil}/u, ['ta']],
  [/\p{Script=Telugu}/u, ['te']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Lao}/u, ['lo']],
  [/\p{Script=Khmer}/u, ['km']],
  [/\p{Script=Myanmar}/u, ['my']],
  [/\p{Script=Sinhala}/u, ['si']],
  [/\p{Script=Ethiopic}/u, ['am']],
];

/** Spellings that people use and the locale data lacks. */
const ALSO_WRITTEN: readonly (readonly [locale: string, words: string, month: number])[] = [
  ['en', 'sept', 9],
  ['uz', 'sentyabr*', 9],
  ['uz', 'oktyabr*', 10],
  ['az', 'martın martda martdan', 3],
  ['az', 'mayın mayda maydan', 5],
  ['uz', 'martda martdan martgacha martning martdagi', 3],
];

export interface Month {
  readonly number: number;
  /** A full name that means nothing else: it dates a sentence even without a day or year beside it. */
  readonly sure: boolean;
}

/** Full names that are common words too. */
const COMMON_WORDS = new Set([
  'may',
  'march',
  'mars',
  'mart',
  'marca',
  'ocak',
  'maio',
  'mayo',
  'maggio',
  'май',
  'мая',
]);

const INFLECTED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]$/u;

/** Full names last: where the short form is the same word, the full one counts. */
const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'short', day: 'numeric', year: 'numeric' },
  { month: 'short' },
  { month: 'long', day: 'numeric', year: 'numeric' },
  { month: 'long' },
];

function addMonths(table: WordTable<Month>, locale: string): void {
  const shipped = shippedMonths(locale);
  for (const { long, names } of shipped)
    names.forEach((name, index) => addName(table, name, index + 1, long));
  if (shipped.length === 0) addRuntimeMonths(table, locale);
}

function addRuntimeMonths(table: WordTable<Month>, locale: string): void {
  for (const style of STYLES) {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...style, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2025, month - 1, 15));
      const name = parts.find((part) => part.type === 'month')?.value ?? '';
      addName(table, name.replace(/\.$/u, ''), month, style.month === 'long');
    }
  }
}

function addName(table: WordTable<Month>, name: string, number: number, long: boolean): void {
  if (/\p{N}/u.test(name) || name.length < 2) return;
  const words = name.trim().replaceAll(' ', '_');
  // Июль is июл in some languages of Central Asia.
  const least = /\p{Script=Cyrillic}/u.test(words) ? 3 : 4;
  const sure = long && words.length >= least && !COMMON_WORDS.has(name.toLowerCase());
  table.add(words, { number, sure });
  // Case endings: августе, июле, ağustosta, augusztusban.
  if (!long || !INFLECTED.test(words) || COMMON_WORDS.has(name.toLowerCase())) return;
  const stem = words.replace(/[аеёийоуыьэюяaeiouyі]$/u, '');
  if (stem.length >= least) table.add(`${stem}*`, { number, sure });
}

const tables = new Map<string, WordTable<Month>>();

function tableOf(key: string, locales: readonly string[]): WordTable<Month> {
  let table = tables.get(key);
  if (table === undefined) {
    table = new WordTable<Month>();
    for (const locale of locales) addMonths(table, locale);
    for (const [locale, words, number] of ALSO_WRITTEN)
      if (locales.includes(locale)) table.add(words, { number, sure: words.length > 4 });
    tables.set(key, table);
  }
  return table;
}

/** Tables to look in, in order; English names are met in texts of every language. */
export function monthTables(text: string, language: string): readonly WordTable<Month>[] {
  if (language !== '') {
    const own = tableOf(language, VARIANTS[language] ?? [language]);
    return language === 'en' || !/[a-z]{3}/u.test(text) ? [own] : [own, tableOf('en', VARIANTS['en'] ?? [])];
  }
  return BY_SCRIPT.filter(([script]) => script.test(text)).map(([script, locales]) =>
    tableOf(
      script.source,
      locales.flatMap((locale) => VARIANTS[locale] ?? [locale]),
    ),
  );
}
