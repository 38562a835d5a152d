/** Cosines of token vectors by the SIMD kernels: a question compares thousands of pairs, which plain loops make its slowest part. */
import type { EncoderWeights } from './encoder-weights.ts';
import { Kernels, type Address } from './kernels.ts';

/** Tokens compared in one call of the kernel; a question rarely has more. */
const CHUNK = 256;

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

  addressOf(token: number): Address {
    const { table, width, vocabulary } = this.#weights;
    const known = this.#addresses[token];
    if (known === undefined) throw new Error(`token ${token} is not below the vocabulary of ${vocabulary}`);
    if (known > 0) return known;
    const row = table.subarray(token * width, (token + 1) * width);
    const address = this.#kernels.store(row);
    this.#addresses[token] = address;
    this.#norms[token] = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1;
    return address;
  }

  /** Length of a row whose address has been asked for. */
  norm(token: number): number {
    return this.#norms[token] ?? 1;
  }
}

/** Cosines of a token's vector with those of others, −1 to 1. */
export function createTokenSimilarities(
  wasm: WebAssembly.Module,
  weights: EncoderWeights,
): (token: number, others: readonly number[]) => Float32Array {
  const kernels = Kernels.load(wasm);
  const rows = new TokenRows(kernels, weights);
  const list = kernels.reserve(CHUNK * Uint32Array.BYTES_PER_ELEMENT);
  const sums = kernels.reserve(CHUNK * Int32Array.BYTES_PER_ELEMENT);
  let listed: readonly number[] = [];
  /** The same question's tokens are compared with one token after the other: their addresses are written once. */
  const write = (others: readonly number[]): void => {
    if (others === listed) return;
    const addresses = others.map((other) => rows.addressOf(other));
    kernels.integers(list, others.length).set(addresses);
    listed = others;
  };
  return (token, others) => {
    const found = new Float32Array(others.length);
    const row = rows.addressOf(token);
    const norm = rows.norm(token);
    for (let start = 0; start < others.length; start += CHUNK) {
      const chunk = others.length <= CHUNK ? others : others.slice(start, start + CHUNK);
      write(chunk);
      kernels.call.dotBytes(row, list, sums, chunk.length, weights.width);
      const products = kernels.integers(sums, chunk.length);
      for (let at = 0; at < chunk.length; at++) {
        found[start + at] = (products[at] ?? 0) / (norm * rows.norm(chunk[at] ?? 0));
      }
    }
    return found;
  };
}
