/** The vector cache on disk: what survives a killed process and a bad disk. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVectorFile } from '../../src/embedding/drivers/vector-file.ts';

const EMBEDDER = { id: 'fake@1', dimensions: 3 };
const RECORD = 32 + 3 * 4 + 4;
const vector = (...numbers: number[]): Float32Array => Float32Array.from(numbers);
const ENTRIES = [
  ['天津', vector(1, 0, 0)],
  ['port', vector(0, -0.5, 0.25)],
  ['', vector(0, 0, 0)],
] as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-vectors-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function stored(): Promise<string> {
  await (await openVectorFile(folder, EMBEDDER)).put(ENTRIES);
  const [name = ''] = await readdir(folder);
  return join(folder, name);
}

async function known(): Promise<(Float32Array | undefined)[]> {
  const cache = await openVectorFile(folder, EMBEDDER);
  return ENTRIES.map(([text]) => cache.get(text));
}

const ALL = ENTRIES.map(([, value]) => value);

describe('openVectorFile', () => {
  it('gives back after a restart what was put, and nothing else', async () => {
    const path = await stored();
    expect(await known()).toEqual(ALL);
    expect((await openVectorFile(folder, EMBEDDER)).get('Port')).toBeUndefined();
    expect((await stat(path)).size).toBe(3 * RECORD);
  });

  it('keeps the vectors of each embedder apart', async () => {
    await stored();
    const other = await openVectorFile(folder, { id: 'fake@2', dimensions: 3 });
    expect(other.get('port')).toBeUndefined();
    await other.put([['port', vector(9, 9, 9)]]);
    expect(await known()).toEqual(ALL);
  });

  it('removes a record that was cut off, whatever its length, and goes on from there', async () => {
    const path = await stored();
    const bytes = await readFile(path);
    const lengths = fc.integer({ min: 0, max: bytes.length });
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        await writeFile(path, bytes.subarray(0, length));
        const whole = Math.floor(length / RECORD);
        expect(await known()).toEqual(ALL.map((value, at) => (at < whole ? value : undefined)));
        expect((await stat(path)).size).toBe(whole * RECORD);
        await (await openVectorFile(folder, EMBEDDER)).put(ENTRIES.slice(whole));
        expect(await known()).toEqual(ALL);
      }),
      { numRuns: 60 },
    );
  });

  it('skips a record with a flipped bit and keeps the others', async () => {
    const path = await stored();
    const bytes = await readFile(path);
    const places = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(places, async ({ at, bit }) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        await writeFile(path, damaged);
        const hit = Math.floor(at / RECORD);
        expect(await known()).toEqual(ALL.map((value, record) => (record === hit ? undefined : value)));
      }),
      { numRuns: 80 },
    );
  });

  it('takes a file of something else for no vectors', async () => {
    const path = await stored();
    await writeFile(
      path,
      'this is no cache of vectors at all, but a letter that someone put here by mistake',
    );
    expect(await known()).toEqual([undefined, undefined, undefined]);
  });

  it('lets the last of two equal texts win and serves it without a restart', async () => {
    const cache = await openVectorFile(folder, EMBEDDER);
    await cache.put([['a', vector(1, 0, 0)]]);
    await cache.put([['a', vector(0, 1, 0)]]);
    expect(cache.get('a')).toEqual(vector(0, 1, 0));
    expect((await openVectorFile(folder, EMBEDDER)).get('a')).toEqual(vector(0, 1, 0));
  });
});
