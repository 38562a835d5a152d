/** The two index drivers on synthetic vectors: time of a search and, for the graph, how many true neighbours it finds. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileKernels } from '../embedding/drivers/wasm-folder.ts';
import { storeRows } from '../embedding/wasm-core/store-rows.ts';
import { createExactIndex } from '../index/drivers/exact.ts';
import { buildHnswlibGraph, hnswlibAvailable, openHnswlibIndex } from '../index/drivers/hnswlib.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { timed, timeEach, type Summary } from './bench-statistics.ts';

export interface VectorBench {
  readonly size: number;
  readonly dimensions: number;
  readonly exact: Summary;
  /** Null where hnswlib-node is not installed; `reason` says why. */
  readonly graph: { readonly search: Summary; readonly buildMs: number; readonly recall: number } | null;
  readonly reason: string;
}

const NEIGHBOURS = 10;
const CENTRES = 200;

export async function benchVectors(size: number, dimensions: number, queries: number): Promise<VectorBench> {
  const vectors = clusteredVectors(size, dimensions, 1);
  const asked = rows(clusteredVectors(queries, dimensions, 2), dimensions);
  const stored = storeRows(vectors, dimensions, await compileKernels());
  const index = createExactIndex(stored, dimensions);
  const exact = await timeEach(asked, (query) => index.search(query, { count: NEIGHBOURS }));
  const { available, reason } = await hnswlibAvailable();
  if (!available) return { size, dimensions, exact, graph: null, reason };
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    const file = join(folder, 'graph.hnsw');
    const { ms: buildMs } = await timed(() => buildHnswlibGraph({ vectors, dimensions }, file));
    const graph = await openHnswlibIndex({ vectors: stored, dimensions }, file);
    const search = await timeEach(asked, (query) => graph.search(query, { count: NEIGHBOURS }));
    return {
      size,
      dimensions,
      exact,
      graph: { search, buildMs, recall: await recallOf(graph, index, asked) },
      reason,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function recallOf(
  graph: PassageIndex,
  exact: PassageIndex,
  queries: readonly Float32Array[],
): Promise<number> {
  let found = 0;
  for (const query of queries) {
    const truth = new Set((await exact.search(query, { count: NEIGHBOURS })).map(({ item }) => item));
    found += (await graph.search(query, { count: NEIGHBOURS })).filter(({ item }) => truth.has(item)).length;
  }
  return found / (queries.length * NEIGHBOURS);
}

/** Normalised directions around common centres, as sentences gather around subjects; the same for the same seed. */
export function clusteredVectors(size: number, dimensions: number, seed: number): Float32Array {
  const centres = noise(CENTRES * dimensions, 7);
  const offsets = noise(size * dimensions, seed);
  const vectors = new Float32Array(size * dimensions);
  for (let row = 0; row < size; row++) {
    const centre = ((row * 7919 + seed) % CENTRES) * dimensions;
    let sum = 0;
    for (let at = 0; at < dimensions; at++) {
      const value = (centres[centre + at] ?? 0) + (offsets[row * dimensions + at] ?? 0);
      vectors[row * dimensions + at] = value;
      sum += value * value;
    }
    const length = Math.sqrt(sum) || 1;
    for (let at = row * dimensions; at < (row + 1) * dimensions; at++)
      vectors[at] = (vectors[at] ?? 0) / length;
  }
  return vectors;
}

/** Sums of three uniform numbers, nearly normal, from a linear congruential generator (Numerical Recipes). */
export function noise(count: number, seed: number): Float32Array {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000 - 0.5;
  };
  return Float32Array.from({ length: count }, () => next() + next() + next());
}

function rows(matrix: Float32Array, dimensions: number): Float32Array[] {
  return Array.from({ length: matrix.length / dimensions }, (_, row) =>
    matrix.subarray(row * dimensions, (row + 1) * dimensions),
  );
}
