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
 * What an error costs, a share of its kind of question: a press office bears that one question in ten that nothing answers is
 * answered, but only that seven in a hundred with an answer are refused.
 */
const COST = { answerableRefused: 1 / 0.07, unanswerableAnswered: 1 / 0.1 };

/** The probability from which to answer: where the errors cost least (a weighted Youden index), in the mean over corpora. */
export function chooseAnswerFrom(predictions: readonly Prediction[]): number {
  const corpora = [...new Set(predictions.map(({ corpus }) => corpus))].map((name) =>
    predictions.filter(({ corpus }) => corpus === name),
  );
  const answered = (own: readonly Prediction[], from: number, wanted: boolean): number =>
    share(
      own.filter(({ answerable }) => answerable === wanted),
      ({ probability }) => probability >= from,
    );
  const cost = (from: number): number =>
    corpora.reduce(
      (total, own) =>
        total +
        COST.answerableRefused * (1 - answered(own, from, true)) +
        COST.unanswerableAnswered * answered(own, from, false),
      0,
    );
  return grid().reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best));
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
