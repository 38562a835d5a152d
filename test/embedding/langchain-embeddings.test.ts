/** Our embedder under LangChain: as `Embeddings`, and beneath the vector store of its community package. */
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import { Embeddings } from '@langchain/core/embeddings';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTransformersEmbedder } from '../../src/embedding/drivers/transformers.ts';
import { LecternEmbeddings } from '../../src/embedding/langchain-embeddings.ts';
import { hnswlibAvailable } from '../../src/index/drivers/hnswlib.ts';
import { FakeEmbedder } from '../fakes/fake-embedder.ts';
import { modelPath } from './bundled-model.ts';

describe('LecternEmbeddings', () => {
  it('is an Embeddings that embeds any number of documents within the embedder’s limit', async () => {
    const embedder = new FakeEmbedder({ maxBatch: 3 });
    const embeddings = new LecternEmbeddings({ embedder });
    expect(embeddings).toBeInstanceOf(Embeddings);
    const texts = ['a', 'b', 'c', 'a', 'd'];
    const vectors = await embeddings.embedDocuments(texts);
    expect(embedder.calls.map(({ texts, role }) => [texts.length, role])).toEqual([
      [3, 'passage'],
      [1, 'passage'],
    ]);
    for (const [at, text] of texts.entries()) {
      expect(vectors[at]).toEqual([...((await new FakeEmbedder().embed([text], 'passage'))[0] ?? [])]);
    }
  });

  it('embeds a question as a query, and shows a fault as it is', async () => {
    const embedder = new FakeEmbedder({ failsOn: (text) => text === 'bad' });
    const embeddings = new LecternEmbeddings({ embedder });
    expect(await embeddings.embedQuery('why?')).toHaveLength(embedder.dimensions);
    expect(embedder.calls).toEqual([{ texts: ['why?'], role: 'query' }]);
    await expect(embeddings.embedDocuments(['good', 'bad'])).rejects.toThrow('"bad"');
  });

  it('uses a cache for documents', async () => {
    const known = new Map<string, Float32Array>([['a', Float32Array.of(1, 0)]]);
    const cache = {
      get: (text: string) => known.get(text),
      put: async (entries: readonly (readonly [string, Float32Array])[]) => {
        for (const [text, vector] of entries) known.set(text, vector);
      },
    };
    const embedder = new FakeEmbedder({ dimensions: 2 });
    const embeddings = new LecternEmbeddings({ embedder, cache });
    expect((await embeddings.embedDocuments(['a', 'b']))[0]).toEqual([1, 0]);
    expect(embedder.texts).toEqual(['b']);
    expect(known.has('b')).toBe(true);
  });
});

const { available, reason } = await hnswlibAvailable();
const SENTENCES = [
  '从高校选拔998名志愿者,服务于新闻中心、迎送场站。',
  '天津港与180多个国家和地区的500多个港口有贸易往来。',
  'The new quay is 420 metres long.',
  'Паром откроют четвёртого мая.',
];

describe.skipIf(!available)(
  `LangChain’s HNSWLib over our model${available ? '' : ` (skipped: ${reason})`}`,
  () => {
    let store: HNSWLib;
    beforeAll(async () => {
      const embeddings = new LecternEmbeddings({
        embedder: await createTransformersEmbedder({ model: modelPath }),
      });
      store = new HNSWLib(embeddings, { space: 'cosine' });
      const documents = SENTENCES.map((pageContent, at) => new Document({ pageContent, metadata: { at } }));
      await store.addDocuments(documents);
    });

    it.each([
      ['How many volunteers were selected?', 0],
      ['Сколько добровольцев отобрали из вузов?', 0],
      ['How long is the quay?', 2],
      ['What will open on the fourth of May?', 3],
    ])('finds across languages: %s', async (question, at) => {
      const [found] = await store.similaritySearch(question, 1);
      expect(found?.metadata['at']).toBe(at);
    });

    it('measures the distances that our vectors have', async () => {
      const [[found, distance] = []] = await store.similaritySearchWithScore(
        'The new quay is 420 metres long.',
        1,
      );
      expect(found?.metadata['at']).toBe(2);
      expect(distance).toBeCloseTo(0, 3);
    });
  },
);
