/** Arithmetic on vectors. */

/** Dot product; of two normalised vectors this is their cosine. Both must have the same length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Row `row` of a matrix stored row by row; shares its memory. */
export function rowOf(matrix: Float32Array, row: number, dimensions: number): Float32Array {
  return matrix.subarray(row * dimensions, (row + 1) * dimensions);
}
