/** Embedding many texts: within the limit, each once, in order, kept as it goes. */
import { describe, expect, it } from 'vitest';
import { embedTexts, type VectorCache } from '../../src/embedding/embed-texts.ts';
import { FakeEmbedder } from '../fakes/fake-embedder.ts';

function memoryCache(): VectorCache & { readonly known: Map<string, Float32Array>; readonly puts: number[] } {
  const known = new Map<string, Float32Array>();
  const puts: number[] = [];
  return {
    known,
    puts,
    get: (text) => known.get(text),
    async put(entries) {
      puts.push(entries.length);
      for (const [text, vector] of entries) known.set(text, vector);
    },
  };
}

describe('embedTexts', () => {
  it('obeys the limit, embeds equal texts once and returns vectors in the order asked', async () => {
    const embedder = new FakeEmbedder({ maxBatch: 3 });
    const texts = ['a', 'b', 'a', 'c', 'd', 'b', 'e'];
    const { vectors, embedded } = await embedTexts(texts, 'passage', embedder);
    expect(embedder.calls.map(({ texts }) => texts)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
    expect(embedder.calls.every(({ role }) => role === 'passage')).toBe(true);
    expect(embedded).toBe(5);
    for (const [at, text] of texts.entries()) {
      expect(vectors[at]).toEqual((await new FakeEmbedder().embed([text], 'passage'))[0]);
    }
  });

  it('asks only for what the cache lacks, and tells how far it is', async () => {
    const cache = memoryCache();
    await embedTexts(['a', 'b'], 'passage', new FakeEmbedder(), { cache });
    const embedder = new FakeEmbedder({ maxBatch: 2 });
    const progress: (readonly number[])[] = [];
    const onProgress = (done: number, total: number) => void progress.push([done, total]);
    const { embedded } = await embedTexts(['b', 'c', 'a', 'd', 'e'], 'passage', embedder, {
      cache,
      onProgress,
    });
    expect(embedder.texts).toEqual(['c', 'd', 'e']);
    expect(embedded).toBe(3);
    expect(progress).toEqual([
      [2, 3],
      [3, 3],
    ]);
  });

  it('has kept the batches before the one that fails', async () => {
    const cache = memoryCache();
    const embedder = new FakeEmbedder({ maxBatch: 2, failsOn: (text) => text === 'e' });
    await expect(embedTexts(['a', 'b', 'c', 'd', 'e'], 'passage', embedder, { cache })).rejects.toThrow(
      '"e"',
    );
    expect([...cache.known.keys()]).toEqual(['a', 'b', 'c', 'd']);
    expect(cache.puts).toEqual([2, 2]);
  });

  it('does not hide an embedder that returns too few vectors', async () => {
    const short = { id: 'short', dimensions: 2, maxBatch: 8, embed: async () => [new Float32Array(2)] };
    await expect(embedTexts(['a', 'b'], 'query', short)).rejects.toThrow(
      'the embedder returned 1 vectors, none for text 2',
    );
  });

  it('does nothing for nothing', async () => {
    const embedder = new FakeEmbedder();
    expect(await embedTexts([], 'query', embedder)).toEqual({ vectors: [], embedded: 0 });
    expect(embedder.calls).toEqual([]);
  });
});
