/** The encoder written as plainly as possible in double precision: what the WASM kernels are held against. */
import type {
  BlockWeights,
  EncoderWeights,
  FeatureWeights,
  LinearWeights,
  NormWeights,
} from '../../src/embedding/wasm-core/encoder-weights.ts';

type Matrix = number[][];

function linear(x: Matrix, { inner, columns, quantized, scales, bias }: LinearWeights): Matrix {
  return x.map((row) =>
    Array.from({ length: columns }, (_, column) => {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += row[k]! * quantized[k * columns + column]!;
      return sum * scales[column]! + bias[column]!;
    }),
  );
}

function normalize(x: Matrix, { gain, bias }: NormWeights, epsilon: number): Matrix {
  return x.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
    return row.map((value, k) => ((value - mean) / Math.sqrt(variance + epsilon)) * gain[k]! + bias[k]!);
  });
}

/** Power series of erf; converges for the arguments that occur, and shares nothing with the kernels' formula. */
function erf(x: number): number {
  if (Math.abs(x) > 5) return Math.sign(x);
  let sum = 0;
  let term = x;
  for (let n = 0; n < 120; n++) {
    sum += term / (2 * n + 1);
    term *= -(x * x) / (n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

function attend(projected: Matrix, weights: EncoderWeights): Matrix {
  const { width, heads, left, right } = weights;
  const size = width / heads;
  return projected.map((query, i) =>
    Array.from({ length: heads }, (_, head) => {
      const scores = projected.map((key, j) => {
        let sum = 0;
        for (let k = 0; k < size; k++) sum += query[head * size + k]! * key[width + head * size + k]!;
        return sum / Math.sqrt(size) - (j > i ? right[head]! * (j - i) : left[head]! * (i - j));
      });
      const largest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - largest));
      const total = powers.reduce((sum, power) => sum + power, 0);
      return Array.from({ length: size }, (_, k) =>
        powers.reduce(
          (sum, power, j) => sum + (power / total) * projected[j]![2 * width + head * size + k]!,
          0,
        ),
      );
    }).flat(),
  );
}

function runBlock(x: Matrix, block: BlockWeights, weights: EncoderWeights, epsilon: number): Matrix {
  const add = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((value, k) => value + b[i]![k]!));
  const projected = linear(normalize(x, block.attentionNorm, epsilon), block.projection);
  const attended = add(x, linear(attend(projected, weights), block.attentionOutput));
  const expanded = linear(normalize(attended, block.feedForwardNorm, epsilon), block.expansion);
  const activated = expanded.map((row) => row.map((z) => (z / 2) * (1 + erf(z / Math.SQRT2))));
  return add(attended, linear(activated, block.contraction));
}

function coverageWeights(x: Matrix, power: number, threshold: number): number[] {
  const unit = x.map((row) => row.map((value) => value / Math.max(Math.hypot(...row), 1e-6)));
  const cosine = (a: number[], b: number[]): number => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  return unit.map(
    (row) =>
      Math.max(
        1,
        unit.reduce((sum, other) => sum + Math.max(0, cosine(row, other) - threshold) / (1 - threshold), 0),
      ) ** -power,
  );
}

/** |x| · max(0, unit(x) · hidden) · output */
function mapFeatures(x: Matrix, { hidden, output }: FeatureWeights): Matrix {
  const lengths = x.map((row) => Math.hypot(...row));
  const unit = x.map((row, i) => row.map((value) => value / lengths[i]!));
  const rectified = linear(unit, hidden).map((row) => row.map((value) => Math.max(0, value)));
  return linear(rectified, output).map((row, i) => row.map((value) => value * lengths[i]!));
}

/** Mean of the last block's rows, weighted by coverage, scaled to length one. */
export function encodePlainly(tokens: readonly number[], weights: EncoderWeights, epsilon: number): number[] {
  const { width, table, tableScales } = weights;
  let x = tokens.map((token) =>
    Array.from({ length: width }, (_, k) => table[token * width + k]! * tableScales[token]!),
  );
  for (const block of weights.blocks) x = runBlock(x, block, weights, epsilon);
  const weight = coverageWeights(x, weights.coverage, weights.threshold);
  const told = weights.features ? mapFeatures(x, weights.features) : x;
  const sums = told[0]!.map((_, k) => told.reduce((sum, row, i) => sum + weight[i]! * row[k]!, 0));
  const length = Math.hypot(...sums);
  return sums.map((sum) => sum / length);
}
