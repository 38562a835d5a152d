/** Multinomial logistic regression by mini-batches with AdaGrad (Duchi et al. 2011), for many classes with a few examples each. */
import type { Rows } from '../embedding/vector.ts';
import { Kernels, type Address } from '../embedding/wasm-core/kernels.ts';

export interface Example {
  /** Row of the matrix. */
  readonly row: number;
  /** It belongs to each of them in equal parts; at least one. */
  readonly classes: readonly number[];
}

const EPOCHS = 4;
const BATCH = 512;
const RATE = 0.1;
/** Of the squared weights: keeps what few examples say small. */
const DECAY = 1e-4;
/** A rival that gets less of an example teaches nothing worth its time. */
const LEAST = 1e-4;

/**
 * Weights of `classes` rows of `width` numbers: the logit of a class is its dot product with the first `width` numbers of an example's
 * row, scaled to length 1. An example competes with the classes of its batch alone: nearly all of them, where there are not many; else a
 * sample by frequency, which keeps the work linear in the examples.
 * @param wasm compiled kernels.wasm.
 */
export function fitSoftmax(
  examples: readonly Example[],
  source: Rows,
  { classes, width, wasm }: FitOptions,
): Float32Array {
  if (examples.length === 0) return new Float32Array(classes * width);
  const fit = new Fit({ classes, width, wasm });
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = strides(examples.length, epoch);
    for (let start = 0; start < order.length; start += BATCH)
      fit.learn(
        order.slice(start, start + BATCH).map((at) => examples[at]!),
        source,
      );
  }
  return fit.weights();
}

export interface FitOptions {
  readonly classes: number;
  readonly width: number;
  readonly wasm: WebAssembly.Module;
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

/** The first numbers of a row, scaled to length 1. */
function copyRow({ rows, dimensions }: Rows, row: number, into: Float32Array): void {
  const start = row * dimensions;
  let squares = 0;
  for (let at = 0; at < into.length; at++) squares += rows[start + at]! ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < into.length; at++) into[at] = rows[start + at]! / length;
}

/** Logits, still to be scaled, to the probabilities that they stand for, in place. */
function toProbabilities(logits: Float32Array): void {
  let [greatest, sum] = [-Infinity, 0];
  for (const logit of logits) greatest = Math.max(greatest, logit);
  for (let at = 0; at < logits.length; at++) sum += logits[at] = Math.exp(SCALE * (logits[at]! - greatest));
  for (let at = 0; at < logits.length; at++) logits[at]! /= sum;
}

/** Numbers that the kernels take at a time. */
const LANES = 4;

/** Weights under way, in the memory of the kernels; rows end in zeros where their width is no multiple of `LANES`. */
class Fit {
  readonly #kernels: Kernels;
  readonly #classes: number;
  readonly #width: number;
  readonly #stride: number;
  readonly #weights: Address;
  readonly #squares: Address;
  readonly #slopes: Address;
  readonly #input: Address;
  readonly #rivals: Address;
  readonly #logits: Address;

  constructor({ classes, width, wasm }: FitOptions) {
    const kernels = Kernels.load(wasm);
    this.#kernels = kernels;
    this.#classes = classes;
    this.#width = width;
    this.#stride = Math.ceil(width / LANES) * LANES;
    const floats = (count: number): Address => kernels.reserve(count * Float32Array.BYTES_PER_ELEMENT);
    this.#weights = floats(classes * this.#stride);
    this.#squares = floats(classes * this.#stride);
    this.#slopes = floats(classes * this.#stride);
    this.#input = floats(this.#stride);
    this.#rivals = floats(classes + LANES);
    this.#logits = floats(classes + LANES);
  }

  /** One step down the mean cross-entropy of a batch. */
  learn(batch: readonly Example[], source: Rows): void {
    const rivals = [...new Set(batch.flatMap(({ classes }) => classes))];
    const place = new Map(rivals.map((rival, at) => [rival, at]));
    const { call } = this.#kernels;
    const [count, width] = [rivals.length, this.#stride];
    const padded = Math.ceil(count / LANES) * LANES;
    const listed = this.#kernels.integers(this.#rivals, padded).fill(0);
    listed.set(rivals);
    const logits = this.#kernels.floats(this.#logits, count);
    const input = this.#kernels.floats(this.#input, this.#width);
    const share = SCALE / batch.length;
    for (const { row, classes } of batch) {
      copyRow(source, row, input);
      call.scoreRows(this.#input, this.#weights, this.#rivals, this.#logits, padded, width);
      toProbabilities(logits);
      for (const own of classes) logits[place.get(own)!]! -= 1 / classes.length;
      for (let at = 0; at < count; at++) logits[at] = Math.abs(logits[at]!) < LEAST ? 0 : logits[at]! * share;
      call.addToRows(this.#input, this.#logits, this.#slopes, count, width);
    }
    call.descendRows(this.#weights, this.#squares, this.#slopes, this.#rivals, count, width, RATE, DECAY);
  }

  /** Rows of the width asked for. */
  weights(): Float32Array {
    const all = this.#kernels.floats(this.#weights, this.#classes * this.#stride);
    const rows = new Float32Array(this.#classes * this.#width);
    for (let row = 0; row < this.#classes; row++)
      rows.set(all.subarray(row * this.#stride, row * this.#stride + this.#width), row * this.#width);
    return rows;
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
