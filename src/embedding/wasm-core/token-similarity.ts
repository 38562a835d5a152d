/** Cosines of token vectors by the SIMD kernels: a question compares thousands of pairs, which plain loops make its slowest part. */
import type { TokenComparison } from '../token-table.ts';
import type { EncoderWeights } from './encoder-weights.ts';
import { Kernels, type Address } from './kernels.ts';

/** Rows that the kernel compares at once. */
const GROUP = 4;

/** The rows of those tokens that were ever asked for, in the memory of the kernels, with their lengths. */
class TokenRows {
  readonly #kernels: Kernels;
  readonly #weights: EncoderWeights;
  readonly #addresses: Uint32Array;
  readonly #norms: Float64Array;

  constructor(kernels: Kernels, weights: EncoderWeights) {
    this.#kernels = kernels;
    this.#weights = weights;
    this.#addresses = new Uint32Array(weights.vocabulary);
    this.#norms = new Float64Array(weights.vocabulary);
  }

  row(token: number): Int8Array {
    const { table, width } = this.#weights;
    return table.subarray(token * width, (token + 1) * width);
  }

  addressOf(token: number): Address {
    const known = this.#addresses[token];
    if (known === undefined)
      throw new Error(`token ${token} is not below the vocabulary of ${this.#weights.vocabulary}`);
    if (known > 0) return known;
    const row = this.row(token);
    this.#norms[token] = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1;
    return (this.#addresses[token] = this.#kernels.store(row));
  }

  /** Length of a row whose address has been asked for. */
  norm(token: number): number {
    return this.#norms[token] ?? 1;
  }
}

/** The tokens of one question, widened once, in the memory of the kernels. */
class QuestionRows {
  readonly #kernels: Kernels;
  readonly #rows: TokenRows;
  readonly #width: number;
  #room = 0;
  #others: Address = 0;
  #sums: Address = 0;
  #tokens: readonly number[] = [];
  #scales = new Float64Array(0);
  #products: Int32Array = new Int32Array(0);

  constructor(kernels: Kernels, rows: TokenRows, width: number) {
    this.#kernels = kernels;
    this.#rows = rows;
    this.#width = width;
  }

  /** Questions take turns between awaits: whoever compares next writes its own tokens first. */
  become(tokens: readonly number[]): void {
    if (tokens === this.#tokens) return;
    this.#scales = Float64Array.from(tokens, (token) => {
      this.#rows.addressOf(token);
      return 1 / this.#rows.norm(token);
    });
    this.#makeRoom(tokens.length);
    const all = this.#kernels.shorts(this.#others, this.#room * this.#width);
    for (const [at, token] of tokens.entries()) all.set(this.#rows.row(token), at * this.#width);
    this.#tokens = tokens;
    this.#products = new Int32Array(0);
  }

  #makeRoom(count: number): void {
    if (count <= this.#room) return;
    this.#room = Math.ceil(Math.max(count, 2 * this.#room) / GROUP) * GROUP;
    this.#others = this.#kernels.reserve(this.#room * this.#width * Int16Array.BYTES_PER_ELEMENT);
    this.#sums = this.#kernels.reserve(this.#room * Int32Array.BYTES_PER_ELEMENT);
  }

  compare(token: number, into: Float32Array, at: number): void {
    const row = this.#rows.addressOf(token);
    const scale = 1 / this.#rows.norm(token);
    const scales = this.#scales;
    this.#kernels.call.dotRows(row, this.#others, this.#sums, this.#padded, this.#width);
    // A view on memory that has grown since is empty.
    if (this.#products.length === 0) this.#products = this.#kernels.integers(this.#sums, this.#padded);
    const products = this.#products;
    for (let own = 0; own < scales.length; own++) into[at + own] = products[own]! * scale * scales[own]!;
  }

  /** How many rows the kernel compares: those behind the question's own are of no use, and harmless. */
  get #padded(): number {
    return Math.ceil(this.#tokens.length / GROUP) * GROUP;
  }
}

export function createTokenComparison(
  wasm: WebAssembly.Module,
  weights: EncoderWeights,
): (tokens: readonly number[]) => TokenComparison {
  const kernels = Kernels.load(wasm);
  const rows = new TokenRows(kernels, weights);
  const question = new QuestionRows(kernels, rows, weights.width);
  return (tokens) => (token, into, at) => {
    question.become(tokens);
    question.compare(token, into, at);
  };
}
