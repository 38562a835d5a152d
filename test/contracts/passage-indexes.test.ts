/** The PassageIndex contract on exact search and, where it is installed, on hnswlib. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { storeRows } from '../../src/embedding/wasm-core/store-rows.ts';
import { KERNELS } from '../fakes/kernels.ts';
import { createExactIndex } from '../../src/index/drivers/exact.ts';
import { buildHnswlibGraph, hnswlibAvailable, openHnswlibIndex } from '../../src/index/drivers/hnswlib.ts';
import { describePassageIndex, randomVectors, rowOf } from './passage-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-graph-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { available, reason } = await hnswlibAvailable();
const skipReason = available ? null : reason;

describePassageIndex('exact', {
  create: async (vectors, dimensions) =>
    createExactIndex(storeRows(vectors, dimensions, KERNELS), dimensions),
  recall: 1,
  skipReason: null,
});

let graphs = 0;
const createGraph = async (vectors: Float32Array, dimensions: number) => {
  const file = join(folder, `${graphs++}.hnsw`);
  await buildHnswlibGraph({ vectors, dimensions }, file);
  return openHnswlibIndex({ vectors: storeRows(vectors, dimensions, KERNELS), dimensions }, file);
};
describePassageIndex('hnswlib', { create: createGraph, recall: 0.9, skipReason });

describe.skipIf(skipReason !== null)(`hnswlib at the size of a real corpus${skipReason ?? ''}`, () => {
  it('finds at least 95 % of the ten nearest of 5,000', { timeout: 60_000 }, async () => {
    const dimensions = 64;
    const vectors = randomVectors(5000, dimensions, 17);
    const [graph, exact] = [
      await createGraph(vectors, dimensions),
      createExactIndex(storeRows(vectors, dimensions, KERNELS), dimensions),
    ];
    const queries = randomVectors(50, dimensions, 18);
    let found = 0;
    for (let number = 0; number < 50; number++) {
      const query = rowOf(queries, number, dimensions);
      const truth = new Set((await exact.search(query, { count: 10 })).map(({ item }) => item));
      found += (await graph.search(query, { count: 10 })).filter(({ item }) => truth.has(item)).length;
    }
    expect(found / 500).toBeGreaterThanOrEqual(0.95);
  });
});
