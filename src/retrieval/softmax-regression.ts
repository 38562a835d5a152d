/** Multinomial logistic regression by mini-batches with AdaGrad (Duchi et al. 2011), for many classes with a few examples each. */
import { Kernels, type Address } from '../embedding/wasm-core/kernels.ts';

export interface Example {
  /** Of length 1. */
  readonly vector: () => Float32Array;
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
 * Weights, a row for each class: the logit of a class is `SCALE` times its dot product with an example's vector. An example competes with the classes of its batch alone: nearly all of them, where there are not many; else a
 * sample by frequency, which keeps the work linear in the examples.
 * @param wasm compiled kernels.wasm.
 */
export function fitSoftmax(examples: readonly Example[], options: FitOptions): Float32Array {
  if (examples.length === 0) return new Float32Array(options.classes * options.dimensions);
  const fit = new Fit(options);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = strides(examples.length, epoch);
    for (let start = 0; start < order.length; start += BATCH)
      fit.learn(order.slice(start, start + BATCH).map((at) => examples[at]!));
  }
  return fit.weights();
}

export interface FitOptions {
  readonly classes: number;
  /** Of an example's vector. */
  readonly dimensions: number;
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

/** Numbers that the kernels take at a time. */
const LANES = 4;

/** Weights under way, in the memory of the kernels; rows end in zeros where their width is no multiple of `LANES`. */
class Fit {
  readonly #kernels: Kernels;
  readonly #classes: number;
  readonly #dimensions: number;
  readonly #stride: number;
  readonly #weights: Address;
  readonly #squares: Address;
  readonly #slopes: Address;
  readonly #input: Address;
  readonly #rivals: Address;
  readonly #logits: Address;

  constructor({ classes, dimensions, wasm }: FitOptions) {
    const kernels = Kernels.load(wasm);
    this.#kernels = kernels;
    this.#classes = classes;
    this.#dimensions = dimensions;
    this.#stride = Math.ceil(dimensions / LANES) * LANES;
    const floats = (count: number): Address => kernels.reserve(count * Float32Array.BYTES_PER_ELEMENT);
    this.#weights = floats(classes * this.#stride);
    this.#squares = floats(classes * this.#stride);
    this.#slopes = floats(classes * this.#stride);
    this.#input = floats(this.#stride);
    this.#rivals = floats(classes + LANES);
    this.#logits = floats(classes + LANES);
  }

  /** One step down the mean cross-entropy of a batch. */
  learn(batch: readonly Example[]): void {
    const rivals = [...new Set(batch.flatMap(({ classes }) => classes))];
    const place = new Map(rivals.map((rival, at) => [rival, at]));
    const { call } = this.#kernels;
    const dimensions = this.#dimensions;
    const [count, width] = [rivals.length, this.#stride];
    const padded = Math.ceil(count / LANES) * LANES;
    const listed = this.#kernels.integers(this.#rivals, padded).fill(0);
    listed.set(rivals);
    const logits = this.#kernels.floats(this.#logits, count);
    const input = this.#kernels.floats(this.#input, dimensions);
    for (const { vector, classes } of batch) {
      const own = vector();
      for (let at = 0; at < dimensions; at++) input[at] = SCALE * own[at]!;
      call.scoreRows(this.#input, this.#weights, this.#rivals, this.#logits, padded, width);
      softmax(logits);
      for (const one of classes) logits[place.get(one)!]! -= 1 / classes.length;
      for (let at = 0; at < count; at++)
        logits[at] = Math.abs(logits[at]!) < LEAST ? 0 : logits[at]! / batch.length;
      call.addToRows(this.#input, this.#logits, this.#slopes, count, width);
    }
    call.descendRows(this.#weights, this.#squares, this.#slopes, this.#rivals, count, width, RATE, DECAY);
  }

  /** Rows as wide as an example's vector. */
  weights(): Float32Array {
    const dimensions = this.#dimensions;
    const all = this.#kernels.floats(this.#weights, this.#classes * this.#stride);
    const rows = new Float32Array(this.#classes * dimensions);
    for (let row = 0; row < this.#classes; row++)
      rows.set(all.subarray(row * this.#stride, row * this.#stride + dimensions), row * dimensions);
    return rows;
  }
}

/** Cosines are small: so sharp must a difference of them be before it decides. */
export const SCALE = 10;

/** The probabilities that logits stand for, in their place. */
export function softmax<Logits extends Float32Array | Float64Array>(logits: Logits): Logits {
  let [greatest, sum] = [-Infinity, 0];
  for (const logit of logits) greatest = Math.max(greatest, logit);
  for (let at = 0; at < logits.length; at++) sum += logits[at] = Math.exp(logits[at]! - greatest);
  for (let at = 0; at < logits.length; at++) logits[at]! /= sum;
  return logits;
}
