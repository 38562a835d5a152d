/** What is kept of anticipated questions once an index is made: whose they are and what they want to know, without their words. */
import type { ListedQuestions } from '../anticipation/list-questions.ts';
import type { Library } from '../index/library.ts';
import type { AskedUnit } from './asked-unit.ts';
import type { AnswerType } from './question-words.ts';
import { baseOf, offsetsOf } from './sentence-table.ts';
import { wantedBy, type Wanted } from './wanted.ts';

/** Numbers of questions by their language without script and region. */
export type ByLanguage = ReadonlyMap<string, readonly number[]>;

export interface QuestionNumbers {
  /** By number of the sentence in the table. */
  readonly answeredBy: (sentence: number) => ByLanguage;
  /** What a document, by its id, leaves open. */
  readonly openIn: (document: string) => ByLanguage;
  /** Languages, without script and region, in which a document has a full list of what it answers. */
  readonly fullListsOf: (document: string) => ReadonlySet<string>;
  readonly wantedBy: (question: number) => Wanted;
  /** Whether a document has a list at all. */
  readonly isListed: (document: string) => boolean;
}

type StoredLists = (readonly [language: string, numbers: readonly number[]])[];

/** As JSON. */
export interface StoredQuestions {
  readonly answered: readonly (readonly [sentence: number, lists: StoredLists])[];
  readonly open: readonly (readonly [document: string, lists: StoredLists])[];
  readonly full: readonly (readonly [document: string, languages: readonly string[]])[];
  /** What questions can want, and which of these each question wants. */
  readonly wants: readonly (readonly [types: readonly AnswerType[], unit: AskedUnit | null])[];
  readonly wantOf: readonly number[];
}

export function numberQuestions(listed: ListedQuestions, library: Library): StoredQuestions {
  const { answered, open } = listed;
  const first = offsetsOf(library.passages.map(({ sentences }) => sentences.length));
  const bySentence = new Map<number, Map<string, number[]>>();
  for (const [number, question] of answered.entries()) {
    for (let at = question.first; at < question.last; at++)
      file(bySentence, (first[question.passage] ?? 0) + at, question.language, number);
  }
  const byDocument = new Map<string, Map<string, number[]>>();
  for (const [at, { document, language }] of open.entries())
    file(byDocument, document, language, answered.length + at);
  return {
    answered: [...bySentence].sort(([a], [b]) => a - b).map(([sentence, lists]) => [sentence, [...lists]]),
    open: [...byDocument].map(([document, lists]) => [document, [...lists]]),
    full: fullLists(listed, library),
    ...whatIsWanted(listed),
  };
}

function file<K>(lists: Map<K, Map<string, number[]>>, key: K, language: string, number: number): void {
  const own = lists.get(key) ?? new Map<string, number[]>();
  lists.set(key, own);
  const base = baseOf(language);
  const numbers = own.get(base) ?? [];
  own.set(base, numbers);
  numbers.push(number);
}

/**
 * A list is full that has at least as many questions as the document has quotable sentences: only of such a list does it tell
 * something that a question is not near to any of it.
 */
function fullLists({ answered }: ListedQuestions, { passages }: Library): StoredQuestions['full'] {
  const sentences = new Map<string, number>();
  for (const { document, sentences: own } of passages)
    sentences.set(document, (sentences.get(document) ?? 0) + own.length);
  const asked = new Map<string, Map<string, number[]>>();
  for (const [number, { passage, language }] of answered.entries())
    file(asked, passages[passage]?.document ?? '', language, number);
  return [...asked].map(([document, lists]) => {
    const full = [...lists].filter(([, numbers]) => numbers.length >= (sentences.get(document) ?? 0));
    return [document, full.map(([language]) => language)];
  });
}

/** Told once, at ingestion: a question asked of the index is compared with thousands of them. */
function whatIsWanted({ answered, open }: ListedQuestions): Pick<StoredQuestions, 'wants' | 'wantOf'> {
  const places = new Map<string, number>();
  const wants: StoredQuestions['wants'][number][] = [];
  const wantOf = [...answered, ...open].map(({ text, language }) => {
    const { types, unit } = wantedBy(text, language);
    const want: StoredQuestions['wants'][number] = [[...types].sort(), unit];
    const key = JSON.stringify(want);
    const place = places.get(key) ?? wants.push(want) - 1;
    places.set(key, place);
    return place;
  });
  return { wants, wantOf };
}

/** Of what `numberQuestions` made. */
export function readQuestions({ answered, open, full, wants, wantOf }: StoredQuestions): QuestionNumbers {
  const bySentence = new Map(answered.map(([sentence, lists]) => [sentence, new Map(lists)]));
  const byDocument = new Map(open.map(([document, lists]) => [document, new Map(lists)]));
  const fullOf = new Map(full.map(([document, languages]) => [document, new Set(languages)]));
  const wanted = wants.map(([types, unit]): Wanted => ({ types: new Set(types), unit }));
  const places = Uint16Array.from(wantOf);
  return {
    answeredBy: (sentence) => bySentence.get(sentence) ?? NONE,
    openIn: (document) => byDocument.get(document) ?? NONE,
    fullListsOf: (document) => fullOf.get(document) ?? NO_LANGUAGE,
    isListed: (document) => fullOf.has(document) || byDocument.has(document),
    wantedBy: (question) => wanted[places[question] ?? -1] ?? NOTHING_WANTED,
  };
}

const NONE: ByLanguage = new Map();
const NO_LANGUAGE: ReadonlySet<string> = new Set();
const NOTHING_WANTED: Wanted = { types: new Set(), unit: null };
