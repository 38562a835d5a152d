/** Vectors kept as half a byte a number: an eighth of the memory, and cosines that differ in the third decimal. */

export interface QuantisedRows {
  /** Dot product of `vector` with row `row`; 0 where there is no such row. */
  dot(vector: Float32Array, row: number): number;
}

/** Numbers are −7 to 7, in four bits each. */
const LARGEST = 7;

/**
 * Little-endian: how many rows, their scales as float32, then each row's numbers, two in a byte, the first above.
 * @param rows normalised rows of `dimensions` numbers, end to end.
 */
export function packRows(rows: Float32Array, dimensions: number): Uint8Array {
  const count = dimensions > 0 ? rows.length / dimensions : 0;
  const [head, width] = [4 * (1 + count), bytesOf(dimensions)];
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

/** Reads what `packRows` wrote; the numbers are not copied. */
export function readRows(bytes: Uint8Array): QuantisedRows {
  if (bytes.length < 4) return { dot: () => 0 };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const head = 4 * (1 + count);
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset + head, bytes.byteLength - head);
  const scales = Float32Array.from({ length: count }, (_, row) => view.getFloat32(4 * (1 + row), true));
  return {
    dot(vector, row) {
      const scale = scales[row];
      return scale === undefined ? 0 : scale * dotNibbles(vector, numbers, row * bytesOf(vector.length));
    },
  };
}

function bytesOf(dimensions: number): number {
  return Math.ceil(dimensions / 2);
}

/** Four sums side by side, as in `dotRow`; shifts bring the sign along. */
function dotNibbles(vector: Float32Array, numbers: Int8Array, offset: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const end = vector.length & ~3;
  for (let at = 0; at < end; at += 4) {
    const place = offset + (at >> 1);
    const one = numbers[place]!;
    const other = numbers[place + 1]!;
    first += vector[at]! * (one >> 4);
    second += vector[at + 1]! * ((one << 28) >> 28);
    third += vector[at + 2]! * (other >> 4);
    fourth += vector[at + 3]! * ((other << 28) >> 28);
  }
  for (let at = end; at < vector.length; at++) {
    const pair = numbers[offset + (at >> 1)]!;
    first += vector[at]! * (at % 2 === 0 ? pair >> 4 : (pair << 28) >> 28);
  }
  return first + second + third + fourth;
}
