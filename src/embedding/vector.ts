/** Arithmetic on vectors. */

/** Dot product; of two normalised vectors this is their cosine. Both must have the same length. */
export function dot(a: Float32Array, b: Float32Array): number {
  return dotAt(a, b, 0);
}

/** Dot product of `vector` with row `row` of a matrix stored row by row. */
export function dotRow(vector: Float32Array, matrix: Float32Array, row: number): number {
  return dotAt(vector, matrix, row * vector.length);
}

/** Four sums side by side: a processor need not wait for one addition to begin the next. */
function dotAt(vector: Float32Array, matrix: Float32Array, offset: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const end = vector.length & ~3;
  for (let at = 0; at < end; at += 4) {
    const place = offset + at;
    first += vector[at]! * matrix[place]!;
    second += vector[at + 1]! * matrix[place + 1]!;
    third += vector[at + 2]! * matrix[place + 2]!;
    fourth += vector[at + 3]! * matrix[place + 3]!;
  }
  for (let at = end; at < vector.length; at++) first += vector[at]! * matrix[offset + at]!;
  return first + second + third + fourth;
}

/** The same direction, of length 1; zeros stay zeros. */
export function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
}

/** Rows of numbers, end to end, each of `dimensions`. */
export interface Rows {
  readonly rows: Float32Array;
  readonly dimensions: number;
}

/** The first `width` numbers of a row, scaled to length 1: of a model whose dimensions are sorted by what they say, nearly the same. */
export function shortRow({ rows, dimensions }: Rows, row: number, width: number): Float32Array {
  const start = row * dimensions;
  return normalised(rows.slice(start, start + Math.min(width, dimensions)));
}

/** Rows that vectors are compared with, wherever they are kept. A vector must not change between two calls. */
export interface ComparableRows {
  readonly size: number;
  /** Dot product of `vector` with row `row`; 0 where there is no such row. */
  dot(vector: Float32Array, row: number): number;
}
