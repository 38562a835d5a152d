/** Predictions on questions that a model has not seen → the probabilities from which to answer, and with which confidence. */

/** A prediction made by weights that were fitted without its question. */
export interface Prediction {
  readonly probability: number;
  readonly answerable: boolean;
  readonly right: boolean;
}

/** What users put up with: the share of answerable questions that are refused, and of others that are answered. */
const TOLERATED = { refused: 0.07, answered: 0.1 };

/**
 * The probability from which to answer: where the worse of the two errors, each as a multiple of what is tolerated, is least (minimax;
 * Wald 1950). One error grows with it and the other falls, so they meet once; of a plateau the middle is taken.
 */
export function chooseAnswerFrom(predictions: readonly Prediction[]): number {
  const losses = grid().map((from) => ({ from, loss: worseError(predictions, from) }));
  const least = Math.min(...losses.map(({ loss }) => loss)) + 1e-9;
  return Number(mean(losses.filter(({ loss }) => loss <= least).map(({ from }) => from)).toFixed(2));
}

function worseError(predictions: readonly Prediction[], from: number): number {
  const wrongly = (wanted: boolean): number =>
    share(
      predictions.filter(({ answerable }) => answerable === wanted),
      ({ probability }) => probability >= from !== wanted,
    );
  return Math.max(wrongly(true) / TOLERATED.refused, wrongly(false) / TOLERATED.answered);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
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

export function share<T>(list: readonly T[], test: (item: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(test).length / list.length;
}
