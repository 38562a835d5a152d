/** Questions that the publisher expects and the transcript leaves open: whoever asks one of them gets no answer. */
import {
  densityOf,
  greatest,
  meanOfGreatest,
  nearQuestions,
  type AnticipatedData,
  type AskedQuestion,
} from './match-anticipated.ts';

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
