/** Arithmetic on vectors. */

/** Dot product; of two normalised vectors this is their cosine. Both must have the same length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}

/** Dot product of `vector` with row `row` of a matrix stored row by row. */
export function dotRow(vector: Float32Array, matrix: Float32Array, row: number): number {
  const offset = row * vector.length;
  let sum = 0;
  for (let index = 0; index < vector.length; index++) sum += vector[index]! * matrix[offset + index]!;
  return sum;
}
