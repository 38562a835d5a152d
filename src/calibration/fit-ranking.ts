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
  const usable = examples.filter(({ answers }) => answers.includes(true));
  return minimise(size, (weights, gradient) => {
    for (const example of usable) addGradient(example, weights, gradient, 1 / usable.length);
  });
}

function addGradient(
  { features, answers }: RankingExample,
  weights: readonly number[],
  gradient: number[],
  share: number,
): void {
  const scores = features.map((row) => scoreOf(row, weights));
  const best = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - best));
  const total = raised.reduce((sum, value) => sum + value, 0);
  const answering = raised.reduce((sum, value, index) => sum + (answers[index] ? value : 0), 0);
  for (const [index, row] of features.entries()) {
    const value = raised[index] ?? 0;
    const slope = share * (value / total - (answers[index] ? value / answering : 0));
    for (const [at, feature] of row.entries()) gradient[at] = (gradient[at] ?? 0) + slope * feature;
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
