/** Multinomial logistic regression by mini-batches with AdaGrad (Duchi et al. 2011), for many classes with a few examples each. */
import { dotRow, shortRow, type Rows } from '../embedding/vector.ts';

export interface Example {
  /** Row of the matrix. */
  readonly row: number;
  /** It belongs to each of them in equal parts; at least one. */
  readonly classes: readonly number[];
}

const EPOCHS = 4;
const BATCH = 128;
const RATE = 0.1;
/** Of the squared weights: keeps what few examples say small. */
const DECAY = 1e-4;
/** A rival that gets less of an example teaches nothing worth its time. */
const LEAST = 1e-4;

/**
 * Weights of `classes` rows of `width` numbers: the logit of a class is its dot product with the first `width` numbers of an example's
 * row, scaled to length 1. An example competes with the classes of its batch alone: all of them, where there are not many; else a
 * sample by frequency, which keeps the work linear in the examples.
 */
export function fitSoftmax(
  examples: readonly Example[],
  source: Rows,
  { classes, width }: { readonly classes: number; readonly width: number },
): Float32Array {
  const inputs = examples.map(({ row }) => shortRow(source, row, width));
  const weights = new Float32Array(classes * width);
  const squares = new Float32Array(classes * width);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = strides(examples.length, epoch);
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH);
      const rivals = [...new Set(batch.flatMap((at) => examples[at]!.classes))];
      const gradient = gradientOf(batch, rivals, { examples, inputs, weights, width });
      descend(gradient, rivals, { weights, squares, width });
    }
  }
  return weights;
}

/** Every number below `count` once, neighbours far apart, each time from another place: as good as a shuffle, and the same on every machine. */
function strides(count: number, turn: number): number[] {
  let stride = Math.max(1, Math.round(count * 0.618));
  while (commonDivisor(stride, count) > 1) stride++;
  return Array.from({ length: count }, (_, at) => ((at + turn) * stride + turn) % count);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

interface Fit {
  readonly examples: readonly Example[];
  readonly inputs: readonly Float32Array[];
  readonly weights: Float32Array;
  readonly width: number;
}

/** Of the mean cross-entropy of a batch; a row of `width` numbers for each rival. */
function gradientOf(
  batch: readonly number[],
  rivals: readonly number[],
  { examples, inputs, weights, width }: Fit,
): Float32Array {
  const gradient = new Float32Array(rivals.length * width);
  const place = new Map(rivals.map((rival, at) => [rival, at]));
  for (const at of batch) {
    const input = inputs[at]!;
    const errors = softmax(Float64Array.from(rivals, (rival) => SCALE * dotRow(input, weights, rival)));
    const { classes } = examples[at]!;
    for (const own of classes) errors[place.get(own)!]! -= 1 / classes.length;
    for (const [rival, error] of errors.entries()) {
      if (Math.abs(error) < LEAST) continue;
      const share = (SCALE * error) / batch.length;
      for (let i = 0, to = rival * width; i < width; i++, to++) gradient[to]! += share * input[i]!;
    }
  }
  return gradient;
}

function descend(
  gradient: Float32Array,
  rivals: readonly number[],
  { weights, squares, width }: Pick<Fit, 'weights' | 'width'> & { readonly squares: Float32Array },
): void {
  for (const [at, rival] of rivals.entries()) {
    for (let i = 0, to = rival * width; i < width; i++, to++) {
      const slope = gradient[at * width + i]! + DECAY * weights[to]!;
      squares[to]! += slope * slope;
      if (slope !== 0) weights[to]! -= (RATE * slope) / Math.sqrt(squares[to]!);
    }
  }
}

/** Cosines are small: so sharp must a difference of them be before it decides. */
export const SCALE = 10;

export function softmax(logits: Float64Array): Float64Array {
  const greatest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const parts = logits.map((logit) => Math.exp(logit - greatest));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}
