/** What every local driver of the PassageIndex port must do: compared with brute force over the same vectors. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot } from '../../src/embedding/vector.ts';
import type { Hit, PassageIndex } from '../../src/index/passage-index.ts';

export interface IndexFactory {
  /** `vectors` holds normalised rows, end to end. */
  readonly create: (vectors: Float32Array, dimensions: number) => Promise<PassageIndex>;
  /** Share of the true neighbours that must be found; 1 for exact drivers. */
  readonly recall: number;
  /** Why the suite cannot run here, or null. */
  readonly skipReason: string | null;
}

/** Row `row` of a matrix stored row by row; shares its memory. */
export function rowOf(matrix: Float32Array, row: number, dimensions: number): Float32Array {
  return matrix.subarray(row * dimensions, (row + 1) * dimensions);
}

/** Deterministic normalised rows; a plain linear congruential generator is random enough for directions. */
export function randomVectors(count: number, dimensions: number, seed: number): Float32Array {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000 - 0.5;
  };
  const vectors = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row++) {
    const vector = rowOf(vectors, row, dimensions);
    for (let at = 0; at < dimensions; at++) vector[at] = next() + next() + next();
    const length = Math.sqrt(dot(vector, vector)) || 1;
    for (let at = 0; at < dimensions; at++) vector[at] = (vector[at] ?? 0) / length;
  }
  return vectors;
}

function bruteForce(vectors: Float32Array, dimensions: number, query: Float32Array): Hit[] {
  const size = vectors.length / dimensions;
  const hits = Array.from({ length: size }, (_, item) => {
    return { item, score: dot(query, rowOf(vectors, item, dimensions)) };
  });
  return hits.sort((a, b) => b.score - a.score || a.item - b.item);
}

function isSorted(hits: readonly Hit[]): boolean {
  return hits.every((hit, at) => {
    const before = hits[at - 1];
    if (!before) return true;
    return before.score > hit.score || (before.score === hit.score && before.item < hit.item);
  });
}

export function describePassageIndex(name: string, factory: IndexFactory): void {
  const title = `PassageIndex contract: ${name}${factory.skipReason ? ` (skipped: ${factory.skipReason})` : ''}`;
  describe.skipIf(factory.skipReason !== null)(title, () => {
    const dimensions = 12;
    /** Most by which sixteen bits a number can change a product of two unit vectors: half a step in each number of both, and their numbers sum to √n at most. */
    const rounding = Math.sqrt(dimensions) / 32_767 + 1e-6;

    it('states what it holds', async () => {
      const index = await factory.create(randomVectors(7, dimensions, 3), dimensions);
      expect([index.size, index.dimensions]).toEqual([7, dimensions]);
      expect(index.name).toMatch(/^[a-z]+$/);
    });

    it('finds what brute force finds, with its scores, best first', async () => {
      const shape = fc.record({
        size: fc.integer({ min: 1, max: 300 }),
        count: fc.integer({ min: 1, max: 40 }),
        seed: fc.integer({ min: 1, max: 1e6 }),
      });
      await fc.assert(
        fc.asyncProperty(shape, async ({ size, count, seed }) => {
          const vectors = randomVectors(size, dimensions, seed);
          const query = randomVectors(1, dimensions, seed + 1);
          const truth = bruteForce(vectors, dimensions, query).slice(0, count);
          const hits = await (await factory.create(vectors, dimensions)).search(query, { count });
          expect(hits).toHaveLength(truth.length);
          expect(isSorted(hits)).toBe(true);
          const trueScore = (item: number): number => dot(query, rowOf(vectors, item, dimensions));
          for (const { item, score } of hits)
            expect(Math.abs(score - trueScore(item))).toBeLessThan(rounding);
          // Which of two comes in that rounding makes equal says nothing.
          const least = (truth.at(-1)?.score ?? 0) - 2 * rounding;
          const found = hits.filter(({ item }) => trueScore(item) >= least).length;
          expect(found / truth.length).toBeGreaterThanOrEqual(factory.recall);
        }),
        { numRuns: 40 },
      );
    });

    it('finds each of its own vectors first', async () => {
      const vectors = randomVectors(120, dimensions, 11);
      const index = await factory.create(vectors, dimensions);
      for (let item = 0; item < 120; item++) {
        const [hit] = await index.search(rowOf(vectors, item, dimensions), { count: 1 });
        expect(hit?.item).toBe(item);
        expect(hit?.score).toBeCloseTo(1, 4);
      }
    });

    it('keeps to the filter, also where it admits very few, and tells fewer rather than others', async () => {
      const vectors = randomVectors(400, dimensions, 5);
      const index = await factory.create(vectors, dimensions);
      const query = randomVectors(1, dimensions, 6);
      for (const admitted of [new Set([7]), new Set([3, 250, 399]), new Set<number>()]) {
        const hits = await index.search(query, { count: 10, filter: (item) => admitted.has(item) });
        expect(new Set(hits.map(({ item }) => item))).toEqual(admitted);
        expect(isSorted(hits)).toBe(true);
      }
      const even = await index.search(query, { count: 20, filter: (item) => item % 2 === 0 });
      expect(even).toHaveLength(20);
      expect(even.every(({ item }) => item % 2 === 0)).toBe(true);
    });

    it('gives all it has when asked for more, and nothing when asked for nothing', async () => {
      const index = await factory.create(randomVectors(5, dimensions, 9), dimensions);
      const query = randomVectors(1, dimensions, 10);
      const all = await index.search(query, { count: 1000 });
      expect(all.map(({ item }) => item).sort()).toEqual([0, 1, 2, 3, 4]);
      expect(await index.search(query, { count: 0 })).toEqual([]);
    });

    it('orders equal scores by item', async () => {
      const one = randomVectors(1, dimensions, 21);
      const vectors = new Float32Array(6 * dimensions);
      for (let row = 0; row < 6; row++) vectors.set(one, row * dimensions);
      const index = await factory.create(vectors, dimensions);
      const hits = await index.search(one, { count: 6 });
      expect(hits.map(({ item }) => item)).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it('holds nothing when made of nothing', async () => {
      const index = await factory.create(new Float32Array(), dimensions);
      expect(index.size).toBe(0);
      expect(await index.search(randomVectors(1, dimensions, 2), { count: 3 })).toEqual([]);
    });

    it('takes a zero query, which a text without words has', async () => {
      const index = await factory.create(randomVectors(20, dimensions, 13), dimensions);
      const hits = await index.search(new Float32Array(dimensions), { count: 3 });
      expect(hits).toHaveLength(3);
      for (const { score } of hits) expect(score).toBeCloseTo(0, 6);
    });
  });
}
