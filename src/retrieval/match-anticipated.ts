/** Questions that the publisher expects: whoever asks one of them in other words is answered by the sentence that it belongs to. */
import type { Library } from '../index/library.ts';
import { expectedAnswerTypes } from './answer-type.ts';
import { askedUnit, type AskedUnit } from './asked-unit.ts';
import type { AnswerType } from './question-words.ts';
import type { QuantisedRows } from './quantised-rows.ts';
import type { Sentence } from './sentence-table.ts';

/** What a question wants to know: two that want different things are not the same, however alike their words. */
export interface Wanted {
  readonly types: ReadonlySet<AnswerType>;
  /** Of a quantity; null where none is named. */
  readonly unit: AskedUnit | null;
}

/** Numbers of questions by their language without script and region. */
export type ByLanguage = ReadonlyMap<string, readonly number[]>;

/** What is kept of a library's anticipated questions, by their numbers in it; those left open are numbered on behind the others. */
export interface AnticipatedData {
  readonly vectors: QuantisedRows;
  readonly wantedBy: (question: number) => Wanted;
  /** Languages, without script and region, in which a document, by its id, has a full list of what it answers. */
  readonly fullListsOf: (document: string) => ReadonlySet<string>;
  /** Questions that a document leaves open. */
  readonly openIn: (document: string) => ByLanguage;
}

/** How near a question is to those that a sentence was expected to answer; each a cosine, or 0 where there is none. */
export interface AnticipatedMatch {
  /** The nearest in the question's language; in any where it has none in that. */
  readonly asked: number;
  /** The same among those that want the same kind of answer. */
  readonly askedAlike: number;
  /** Mean of the nearest in the three languages where they are nearest: lists in several languages ask in several ways. */
  readonly askedAnywhere: number;
}

/** Languages whose nearest questions are averaged, of so many that are looked at: more cost time and bring nothing. */
const WITNESSES = 3;
const LANGUAGES = 6;

/** Where it is several questions (a follow-up behind the one that it follows), the last is meant; what that leaves out the others say. */
export function wantedBy(question: string, language?: string): Wanted {
  const last = question.split(QUESTION_END).findLast((part) => /[\p{L}\p{N}]/u.test(part)) ?? question;
  const own = expectedAnswerTypes(last, language);
  const asks = own.size > 0 ? last : question;
  const types = asks === last ? own : expectedAnswerTypes(question, language);
  return { types, unit: types.has('quantity') ? askedUnit(asks, language) : null };
}

const QUESTION_END = /(?<=[?？؟])/u;

/** Told when first asked for, then remembered. */
export function rememberWanted(questions: Library['questions']): AnticipatedData['wantedBy'] {
  const known = new Map<number, Wanted>();
  return (number) => {
    const before = known.get(number);
    if (before) return before;
    const question = questions[number];
    const wanted = wantedBy(question?.text ?? '', question?.language);
    known.set(number, wanted);
    return wanted;
  };
}

export interface AskedQuestion {
  readonly vector: Float32Array;
  readonly wanted: Wanted;
  /** Its language without script and region, where it is known. */
  readonly base: string | undefined;
}

/** @param nearest base languages, those in which the sentence is nearest to the question first. */
export function matchAnticipated(
  { questions }: Sentence,
  nearest: readonly string[],
  question: AskedQuestion,
  data: AnticipatedData,
): AnticipatedMatch {
  const { own, lists } = nearQuestions(questions, nearest, question, data);
  const alike = own.filter(({ number }) => wantsAlike(question.wanted, data.wantedBy(number)));
  return { asked: greatest(own), askedAlike: greatest(alike), askedAnywhere: meanOfGreatest(lists) };
}

export interface NearQuestion {
  readonly number: number;
  readonly cosine: number;
}

/** Those in the question's language (where there is none, in all looked at), and those of each language looked at. */
export function nearQuestions(
  questions: ByLanguage,
  nearest: readonly string[],
  { vector, base }: AskedQuestion,
  { vectors }: AnticipatedData,
): { readonly own: readonly NearQuestion[]; readonly lists: readonly (readonly NearQuestion[])[] } {
  if (questions.size === 0) return { own: [], lists: [] };
  const order = [...new Set([...(base === undefined ? [] : [base]), ...nearest, ...questions.keys()])];
  const looked = order.filter((language) => questions.has(language)).slice(0, LANGUAGES);
  const lists = looked.map((language) =>
    (questions.get(language) ?? []).map((number) => ({ number, cosine: vectors.dot(vector, number) })),
  );
  const own = base !== undefined && questions.has(base) ? (lists[0] ?? []) : lists.flat();
  return { own, lists };
}

export function greatest(list: readonly { readonly cosine: number }[]): number {
  return list.reduce((most, { cosine }) => Math.max(most, cosine), 0);
}

export function meanOfGreatest(lists: readonly (readonly { readonly cosine: number }[])[]): number {
  const best = lists
    .map(greatest)
    .sort((a, b) => b - a)
    .slice(0, WITNESSES);
  return best.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, best.length);
}

/** Who does not name a unit may mean any. */
function wantsAlike(one: Wanted, other: Wanted): boolean {
  if (one.unit !== null && other.unit !== null && one.unit !== other.unit) return false;
  return one.types.size === other.types.size && [...one.types].every((type) => other.types.has(type));
}
