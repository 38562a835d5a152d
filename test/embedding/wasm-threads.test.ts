/** Threads give the vectors that one thread gives, in the order of the texts, and say why where they cannot. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWasmEmbedderFromFolder } from '../../src/embedding/drivers/wasm-folder.ts';
import { startEmbeddingThreads } from '../../src/embedding/drivers/wasm-threads.ts';
import { embedTexts, type BulkEmbedder } from '../../src/embedding/embed-texts.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { TEXTS } from '../contracts/embedder.ts';
import { FakeEmbedder } from '../fakes/fake-embedder.ts';
import { modelPath } from './bundled-model.ts';
import { bundleThreadScript } from './thread-script.ts';

/** In the project, so that it finds the packages. */
const folder = mkdtempSync(join(import.meta.dirname, '.threads-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('embedding in threads', () => {
  let one: Embedder;
  let script: URL;
  const started: BulkEmbedder[] = [];
  const start = (threads: number, model = modelPath): BulkEmbedder => {
    const bulk = startEmbeddingThreads(model, one, { script, threads });
    started.push(bulk);
    return bulk;
  };
  beforeAll(async () => {
    one = await createWasmEmbedderFromFolder(modelPath);
    script = await bundleThreadScript(folder);
  });
  afterAll(async () => {
    await Promise.all(started.map((bulk) => bulk.close()));
  });

  it.each([1, 2, 3])('gives what one thread gives, with %i of them', async (threads) => {
    const { embedder } = start(threads);
    expect(embedder.id).toBe(one.id);
    for (const count of [0, 1, TEXTS.length]) {
      const texts = TEXTS.slice(0, count);
      expect(await embedder.embed(texts, 'query')).toEqual(await one.embed(texts, 'query'));
    }
    expect(await embedder.embed(TEXTS, 'passage')).toEqual(await one.embed(TEXTS, 'passage'));
  });

  it('fails with the model that it cannot read', async () => {
    const { embedder } = start(2, join(folder, 'no-model'));
    await expect(embedder.embed(TEXTS, 'query')).rejects.toThrow('manifest.json cannot be read');
  });

  it('is started for many texts alone, and closed after them', async () => {
    const log: string[] = [];
    const startBulk = (): BulkEmbedder => {
      log.push('start');
      const embedder = new FakeEmbedder({ maxBatch: 400 });
      return { embedder, close: async () => void log.push(`close after ${embedder.texts.length}`) };
    };
    const texts = Array.from({ length: 1000 }, (_, at) => `text ${at}`);
    const alone = new FakeEmbedder();
    const few = await embedTexts(texts.slice(1), 'query', alone, { startBulk });
    expect([few.embedded, alone.texts.length, log]).toEqual([999, 999, []]);
    const many = await embedTexts(texts, 'query', new FakeEmbedder({ failsOn: () => true }), { startBulk });
    expect(log).toEqual(['start', 'close after 1000']);
    expect(many.vectors[999]).toEqual(few.vectors[998]);
  });
});
