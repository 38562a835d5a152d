/** Risk against coverage: how wrong the answers are when only the surest share of questions is answered. */

export interface Prediction {
  /** Higher is surer; equal values are ties. */
  readonly confidence: number;
  /** 1 if the answer would be wrong, else 0. */
  readonly error: number;
}

export interface RiskPoint {
  /** Share of questions answered, (0, 1]. */
  readonly coverage: number;
  /** Share of wrong answers among them. */
  readonly risk: number;
}

/**
 * The curve, one point a question, surest first: at coverage k/n the risk is Σ errors of the first k / k. Among ties every order
 * is equally likely, so their errors are spread evenly (the expectation over orders).
 */
export function riskCoverageCurve(predictions: readonly Prediction[]): RiskPoint[] {
  const sorted = [...predictions].sort((one, other) => other.confidence - one.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  for (let first = 0; first < sorted.length;) {
    const confidence = sorted[first]?.confidence;
    let last = first;
    let wrongInTie = 0;
    while (last < sorted.length && sorted[last]?.confidence === confidence)
      wrongInTie += sorted[last++]?.error ?? 0;
    for (let place = first; place < last; place += 1) {
      const expected = wrong + (wrongInTie * (place - first + 1)) / (last - first);
      points.push({ coverage: (place + 1) / sorted.length, risk: expected / (place + 1) });
    }
    wrong += wrongInTie;
    first = last;
  }
  return points;
}

/**
 * Area under the risk–coverage curve, the mean of its risks (Geifman, Uziel and El-Yaniv, "Bias-Reduced Uncertainty Estimation
 * for Deep Neural Classifiers", ICLR 2019); 0 is perfect, lower is better, null without predictions.
 */
export function riskCoverageArea(predictions: readonly Prediction[]): number | null {
  const curve = riskCoverageCurve(predictions);
  return curve.length === 0 ? null : curve.reduce((sum, { risk }) => sum + risk, 0) / curve.length;
}
