/** Countries named in a text, as terms of no language, from the runtime's locale data. */
import { isLetter, isUnspaced, WordTable } from '../quantity/word-table.ts';
import { foldKeepingMarks } from './fold-word.ts';
import { COUNTRY_ROWS } from './country-rows.ts';
import { foldText } from '../quantity/fold-text.ts';

/** Marks country terms: `&UZ` for Узбекистан, 乌兹别克斯坦 and Uzbekistan. */
export const COUNTRY = '&';

const CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );
/** Where the locale data has only the official form. */
const ALSO: Readonly<Record<string, readonly (readonly [code: string, words: string])[]>> = {
  en: [
    ['TR', 'turkey turkish'],
    ['US', 'america american usa u.s.'],
    ['GB', 'britain british uk'],
    ['RU', 'russian'],
    ['CN', 'chinese'],
  ],
  ru: [
    ['CN', 'кнр китаи*'],
    ['GB', 'британи*'],
  ],
};

/** Scripts and regions that name countries otherwise. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  zh: ['zh', 'zh-TW', 'zh-HK'],
  sr: ['sr', 'sr-Latn'],
  pt: ['pt', 'pt-PT'],
};

const fold = (text: string): string => foldText(foldKeepingMarks(text)).text;

const tables = new Map<string, WordTable<string>>();

/** Names of countries in a language (`''` when not known: English), long and short forms. */
export function countryNames(language: string): WordTable<string> {
  const locale = language === '' ? 'en' : language;
  let table = tables.get(locale);
  if (table === undefined) {
    table = new WordTable<string>(fold);
    for (const variant of VARIANTS[locale] ?? [locale]) addNames(table, variant);
    for (const [code, words] of ALSO[locale] ?? []) table.add(words, code);
    tables.set(locale, table);
  }
  return table;
}

/** From the project's rows where it has the language, so that all runtimes agree; else from the runtime. */
function addNames(table: WordTable<string>, locale: string): void {
  const shipped = COUNTRY_ROWS.split('\n').filter((row) => row.startsWith(`${locale} `));
  for (const row of shipped) {
    for (const entry of row.split(' ').slice(1)) addName(table, entry.slice(3), entry.slice(0, 2));
  }
  if (shipped.length === 0) addRuntimeNames(table, locale);
}

function addRuntimeNames(table: WordTable<string>, locale: string): void {
  for (const style of ['short', 'long'] as const) {
    const names = new Intl.DisplayNames([locale], { type: 'region', style, fallback: 'none' });
    for (const code of CODES) addName(table, names.of(code) ?? '', code);
  }
}

/** `Hong Kong SAR China`, `Myanmar (Burma)`: the words before the addition. */
function addName(table: WordTable<string>, full: string, code: string): void {
  const name = full
    .replace(/\s*[(（].*$/u, '')
    .replace(/\s*(?:SAR China|САР КНР|特别行政区|特別行政區)$/u, '')
    .trim();
  if (name.length < 2) return;
  const words = name.replaceAll(/\s+/gu, '_');
  table.add(words, code);
  // Case endings and adjectives: Узбекистане, Kasachstans, Өзбекстанның.
  const stem = words.replace(/[аеёийоуыьэюяaeiouyі]$/u, '');
  if (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u.test(words) && stem.length >= 5)
    table.add(`${stem}*`, code);
}

/** Names up to this long are common words too where no capital tells them apart: того and Того, pháp and Pháp, turkey. */
const AMBIGUOUS = 6;
/** In a text typed without any capitals, names shorter than this are not believed. */
const SURE_IN_SMALL_LETTERS = 5;

/** One term a mention, in order of place. */
export function countryTerms(text: string, language: string): string[] {
  const table = countryNames(language);
  const folded = fold(text);
  const isName = nameCheck(text);
  const found: string[] = [];
  for (let at = 0; at < folded.length; at++) {
    if (!isLetter(folded[at]) || (isLetter(folded[at - 1]) && !isUnspaced(folded[at]))) continue;
    const match = table.match(folded, at);
    if (match === null || !isName(folded.slice(at, match.end))) continue;
    found.push(`${COUNTRY}${match.value}`);
    at = match.end - 1;
  }
  return found;
}

/** Whether what was found in the folded text is written as a name there. */
function nameCheck(text: string): (found: string) => boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const capitals = new Set(words.filter((word) => /^\p{Lu}/u.test(word)).map(fold));
  return (found) => {
    const [first = ''] = found.split(/[^\p{L}\p{M}]/u);
    if (first.length > AMBIGUOUS || !/^[\p{Ll}\p{Lu}]/u.test(first)) return true;
    return capitals.size === 0 ? first.length >= SURE_IN_SMALL_LETTERS : capitals.has(first);
  };
}
