/** Questions that the publisher expects and the transcript leaves open: whoever asks one of them gets no answer. */
import type { Library } from '../index/library.ts';
import {
  densityOf,
  greatest,
  meanOfGreatest,
  nearQuestions,
  type AnticipatedData,
  type AskedQuestion,
  type ByLanguage,
} from './match-anticipated.ts';
import { baseOf } from './sentence-table.ts';

/** Whether a document has a full list of what it answers in the language asked, or in others alone. */
export type ListsOf = 'own' | 'others' | 'none';

/** How near a question is to those that a document leaves open; each a cosine, or 0 where there is none. */
export interface OpenMatch {
  readonly lists: ListsOf;
  /** The nearest in the question's language; in any where it has none in that. */
  readonly open: number;
  /** Mean of the nearest in the three languages where they are nearest. */
  readonly openAnywhere: number;
  /** As `askedDensity`. */
  readonly openDensity: number;
}

/** Of a document, by its id. */
export type OpenMatches = (document: string) => OpenMatch;

export const NOTHING_OPEN: OpenMatch = {
  lists: 'none',
  open: 0,
  openAnywhere: 0,
  openDensity: 0,
};

export function matchOpen(document: string, question: AskedQuestion, data: AnticipatedData): OpenMatch {
  const { own, lists } = nearQuestions(data.openIn(document), question, data);
  return {
    lists: listsOf(data.fullListsOf(document), question.base),
    open: greatest(own),
    openAnywhere: meanOfGreatest(lists),
    openDensity: densityOf(lists),
  };
}

function listsOf(full: ReadonlySet<string>, base: string | undefined): ListsOf {
  if (full.size === 0) return 'none';
  return base !== undefined && full.has(base) ? 'own' : 'others';
}

/** Numbers behind those of the answered questions, as their vectors are. */
export function openByLanguage({ questions, openQuestions }: Library): AnticipatedData['openIn'] {
  const byDocument = new Map<string, Map<string, number[]>>();
  for (const [at, { document, language }] of openQuestions.entries()) {
    const byLanguage = byDocument.get(document) ?? new Map<string, number[]>();
    byDocument.set(document, byLanguage);
    const numbers = byLanguage.get(baseOf(language)) ?? [];
    byLanguage.set(baseOf(language), numbers);
    numbers.push(questions.length + at);
  }
  return (document) => byDocument.get(document) ?? NONE;
}

const NONE: ByLanguage = new Map();

/**
 * A list is full that has at least as many questions as the document has quotable sentences: only of such a list does it tell
 * something that a question is not near to any of it.
 */
export function fullLists({ passages, questions }: Library): AnticipatedData['fullListsOf'] {
  const sentences = new Map<string, number>();
  for (const { document, sentences: own } of passages)
    sentences.set(document, (sentences.get(document) ?? 0) + own.length);
  const asked = new Map<string, Map<string, number>>();
  for (const { passage, language } of questions) {
    const document = passages[passage]?.document ?? '';
    const byLanguage = asked.get(document) ?? new Map<string, number>();
    asked.set(document, byLanguage.set(baseOf(language), (byLanguage.get(baseOf(language)) ?? 0) + 1));
  }
  const full = new Map(
    [...asked].map(([document, byLanguage]) => {
      const languages = [...byLanguage].filter(([, count]) => count >= (sentences.get(document) ?? 0));
      return [document, new Set(languages.map(([language]) => language))];
    }),
  );
  return (document) => full.get(document) ?? NO_LANGUAGE;
}

const NO_LANGUAGE: ReadonlySet<string> = new Set();
