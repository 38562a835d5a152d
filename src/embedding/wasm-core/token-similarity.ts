/** Cosines of token vectors by the SIMD kernels: a question compares thousands of pairs, which plain loops make its slowest part. */
import type { EncoderWeights } from './encoder-weights.ts';
import { Kernels, type Address } from './kernels.ts';

/** Cosines of a token's vector with those of others, −1 to 1. Rows move into the kernels' memory when they are first asked for. */
export function createTokenSimilarities(
  wasm: WebAssembly.Module,
  { table, width, vocabulary }: EncoderWeights,
): (token: number, others: readonly number[]) => Float32Array {
  const kernels = Kernels.load(wasm);
  const addresses = new Uint32Array(vocabulary);
  const norms = new Float64Array(vocabulary);
  const addressOf = (token: number): Address => {
    const known = addresses[token];
    if (known === undefined) throw new Error(`token ${token} is not below the vocabulary of ${vocabulary}`);
    if (known > 0) return known;
    const address = kernels.store(table.subarray(token * width, (token + 1) * width));
    addresses[token] = address;
    norms[token] = Math.sqrt(kernels.call.dotBytes(address, address, width)) || 1;
    return address;
  };
  return (token, others) => {
    const row = addressOf(token);
    const norm = norms[token] ?? 1;
    return Float32Array.from(others, (other) => {
      const product = kernels.call.dotBytes(row, addressOf(other), width);
      return product / (norm * (norms[other] ?? 1));
    });
  };
}
