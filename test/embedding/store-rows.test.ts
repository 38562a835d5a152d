/** Rows in the memory of the kernels give the products that plain sums give. */
import { describe, expect, it } from 'vitest';
import { dotRow, normalised } from '../../src/embedding/vector.ts';
import { storeRows } from '../../src/embedding/wasm-core/store-rows.ts';
import { KERNELS } from '../fakes/kernels.ts';

const waves = (count: number, seed: number): Float32Array =>
  normalised(Float32Array.from({ length: count }, (_, at) => Math.sin(seed + at * 1.7)));

describe.each([1, 3, 4, 5, 64, 1281])('stored rows of %i numbers', (dimensions) => {
  const matrix = Float32Array.from([1, 2, 3, 4, 5, 6, 7].flatMap((seed) => [...waves(dimensions, seed)]));
  const rows = storeRows(matrix, dimensions, KERNELS);

  it('give the products of their numbers, whichever vector is asked in turn', () => {
    expect(rows.size).toBe(7);
    for (const vector of [waves(dimensions, 2), waves(dimensions, 3)])
      for (let row = 0; row < 7; row++)
        expect(rows.dot(vector, row)).toBeCloseTo(dotRow(vector, matrix, row), 4);
  });

  it('have no product with rows that are not there', () => {
    expect(rows.dot(waves(dimensions, 2), 7)).toBe(0);
    expect(rows.dot(waves(dimensions, 2), -1)).toBe(0);
  });
});

describe('no rows', () => {
  it('have no products', () => {
    expect(storeRows(new Float32Array(), 8, KERNELS)).toMatchObject({ size: 0 });
    expect(storeRows(new Float32Array(), 0, KERNELS).dot(new Float32Array(), 0)).toBe(0);
  });
});
