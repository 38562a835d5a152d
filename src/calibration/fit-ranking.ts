/** Fits the weights of a sentence's features so that the softmax over a question's candidates favours those that answer. */

/** One question: a row of features per candidate, and which candidates answer it. */
export interface RankingExample {
  readonly features: readonly (readonly number[])[];
  readonly answers: readonly boolean[];
}

const STEPS = 400;
const RATE = 0.5;
/** Pulls weights towards 0, so that features that say the same share the work. */
const SHRINKAGE = 1e-4;

/**
 * Maximises the mean log of the probability that falls on answering candidates (listwise softmax; ListNet's top-one case, Cao
 * et al. 2007) by Adam from zero: deterministic. Examples without an answering candidate are left out.
 */
export function fitRanking(examples: readonly RankingExample[], size: number): number[] {
  const usable = examples.filter(({ answers }) => answers.includes(true)).map(flatten);
  return minimise(size, (weights, gradient) => {
    for (const example of usable) addGradient(example, weights, gradient, 1 / usable.length);
  });
}

/** The same in one piece of memory: there are hundreds of thousands of candidates. */
interface FlatExample {
  /** Row by row. */
  readonly features: Float64Array;
  readonly answers: readonly boolean[];
  /** Room for a number a candidate. */
  readonly raised: Float64Array;
}

function flatten({ features, answers }: RankingExample): FlatExample {
  return { features: Float64Array.from(features.flat()), answers, raised: new Float64Array(answers.length) };
}

function addGradient(
  { features, answers, raised }: FlatExample,
  weights: readonly number[],
  gradient: number[],
  share: number,
): void {
  const size = weights.length;
  let best = -Infinity;
  for (let row = 0; row < raised.length; row++) {
    let score = 0;
    for (let at = 0; at < size; at++) score += features[row * size + at]! * weights[at]!;
    raised[row] = score;
    if (score > best) best = score;
  }
  let [total, answering] = [0, 0];
  for (let row = 0; row < raised.length; row++) {
    raised[row] = Math.exp(raised[row]! - best);
    total += raised[row]!;
    if (answers[row]) answering += raised[row]!;
  }
  for (let row = 0; row < raised.length; row++) {
    const slope = share * (raised[row]! / total - (answers[row] ? raised[row]! / answering : 0));
    for (let at = 0; at < size; at++) gradient[at]! += slope * features[row * size + at]!;
  }
}

export function scoreOf(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), 0);
}

/** Adam (Kingma & Ba 2015) with a falling rate; `addTo` adds the gradient of the loss at the weights given. */
export function minimise(
  size: number,
  addTo: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  const weights = Array.from({ length: size }, () => 0);
  const mean = Array.from({ length: size }, () => 0);
  const square = Array.from({ length: size }, () => 0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight) => SHRINKAGE * weight);
    addTo(weights, gradient);
    const rate = RATE * (1 - step / (STEPS + 1));
    for (const [at, slope] of gradient.entries()) {
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * slope * slope;
      const unbiased = (mean[at] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** step));
      weights[at] = (weights[at] ?? 0) - (rate * unbiased) / (spread + 1e-8);
    }
  }
  return weights;
}
