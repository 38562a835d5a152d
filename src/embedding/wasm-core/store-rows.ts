/** Rows of float32 in the memory of the SIMD kernels: a question is compared with thousands, which plain loops make slow. */
import type { ComparableRows } from '../vector.ts';
import { Kernels } from './kernels.ts';

/** Numbers that the kernels take at a time. */
const LANES = 4;

/**
 * @param rows of `dimensions` numbers, end to end; copied.
 * @param wasm compiled kernels.wasm.
 */
export function storeRows(rows: Float32Array, dimensions: number, wasm: WebAssembly.Module): ComparableRows {
  const size = dimensions > 0 ? rows.length / dimensions : 0;
  const kernels = Kernels.load(wasm);
  const stride = Math.ceil(dimensions / LANES) * LANES;
  const bytes = stride * Float32Array.BYTES_PER_ELEMENT;
  const [first, other] = [kernels.reserve(size * bytes), kernels.reserve(bytes)];
  const memory = kernels.floats(first, size * stride);
  for (let row = 0; row < size; row++)
    memory.set(rows.subarray(row * dimensions, (row + 1) * dimensions), row * stride);
  const question = kernels.floats(other, stride);
  let asked: Float32Array | null = null;
  return {
    size,
    dot(vector, row) {
      if (row < 0 || row >= size) return 0;
      if (vector !== asked) question.set((asked = vector).subarray(0, stride));
      return kernels.call.dotFloats(other, first + row * bytes, stride);
    },
  };
}
