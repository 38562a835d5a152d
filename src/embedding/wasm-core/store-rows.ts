/** Normalised rows in the memory of the SIMD kernels: a question is compared with thousands, which plain loops make slow. */
import type { ComparableRows } from '../vector.ts';
import { Kernels } from './kernels.ts';

/** Numbers that the kernel takes at a time. */
const LANES = 8;

/** 16 bits a number: half the memory of float32, and products of unit vectors that differ in the fifth decimal. Sums of them are at most its square, which fits an int32. */
const ONE = 32_767;

/**
 * @param rows of length 1 or less, `dimensions` numbers each, end to end; copied.
 * @param wasm compiled kernels.wasm.
 */
export function storeRows(rows: Float32Array, dimensions: number, wasm: WebAssembly.Module): ComparableRows {
  const size = dimensions > 0 ? rows.length / dimensions : 0;
  const kernels = Kernels.load(wasm);
  const stride = Math.ceil(dimensions / LANES) * LANES;
  const bytes = stride * Int16Array.BYTES_PER_ELEMENT;
  const [first, other] = [kernels.reserve(size * bytes), kernels.reserve(bytes)];
  const memory = kernels.shorts(first, size * stride);
  for (let row = 0; row < size; row++)
    for (let at = 0; at < dimensions; at++)
      memory[row * stride + at] = Math.round(rows[row * dimensions + at]! * ONE);
  const question = kernels.shorts(other, stride);
  let asked: Float32Array | null = null;
  return {
    size,
    dot(vector, row) {
      if (row < 0 || row >= size) return 0;
      if (vector !== asked) {
        asked = vector;
        for (let at = 0; at < dimensions; at++) question[at] = Math.round((vector[at] ?? 0) * ONE);
      }
      return kernels.call.dotShorts(other, first + row * bytes, stride) / (ONE * ONE);
    },
  };
}
