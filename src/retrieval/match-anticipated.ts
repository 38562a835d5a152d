/** Questions that the publisher expects: whoever asks one of them in other words is answered by the sentence that it belongs to. */
import type { ComparableRows } from '../embedding/vector.ts';
import type { Classified, QuestionClassifier } from './question-classifier.ts';
import type { ByLanguage, QuestionNumbers } from './question-numbers.ts';
import { wantsAlike, type Wanted } from './wanted.ts';

/** What is known of a library's anticipated questions, by their numbers in it. */
export interface AnticipatedData extends QuestionNumbers {
  readonly vectors: ComparableRows;
  readonly classifier: QuestionClassifier;
}

/** How near a question is to those that a sentence was expected to answer; each about 0 to 1, 0 where there is none. */
export interface AnticipatedMatch {
  /** The nearest in the question's language; in any where it has none in that. */
  readonly asked: number;
  /** The same among those that want the same kind of answer. */
  readonly askedAlike: number;
  /** Mean of the nearest in the three languages where they are nearest: lists in several languages ask in several ways. */
  readonly askedAnywhere: number;
  /** Of all its questions in the languages looked at. */
  readonly askedDensity: number;
  /** How probable it is by the classifier that its document's list has taught: 0 to 1, by the logarithm. */
  readonly taught: number;
}

/** Numbers of a question's vector that are compared with those of the lists: more take memory and time, and find no more. */
export const QUESTION_WIDTH = 512;

/** Languages whose nearest questions are averaged, of so many that are looked at: more cost time and bring nothing. */
const WITNESSES = 3;
const LANGUAGES = 6;

export interface AskedQuestion {
  /** Its first `QUESTION_WIDTH` numbers, scaled to length 1. */
  readonly vector: Float32Array;
  readonly wanted: Wanted;
  /** Its language without script and region, where it is known. */
  readonly base: string | undefined;
  /** Base languages, its own first, then the nearest. */
  readonly languages: readonly string[];
  /** Probability by the classifier, by the number of a sentence. */
  readonly classified: Classified;
}

export function matchAnticipated(
  sentence: number,
  question: AskedQuestion,
  data: AnticipatedData,
): AnticipatedMatch {
  const { own, lists } = nearQuestions(data.answeredBy(sentence), question, data);
  const alike = own.filter(({ number }) => wantsAlike(question.wanted, data.wantedBy(number)));
  return {
    asked: greatest(own),
    askedAlike: greatest(alike),
    askedAnywhere: meanOfGreatest(lists),
    askedDensity: densityOf(lists),
    taught: taughtFeature(question.classified(sentence)),
  };
}

export interface NearQuestion {
  readonly number: number;
  readonly cosine: number;
}

/** Those in the question's language (where there is none, in all looked at), and those of each language looked at. */
export function nearQuestions(
  questions: ByLanguage,
  { vector, base, languages }: AskedQuestion,
  { vectors }: AnticipatedData,
): { readonly own: readonly NearQuestion[]; readonly lists: readonly (readonly NearQuestion[])[] } {
  if (questions.size === 0) return { own: [], lists: [] };
  const order = [...new Set([...languages, ...questions.keys()])];
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

/**
 * Kernel density of the questions around the one asked (Parzen 1962), as a cosine: what one question alone would have to be near to weigh
 * as much as all of them do. Many that are fairly near tell as much as one that is very near.
 */
export function densityOf(lists: readonly (readonly { readonly cosine: number }[])[]): number {
  const weight = lists.flat().reduce((sum, { cosine }) => sum + weightOf(cosine), 0);
  return weight === 0 ? 0 : Math.log(weight) / SHARPNESS;
}

/** What questions of this density weigh together; none where the density is 0. */
export function weightOf(density: number): number {
  return density === 0 ? 0 : Math.exp(SHARPNESS * density);
}

/** At 20 a cosine higher by 0.035 weighs twice; 16 to 25 did the same. */
const SHARPNESS = 20;

/** A probability of 1 gives 1; one below e^−10, or no list at all, gives 0. */
function taughtFeature(probability: number): number {
  return probability === 0 ? 0 : Math.max(0, 1 + Math.log(probability) / 10);
}
