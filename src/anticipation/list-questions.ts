/** Anticipated questions of all documents → numbered questions, each with the sentences that answer it. */
import type { Library } from '../index/library.ts';
import type { Passage, Window } from '../passage/passage.ts';
import { overlaps } from '../transcript/locate-quote.ts';
import type { Span } from '../transcript/transcript.ts';
import type { AnticipatedLists } from './anticipated-question.ts';

export interface OpenQuestion {
  /** Id. */
  readonly document: string;
  readonly text: string;
  /** BCP-47 tag of `text`. */
  readonly language: string;
}

/** Sentences of one passage, by its number: the first, and one past the last. */
export type Place = Pick<Window, 'passage' | 'first' | 'last'>;

/** Not understandable alone: “And how much are they paid?” */
export interface FollowUpQuestion extends OpenQuestion {
  /** What was just told. */
  readonly after: Place;
  /** Null where it is left open. */
  readonly answer: Place | null;
}

/** Numbered in this order, each kind behind the one before: vectors and all that is kept of a question go by its number. */
export interface ListedQuestions {
  /** With the sentences that the answer touches; no items of the index. */
  readonly answered: readonly Window[];
  readonly open: readonly OpenQuestion[];
  readonly followUps: readonly FollowUpQuestion[];
}

export const NO_QUESTIONS: ListedQuestions = { answered: [], open: [], followUps: [] };

export function listQuestions({ passages, documents }: Library, lists: AnticipatedLists): ListedQuestions {
  const asked = [...documents.keys()].flatMap((document) =>
    (lists.get(document) ?? []).map((question) => ({ ...question, document })),
  );
  const passagesOf = new Map([...documents.keys()].map((id): [string, number[]] => [id, []]));
  for (const [number, { document }] of passages.entries()) passagesOf.get(document)?.push(number);
  const places = (answer: Span, document: string): Place[] =>
    (passagesOf.get(document) ?? []).flatMap((number) => touchedIn(passages[number]!, number, answer));
  const alone = asked.filter(({ after }) => after === null);
  return {
    answered: alone.flatMap(({ text, language, answer, document }) =>
      answer ? places(answer, document).map((place) => ({ ...place, text, language })) : [],
    ),
    open: alone.flatMap(({ text, language, answer, document }) =>
      answer ? [] : { document, text, language },
    ),
    followUps: asked.flatMap(({ text, language, answer, after, document }) => {
      const [told] = after ? places(after, document) : [];
      const [place] = answer ? places(answer, document) : [null];
      // Whose answer is in no passage is not left open by the text.
      return told && place !== undefined ? { document, text, language, after: told, answer: place } : [];
    }),
  };
}

/** In the order of their numbers. */
export function inOrder(listed: ListedQuestions): Pick<OpenQuestion, 'text' | 'language'>[] {
  return [...listed.answered, ...listed.open, ...listed.followUps];
}

function touchedIn({ sentences }: Passage, passage: number, answer: Span): Place[] {
  const touched = sentences.flatMap((sentence, at) => (overlaps(sentence, answer) ? at : []));
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? [] : [{ passage, first, last: last + 1 }];
}
