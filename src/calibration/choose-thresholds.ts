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
 * The probability from which to answer. Where the shares of answerable questions answered and of others refused are largest
 * together (Youden 1950), in the mean over corpora, is a plateau with chance peaks: its middle is taken, the mean of all
 * probabilities within one standard error of the best (after Breiman et al. 1984).
 */
export function chooseAnswerFrom(predictions: readonly Prediction[]): number {
  const corpora = [...new Set(predictions.map(({ corpus }) => corpus))].map((name) =>
    predictions.filter(({ corpus }) => corpus === name),
  );
  const gains = grid().map((from) => ({ from, each: corpora.map((own) => decidedWell(own, from)) }));
  const best = gains.reduce((a, b) => (mean(b.each) > mean(a.each) ? b : a));
  const least = mean(best.each) - standardError(best.each) - 1e-9;
  const plateau = gains.filter(({ each }) => mean(each) >= least);
  return Number(mean(plateau.map(({ from }) => from)).toFixed(2));
}

/** Share of the answerable questions answered plus share of the others refused. */
function decidedWell(own: readonly Prediction[], from: number): number {
  const decided = (wanted: boolean): number =>
    share(
      own.filter(({ answerable }) => answerable === wanted),
      ({ probability }) => probability >= from === wanted,
    );
  return decided(true) + decided(false);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function standardError(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const squares = values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
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
