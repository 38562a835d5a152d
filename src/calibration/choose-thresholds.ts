/** Predictions on questions that a model has not seen → the probabilities from which to answer, and with which confidence. */

/** A prediction made by weights that were fitted without its question. */
export interface Prediction {
  /** Predictions of one corpus count together as much as those of any other. */
  readonly corpus: string;
  readonly probability: number;
  readonly answerable: boolean;
  readonly right: boolean;
}

/**
 * The probability from which to answer: where the shares of answerable questions answered and of others refused are largest
 * together (Youden 1950), in the mean over corpora.
 */
export function chooseAnswerFrom(predictions: readonly Prediction[]): number {
  const corpora = [...new Set(predictions.map(({ corpus }) => corpus))].map((name) =>
    predictions.filter(({ corpus }) => corpus === name),
  );
  const decidedWell = (own: readonly Prediction[], from: number, wanted: boolean): number =>
    share(
      own.filter(({ answerable }) => answerable === wanted),
      ({ probability }) => probability >= from === wanted,
    );
  const gain = (from: number): number =>
    corpora.reduce((total, own) => total + decidedWell(own, from, true) + decidedWell(own, from, false), 0);
  return grid().reduce((best, candidate) => (gain(candidate) > gain(best) ? candidate : best));
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
