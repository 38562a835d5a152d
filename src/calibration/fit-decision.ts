/** Fits the probability that a ranking answers its question, and the probabilities from which to answer. */
import type { DecisionModel } from '../retrieval/calibration.ts';

export interface DecisionExample {
  readonly features: readonly number[];
  /** Whether the question has an answer in the corpus. */
  readonly answerable: boolean;
  /** Whether the best evidence is that answer. */
  readonly right: boolean;
}

/** Steps that are taken, and the share of the best correction that each makes: many small ones generalise better. */
const STEPS = 200;
const RATE = 0.1;
/** Places at which a feature may be cut: that many quantiles of its values. */
const CUTS = 24;
/** Keeps a step from leaning on few examples. */
const CAUTION = 1;

/**
 * An additive logistic model of step functions by gradient boosting (Friedman 2001; leaves by one Newton step): each feature's part is a
 * curve of its own, and no feature counts without bound where a corpus is unlike those that the model was fitted on. Answerable and
 * unanswerable questions weigh the same in all. An answerable question whose best evidence is wrong teaches neither to answer nor to
 * refuse: it is left out.
 */
export function fitDecision(examples: readonly DecisionExample[], names: readonly string[]): DecisionModel {
  const usable = examples.filter(({ answerable, right }) => right || !answerable);
  const weights = balanced(usable);
  const cuts = names.map((_, feature) => quantiles(usable.map(({ features }) => features[feature] ?? 0)));
  const binned = usable.map(({ features }) =>
    features.map((value, feature) => cuts[feature]!.filter((cut) => value > cut).length),
  );
  const scores = new Float64Array(usable.length);
  const model = { bias: 0, gains: cuts.map((list) => list.map(() => 0)) };
  for (let step = 0; step < STEPS; step++) {
    const best = bestCut(usable, binned, weights, scores, cuts);
    if (!best) break;
    model.bias += best.below;
    model.gains[best.feature]![best.cut]! += best.above - best.below;
    for (const [index, bins] of binned.entries())
      scores[index]! += bins[best.feature]! > best.cut ? best.above : best.below;
  }
  return { bias: rounded(model.bias), steps: stepsOf(names, cuts, model.gains) };
}

/** Mean 1, the same sum for either kind. */
function balanced(examples: readonly DecisionExample[]): number[] {
  const yes = examples.filter(({ answerable }) => answerable).length;
  const share = (count: number): number => examples.length / (2 * Math.max(1, count));
  return examples.map(({ answerable }) => share(answerable ? yes : examples.length - yes));
}

function quantiles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts = Array.from(
    { length: CUTS },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / (CUTS + 1))] ?? 0,
  );
  // The greatest value parts nothing.
  return [...new Set(cuts.map(rounded))].filter((cut) => cut < (sorted.at(-1) ?? 0));
}

interface Cut {
  readonly feature: number;
  readonly cut: number;
  readonly below: number;
  readonly above: number;
}

/** The cut of one feature that lowers the loss most, with what is to be added on either side. */
function bestCut(
  examples: readonly DecisionExample[],
  binned: readonly (readonly number[])[],
  weights: readonly number[],
  scores: Float64Array,
  cuts: readonly (readonly number[])[],
): Cut | null {
  const slopes = examples.map(
    ({ answerable }, index) => weights[index]! * (Number(answerable) - sigmoid(scores[index]!)),
  );
  const curves = examples.map((_, index) => {
    const probability = sigmoid(scores[index]!);
    return weights[index]! * probability * (1 - probability);
  });
  let best: (Cut & { readonly gain: number }) | null = null;
  for (const [feature, list] of cuts.entries()) {
    const [slope, curve] = [new Float64Array(list.length + 1), new Float64Array(list.length + 1)];
    for (const [index, bins] of binned.entries()) {
      slope[bins[feature]!]! += slopes[index]!;
      curve[bins[feature]!]! += curves[index]!;
    }
    const [slopeSum, curveSum] = [sum(slope), sum(curve)];
    let [low, lowCurve] = [0, 0];
    for (const cut of list.keys()) {
      low += slope[cut]!;
      lowCurve += curve[cut]!;
      const high = slopeSum - low;
      const highCurve = curveSum - lowCurve;
      const gain = low ** 2 / (lowCurve + CAUTION) + high ** 2 / (highCurve + CAUTION);
      if (best && gain <= best.gain) continue;
      const below = (RATE * low) / (lowCurve + CAUTION);
      best = { feature, cut, gain, below, above: (RATE * high) / (highCurve + CAUTION) };
    }
  }
  return best;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function stepsOf(
  names: readonly string[],
  cuts: readonly (readonly number[])[],
  gains: readonly (readonly number[])[],
): DecisionModel['steps'] {
  const used = names.map((name, feature): [string, [number, number][]] => [
    name,
    cuts[feature]!.flatMap((cut, at): [number, number][] =>
      gains[feature]![at] ? [[cut, rounded(gains[feature]![at]!)]] : [],
    ),
  ]);
  return Object.fromEntries(used.filter(([, list]) => list.length > 0));
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
