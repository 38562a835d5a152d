/** The Vectorize driver against the exact index, on a fake of the service that keeps its limits. */
import { describe, expect, it } from 'vitest';
import { storeRows } from '../../src/embedding/wasm-core/store-rows.ts';
import { KERNELS } from '../fakes/kernels.ts';
import { createExactIndex } from '../../src/index/drivers/exact.ts';
import {
  createVectorizeIndex,
  toVectorizeRecords,
  VECTORIZE_LIMITS,
  vectorId,
  type VectorizeRecord,
} from '../../src/index/drivers/vectorize.ts';
import type { Library } from '../../src/index/library.ts';
import { FakeVectorize } from '../fakes/fake-vectorize.ts';

const DIMENSIONS = 8;
const FINGERPRINT = '0123456789abcdef';

/** Only what the driver reads: which document each window belongs to. */
function libraryOf(documents: number, windowsEach: number): Library {
  const ids = Array.from({ length: documents }, (_, number) => `${'長い名前-'.repeat(20)}${number}`);
  return {
    documents: new Map(ids.map((id) => [id, { id }])),
    passages: ids.map((document) => ({ document })),
    windows: ids.flatMap((_, passage) => Array.from({ length: windowsEach }, () => ({ passage }))),
  } as unknown as Library;
}

function unitVectors(count: number): Float32Array {
  const vectors = new Float32Array(count * DIMENSIONS);
  for (let row = 0; row < count; row++) {
    const values = Array.from({ length: DIMENSIONS }, (_, k) => Math.sin((row + 1) * (k + 1.7) * 12.9898));
    const length = Math.hypot(...values);
    vectors.set(
      values.map((value) => value / length),
      row * DIMENSIONS,
    );
  }
  return vectors;
}

async function pushed(
  library: Library,
  vectors: Float32Array,
  fingerprint = FINGERPRINT,
): Promise<FakeVectorize> {
  const fake = new FakeVectorize(DIMENSIONS);
  let batch: VectorizeRecord[] = [];
  for (const record of toVectorizeRecords(library, vectors, fingerprint)) {
    batch.push(record);
    if (batch.length < VECTORIZE_LIMITS.bindingBatch) continue;
    await fake.upsert(batch);
    batch = [];
  }
  await fake.upsert(batch);
  fake.settle();
  return fake;
}

async function bothIndexes(documents: number, windowsEach: number) {
  const library = libraryOf(documents, windowsEach);
  const vectors = unitVectors(documents * windowsEach);
  const binding = await pushed(library, vectors);
  const vectorize = createVectorizeIndex({
    binding,
    library,
    fingerprint: FINGERPRINT,
    dimensions: DIMENSIONS,
  });
  return {
    binding,
    library,
    vectors,
    vectorize,
    exact: createExactIndex(storeRows(vectors, DIMENSIONS, KERNELS), DIMENSIONS),
  };
}

