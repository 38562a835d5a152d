/** Vectors kept as half a byte a number: an eighth of the memory, and cosines that differ in the third decimal. */
import type { ComparableRows } from '../embedding/vector.ts';
import { Kernels, type Address } from '../embedding/wasm-core/kernels.ts';

/** Numbers are −7 to 7, in four bits each. */
const LARGEST = 7;

/**
 * Little-endian: how many rows, their scales as float32, then each row's numbers, two in a byte, the first above.
 * @param rows normalised rows of `dimensions` numbers, end to end.
 */
export function packRows(rows: Float32Array, dimensions: number): Uint8Array {
  const count = dimensions > 0 ? rows.length / dimensions : 0;
  const [head, width] = [4 * (1 + count), Math.ceil(dimensions / 2)];
  const bytes = new Uint8Array(head + count * width);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, count, true);
  for (let row = 0; row < count; row++) {
    const values = rows.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST || 1;
    view.setFloat32(4 * (1 + row), scale, true);
    const nibble = (at: number): number => Math.round((values[at] ?? 0) / scale) & 0xf;
    for (let at = 0; at < width; at++)
      bytes[head + row * width + at] = (nibble(2 * at) << 4) | nibble(2 * at + 1);
  }
  return bytes;
}

/** Reads what `packRows` wrote into a memory of the kernels' own. */
export function readRows(bytes: Uint8Array, wasm: WebAssembly.Module): ComparableRows {
  const count = bytes.length < 4 ? 0 : viewOf(bytes).getUint32(0, true);
  if (count === 0) return { size: 0, dot: () => 0 };
  const scales = scalesOf(viewOf(bytes), count);
  const rows = new KernelRows(bytes.subarray(4 * (1 + count)), count, Kernels.load(wasm));
  return {
    size: count,
    dot(vector, row) {
      const scale = scales[row];
      return scale === undefined ? 0 : scale * rows.dot(vector, row);
    },
  };
}

/** Apart, or what is returned would keep the bytes in memory, which the kernels have a copy of. */
function scalesOf(view: DataView, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, row) => view.getFloat32(4 * (1 + row), true));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes of a row that the kernel takes at a time: 32 numbers. */
const BLOCK = 16;

/** A question's numbers are −8191 to 8191: a thousand products of them fit an int32 many times over. */
const FINEST = 8191;

class KernelRows {
  readonly #kernels: Kernels;
  readonly #rows: Address;
  readonly #stride: number;
  readonly #other: Address;
  #vector: Float32Array | null = null;
  #scale = 0;

  constructor(numbers: Uint8Array, count: number, kernels: Kernels) {
    const width = numbers.length / count;
    this.#kernels = kernels;
    this.#stride = Math.ceil(width / BLOCK) * BLOCK;
    this.#rows = kernels.reserve(count * this.#stride);
    this.#other = kernels.reserve(4 * this.#stride);
    const memory = kernels.octets(this.#rows, count * this.#stride);
    for (let row = 0; row < count; row++)
      memory.set(numbers.subarray(row * width, (row + 1) * width), row * this.#stride);
  }

  dot(vector: Float32Array, row: number): number {
    if (vector !== this.#vector) this.#become(vector);
    const { call } = this.#kernels;
    return this.#scale * call.dotNibbles(this.#rows + row * this.#stride, this.#other, 2 * this.#stride);
  }

  /** A question is compared with thousands of rows: its numbers are laid out once, as the kernel unpacks those of a row. */
  #become(vector: Float32Array): void {
    const peak = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const laidOut = this.#kernels.shorts(this.#other, 2 * this.#stride);
    for (let at = 0; at < laidOut.length; at++) {
      const block = at & ~(2 * BLOCK - 1);
      const place = block + (at % 2) * BLOCK + ((at - block) >> 1);
      laidOut[place] = peak === 0 ? 0 : Math.round(((vector[at] ?? 0) / peak) * FINEST);
    }
    this.#scale = peak / FINEST;
    this.#vector = vector;
  }
}
