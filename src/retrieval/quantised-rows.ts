/** Vectors kept as one byte a number: a quarter of the memory, and cosines that differ in the third decimal. */

export interface QuantisedRows {
  /** Dot product of `vector` with row `row`; 0 where there is no such row. */
  dot(vector: Float32Array, row: number): number;
}

const LARGEST = 127;

/**
 * Little-endian: how many rows, their scales as float32, then each row's numbers as int8.
 * @param rows normalised rows of `dimensions` numbers, end to end.
 */
export function packRows(rows: Float32Array, dimensions: number): Uint8Array {
  const count = dimensions > 0 ? rows.length / dimensions : 0;
  const head = 4 * (1 + count);
  const bytes = new Uint8Array(head + rows.length);
  const view = new DataView(bytes.buffer);
  const numbers = new Int8Array(bytes.buffer, head);
  view.setUint32(0, count, true);
  for (let row = 0; row < count; row++) {
    const values = rows.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST || 1;
    view.setFloat32(4 * (1 + row), scale, true);
    numbers.set(
      values.map((value) => Math.round(value / scale)),
      row * dimensions,
    );
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
      return scale === undefined ? 0 : scale * dotBytes(vector, numbers, row * vector.length);
    },
  };
}

/** Four sums side by side, as in `dotRow`. */
function dotBytes(vector: Float32Array, numbers: Int8Array, offset: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const end = vector.length & ~3;
  for (let at = 0; at < end; at += 4) {
    const place = offset + at;
    first += vector[at]! * numbers[place]!;
    second += vector[at + 1]! * numbers[place + 1]!;
    third += vector[at + 2]! * numbers[place + 2]!;
    fourth += vector[at + 3]! * numbers[place + 3]!;
  }
  for (let at = end; at < vector.length; at++) first += vector[at]! * numbers[offset + at]!;
  return first + second + third + fourth;
}
