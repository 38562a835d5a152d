/** Words that tell what kind of answer a question wants, in 56 languages: how the rows of data are read. */
import { foldText } from '../quantity/fold-text.ts';
import { ROWS as EAST } from './question-words-east.ts';
import { ROWS as WEST } from './question-words-west.ts';
import { isLetter, isUnspaced, WordTable } from '../quantity/word-table.ts';

/** What an answer must name. */
export type AnswerType = 'quantity' | 'date' | 'person' | 'place' | 'organisation' | 'reason' | 'manner';

/**
 * `type`: asks for it. `opening`: asks for it as the first word only (Arabic من is `who` there and `from` elsewhere).
 * `which`: takes its type from the `noun` that follows it.
 */
export type QuestionCue =
  { readonly role: 'type' | 'opening' | 'noun'; readonly type: AnswerType } | { readonly role: 'which' };

const TYPES: ReadonlySet<string> = new Set([
  'quantity',
  'date',
  'person',
  'place',
  'organisation',
  'reason',
  'manner',
]);

function toCue(key: string): QuestionCue {
  if (key === 'which') return { role: 'which' };
  const [role, type] = key.includes(':') ? key.split(':') : ['type', key];
  if (!TYPES.has(type ?? '')) throw new Error(`question words: unknown type ${type}`);
  return { role: role as 'type' | 'opening' | 'noun', type: type as AnswerType };
}

interface Row {
  readonly language: string;
  readonly cue: QuestionCue;
  readonly words: string;
}

let rows: readonly Row[] | null = null;

/** Each row: language, key (`date`, `opening:date`, `which`, `noun:date`), words with `_` for a space and `*` for any ending. */
function readRows(): readonly Row[] {
  rows ??= `${EAST}${WEST}`
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [language = '', key = '', ...words] = line.split(' ');
      return { language, cue: toCue(key), words: words.join(' ') };
    });
  return rows;
}

/** Languages that have rows. */
export function questionLanguages(): readonly string[] {
  return [...new Set(readRows().map(({ language }) => language))];
}

const tables = new Map<string, WordTable<QuestionCue>>();

/** The words of one language, or of all where it is not known; `marked`: spelled with their diacritics. */
function questionWords(language: string, marked: boolean): WordTable<QuestionCue> {
  const own = readRows().filter((row) => row.language === language);
  const key = `${own.length === 0 ? '' : language} ${marked}`;
  let table = tables.get(key);
  if (table === undefined) {
    table = new WordTable<QuestionCue>(marked ? keepMarks : undefined);
    // Nouns first: among equal words the one added last is found.
    const order = (row: Row): number => (row.cue.role === 'noun' ? 0 : 1);
    const wanted = [...(own.length === 0 ? readRows() : own)].sort((a, b) => order(a) - order(b));
    for (const { words, cue } of wanted) table.add(words, cue);
    tables.set(key, table);
  }
  return table;
}

/** A cue in a text; `at` and `end` are offsets in it. */
export interface FoundCue {
  readonly cue: QuestionCue;
  readonly at: number;
  readonly end: number;
}

/** Thai writes these vowels before the consonant that they follow in speech: no word begins behind one. */
const LEADING_VOWEL = /[เแโใไ]/u;

/** The cues of a text that has gone through `keepMarks` (`marked`) or `dropMarks`, in order; none begins inside a word. */
export function cuesIn(text: string, language: string, marked: boolean): FoundCue[] {
  const table = questionWords(language, marked);
  const found: FoundCue[] = [];
  for (let at = 0; at < text.length; at++) {
    const inside =
      (isLetter(text[at - 1]) && !isUnspaced(text[at])) || LEADING_VOWEL.test(text.charAt(at - 1));
    const match = inside || !isLetter(text[at]) ? null : table.match(text, at);
    if (match === null) continue;
    found.push({ cue: match.value, at, end: match.end });
    at = match.end - 1;
  }
  return found;
}

/** Lower case in composed form. */
export function keepMarks(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

export function dropMarks(text: string): string {
  return foldText(text).text;
}
