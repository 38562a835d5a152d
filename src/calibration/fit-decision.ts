/** Fits the probability that a ranking answers its question, and the probabilities from which to answer. */
import { minimise, scoreOf } from './fit-ranking.ts';

export interface DecisionExample {
  readonly features: readonly number[];
  /** Whether the question has an answer in the corpus. */
  readonly answerable: boolean;
  /** Whether the best evidence is that answer. */
  readonly right: boolean;
}

/**
 * Logistic regression by maximum likelihood; answerable and unanswerable questions weigh the same in all. An answerable
 * question whose best evidence is wrong teaches neither to answer nor to refuse: it is left out.
 */
export function fitDecision(examples: readonly DecisionExample[], size: number): number[] {
  const usable = examples.filter(({ answerable, right }) => right || !answerable);
  const positives = usable.filter(({ answerable }) => answerable).length;
  const shares = { yes: 0.5 / Math.max(1, positives), no: 0.5 / Math.max(1, usable.length - positives) };
  return minimise(size, (weights, gradient) => {
    for (const { features, answerable } of usable) {
      const slope =
        (sigmoid(scoreOf(features, weights)) - Number(answerable)) * shares[answerable ? 'yes' : 'no'];
      for (const [at, feature] of features.entries()) gradient[at] = (gradient[at] ?? 0) + slope * feature;
    }
  });
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** A prediction made by weights that were fitted without its question. */
export interface Prediction {
  readonly probability: number;
  readonly answerable: boolean;
  readonly right: boolean;
}

/**
 * The probability from which to answer: where the shares of answerable questions answered and of others refused are largest
 * together (Youden 1950).
 */
export function chooseAnswerFrom(predictions: readonly Prediction[]): number {
  const answerable = predictions.filter((prediction) => prediction.answerable);
  const others = predictions.filter((prediction) => !prediction.answerable);
  const gain = (from: number): number =>
    share(answerable, ({ probability }) => probability >= from) +
    share(others, ({ probability }) => probability < from);
  return bestOf(grid(), gain);
}

/** The lowest probability from which answers are right this often, or 1 where that is never so. */
export function choosePrecisionFrom(predictions: readonly Prediction[], precision: number): number {
  const reaches = (from: number): boolean => {
    const told = predictions.filter(({ probability }) => probability >= from);
    return told.length > 0 && share(told, ({ right }) => right) >= precision;
  };
  return grid().find(reaches) ?? 1;
}

function grid(): number[] {
  return Array.from({ length: 99 }, (_, step) => (step + 1) / 100);
}

function bestOf(candidates: readonly number[], gain: (candidate: number) => number): number {
  return candidates.reduce((best, candidate) => (gain(candidate) > gain(best) ? candidate : best));
}

export function share<T>(list: readonly T[], test: (item: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(test).length / list.length;
}
