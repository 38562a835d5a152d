/** The Workers AI embedder on a fake of the binding, and its HTTP form on a local server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createWorkersAiEmbedder, workersAiOverHttp } from '../../src/embedding/drivers/workers-ai.ts';
import { embedTexts } from '../../src/embedding/embed-texts.ts';
import { dot } from '../../src/embedding/vector.ts';
import { FakeWorkersAi } from '../fakes/fake-workers-ai.ts';

const fail = (output: unknown) =>
  createWorkersAiEmbedder({ binding: { run: async () => output }, dimensions: 2 }).embed(['a'], 'query');

describe('the Workers AI embedder', () => {
  it('gives normalised vectors in the order of the texts', async () => {
    const embedder = createWorkersAiEmbedder({ binding: new FakeWorkersAi() });
    const [first, second, again] = await embedder.embed(
      ['贸易额 2024', 'trade volume', '贸易额 2024'],
      'passage',
    );
    if (!first || !second || !again) throw new Error('three vectors expected');
    expect(embedder.dimensions).toBe(1024);
    expect(dot(first, first)).toBeCloseTo(1, 5);
    expect(dot(first, again)).toBeCloseTo(1, 5);
    expect(dot(first, second)).toBeLessThan(0.5);
  });

  it('sends no more texts a call than the service takes, and none that are empty', async () => {
    const binding = new FakeWorkersAi(64);
    const embedder = createWorkersAiEmbedder({ binding, dimensions: 64 });
    const texts = Array.from({ length: 250 }, (_, index) => (index % 50 === 0 ? ' — ' : `text ${index}`));
    const { vectors } = await embedTexts(texts, 'passage', embedder);
    expect(vectors).toHaveLength(250);
    expect(vectors[50]).toEqual(new Float32Array(64));
    expect(Math.max(...binding.batches.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('names its model in its id, so that indexes of other models are refused', () => {
    const binding = new FakeWorkersAi();
    expect(createWorkersAiEmbedder({ binding }).id).toBe('workers-ai:@cf/baai/bge-m3');
    expect(createWorkersAiEmbedder({ binding, model: '@cf/qwen/qwen3-embedding-0.6b' }).id).toContain(
      'qwen3',
    );
  });

  it('says what was wrong with an answer', async () => {
    await expect(fail({ response: 'hello' })).rejects.toThrow('without "data"');
    await expect(fail({ data: [[1, 2, 3]] })).rejects.toThrow('gave 3 dimensions, expected 2');
    await expect(fail({ data: [] })).rejects.toThrow('0 vectors for 1 texts');
  });
});

describe('Workers AI over HTTP', () => {
  it('sends the token and unwraps the result, and tells why the service refused', async () => {
    const fake = new FakeWorkersAi(16);
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const allowed =
          request.headers.authorization === 'Bearer secret' &&
          request.url === '/accounts/acc/ai/run/@cf/baai/bge-m3';
        response.statusCode = allowed ? 200 : 403;
        const input = JSON.parse(Buffer.concat(chunks).toString()) as { text: string[] };
        response.end(
          JSON.stringify(
            allowed
              ? { success: true, result: await fake.run('', input) }
              : { errors: [{ message: 'bad token' }] },
          ),
        );
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const good = workersAiOverHttp({ accountId: 'acc', token: 'secret', api });
      const [vector] = await createWorkersAiEmbedder({ binding: good, dimensions: 16 }).embed(
        ['hello'],
        'query',
      );
      expect(vector).toHaveLength(16);
      const bad = workersAiOverHttp({ accountId: 'acc', token: 'wrong', api });
      await expect(bad.run('@cf/baai/bge-m3', { text: ['a'] })).rejects.toThrow('status 403: bad token');
    } finally {
      server.close();
    }
  });
});
