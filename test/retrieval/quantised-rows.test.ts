/** Vectors of half a byte a number: near enough to those they were made from. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dot, normalised } from '../../src/embedding/vector.ts';
import { KERNELS } from '../fakes/kernels.ts';
import { packRows, readRows } from '../../src/retrieval/quantised-rows.ts';

const unit = (values: readonly number[]): Float32Array => normalised(Float32Array.from(values));

const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 37, maxLength: 37 })
  .map(unit);

describe('packed rows', () => {
  it('give the products of the vectors that they were made from', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 5 }), vector, (rows, query) => {
        const packed = packRows(Float32Array.from(rows.flatMap((row) => [...row])), 37);
        const read = readRows(packed, KERNELS);
        for (const [number, row] of rows.entries())
          expect(Math.abs(read.dot(query, number) - dot(query, row))).toBeLessThan(0.1);
      }),
    );
  });

  it.each([1, 5, 16, 31, 32, 33, 100])('keep every one of %i numbers in its place', (width) => {
    const numbers = (seed: number) => unit(Array.from({ length: width }, (_, at) => Math.sin(seed + at * 7)));
    const rows = [1, 2, 3].map(numbers);
    const read = readRows(packRows(Float32Array.from(rows.flatMap((row) => [...row])), width), KERNELS);
    for (const [number, row] of rows.entries()) {
      const step = Math.max(...row.map(Math.abs)) / 7;
      for (let at = 0; at < width; at++) {
        const one = new Float32Array(width);
        one[at] = 1;
        expect(Math.abs(read.dot(one, number) - row[at]!)).toBeLessThan(step / 2 + 1e-6);
      }
    }
  });

  it('can lie anywhere in a larger read', () => {
    const row = unit([3, -1, 2, 0.5, 4]);
    const packed = packRows(row, 5);
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    expect(readRows(shifted.subarray(3), KERNELS).dot(row, 0)).toBeCloseTo(1, 1);
  });

  it('may be none, or all zero', () => {
    expect(readRows(packRows(new Float32Array(), 5), KERNELS).dot(new Float32Array(5), 0)).toBe(0);
    expect(readRows(new Uint8Array(), KERNELS).dot(new Float32Array(5), 0)).toBe(0);
    expect(readRows(packRows(new Float32Array(5), 5), KERNELS).dot(unit([1, 2, 3, 4, 5]), 0)).toBe(0);
  });
});