describe('the Vectorize index', () => {
  it('gives the hits and the exact scores of the exact index', async () => {
    const { vectorize, exact, vectors } = await bothIndexes(4, 40);
    for (let row = 0; row < 160; row += 9) {
      const query = vectors.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS);
      const found = await vectorize.search(query, { count: 10 });
      // The fake rounds its scores to two decimals, so neighbours at the cut may swap; what is returned has exact scores.
      const expected = new Map(
        (await exact.search(query, { count: 160 })).map(({ item, score }) => [item, score]),
      );
      expect(found).toHaveLength(10);
      expect(found[0]?.item).toBe(row);
      for (const { item, score } of found) expect(score).toBeCloseTo(expected.get(item) ?? NaN, 4);
      expect(found.map(({ score }) => score)).toEqual(
        found.map(({ score }) => score).toSorted((a, b) => b - a),
      );
    }
  });

  it('asks for no more than the service gives', async () => {
    const { vectorize, vectors, binding } = await bothIndexes(3, 100);
    const query = vectors.slice(0, DIMENSIONS);
    expect(await vectorize.search(query, { count: 500 })).toHaveLength(VECTORIZE_LIMITS.matches);
    expect(binding.calls.getByIds).toBe(VECTORIZE_LIMITS.matches / VECTORIZE_LIMITS.detailedMatches);
    expect(await vectorize.search(query, { count: 1 })).toHaveLength(1);
    expect(await vectorize.search(query, { count: 0 })).toEqual([]);
  });

  it('filters by document on the server, so that a small document is found among large ones', async () => {
    const { vectorize, vectors } = await bothIndexes(20, 100);
    const query = vectors.slice(0, DIMENSIONS);
    const found = await vectorize.search(query, { count: 30, filter: (item) => item >= 1900 });
    expect(found).toHaveLength(30);
    expect(found.every(({ item }) => item >= 1900)).toBe(true);
  });

  it('keeps a filter that no document expresses', async () => {
    const { vectorize, vectors } = await bothIndexes(2, 40);
    const query = vectors.slice(0, DIMENSIONS);
    const found = await vectorize.search(query, { count: 10, filter: (item) => item % 2 === 1 });
    expect(found).toHaveLength(10);
    expect(found.every(({ item }) => item % 2 === 1)).toBe(true);
    expect(await vectorize.search(query, { count: 10, filter: () => false })).toEqual([]);
  });

  it('sees only the snapshot that it was made for', async () => {
    const { binding, library, vectors } = await bothIndexes(1, 30);
    await binding.upsert([...toVectorizeRecords(library, vectors, 'fedcba9876543210')]);
    binding.settle();
    expect(binding.count).toBe(60);
    const old = createVectorizeIndex({ binding, library, fingerprint: FINGERPRINT, dimensions: DIMENSIONS });
    const items = (await old.search(vectors.slice(0, DIMENSIONS), { count: 100 })).map(({ item }) => item);
    expect(new Set(items).size).toBe(30);
  });

  it('refuses a query of another model', async () => {
    const { vectorize } = await bothIndexes(1, 3);
    await expect(vectorize.search(new Float32Array(9), { count: 1 })).rejects.toThrow(
      '9 dimensions, the index has 8',
    );
  });
});

describe('records for Vectorize', () => {
  it('leaves out zero vectors, which the service refuses, and keeps the numbers of the others', () => {
    const vectors = unitVectors(3);
    vectors.fill(0, DIMENSIONS, 2 * DIMENSIONS);
    const ids = [...toVectorizeRecords(libraryOf(1, 3), vectors, FINGERPRINT)].map(({ id }) => id);
    expect(ids).toEqual([vectorId(FINGERPRINT, 0), vectorId(FINGERPRINT, 2)]);
  });

  it('stays within the limits for ids and metadata at ten million windows and document names of any length', () => {
    expect(vectorId(FINGERPRINT, 9_999_999).length).toBeLessThanOrEqual(VECTORIZE_LIMITS.idBytes);
    const [record] = toVectorizeRecords(libraryOf(1, 1), unitVectors(1), FINGERPRINT);
    expect(JSON.stringify(record?.metadata).length).toBeLessThan(100);
  });
});

describe('the fake itself', () => {
  it('keeps the limits that it stands for', async () => {
    const fake = new FakeVectorize(DIMENSIONS);
    const [record] = toVectorizeRecords(libraryOf(1, 1), unitVectors(1), FINGERPRINT);
    if (!record) throw new Error('no record');
    const base = { topK: 1, namespace: FINGERPRINT, returnValues: false, returnMetadata: 'none' } as const;
    await expect(fake.upsert([{ ...record, id: 'x'.repeat(65) }])).rejects.toThrow('64 bytes');
    await expect(fake.upsert(Array.from({ length: 1001 }, () => record))).rejects.toThrow('at most 1000');
    await expect(fake.upsert([{ ...record, values: [1] }])).rejects.toThrow('expected 8 dimensions');
    await expect(fake.query(record.values, { ...base, topK: 101 })).rejects.toThrow('at most 100');
    await expect(
      fake.query(record.values, { ...base, topK: 21, returnMetadata: 'all' as 'none' }),
    ).rejects.toThrow('at most 20');
    await expect(fake.getByIds(Array.from({ length: 21 }, String))).rejects.toThrow('at most 20');
    await fake.upsert([record]);
    expect((await fake.query(record.values, base)).matches).toEqual([]);
    fake.settle();
    expect((await fake.query(record.values, base)).matches).toHaveLength(1);
  });
});
