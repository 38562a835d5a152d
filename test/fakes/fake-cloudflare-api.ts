/**
 * A local FAKE of Cloudflare's HTTP API for R2 objects and Vectorize: no such service runs offline. Paths, methods, bodies and envelopes are
 * those that Cloudflare's own command line uses.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VECTORIZE_LIMITS, type VectorizeRecord } from '../../src/index/drivers/vectorize.ts';
import { FakeVectorize } from './fake-vectorize.ts';

export const FAKE_TOKEN = 'fake-token';
export const FAKE_ACCOUNT = 'fake-account';

interface Reply {
  readonly status: number;
  readonly body: string | Uint8Array;
}

const result = (value: unknown): Reply => ({
  status: 200,
  body: JSON.stringify({ success: true, errors: [], result: value }),
});
const failure = (status: number, message: string): Reply => ({
  status,
  body: JSON.stringify({ success: false, errors: [{ code: 10000, message }], result: null }),
});

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export class FakeCloudflareApi {
  readonly objects = new Map<string, Uint8Array>();
  readonly vectorize: FakeVectorize;
  /** `METHOD path` of every request, in order. */
  readonly requests: string[] = [];
  metric = 'cosine';
  /** Replies given instead of the real ones, by `METHOD path`, until each list is empty. */
  readonly failures = new Map<string, Reply[]>();
  /** Whether mutations take effect at the next question about them, as after some seconds. */
  settles = true;
  readonly #server: Server;

  constructor(dimensions: number, filterable: readonly string[] = ['document']) {
    this.vectorize = new FakeVectorize(dimensions, filterable);
    this.#server = createServer((request, response) => {
      void this.#answer(request, response);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => void this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  fail(request: string, ...statuses: readonly number[]): void {
    this.failures.set(
      request,
      statuses.map((status) => failure(status, 'as the test asked')),
    );
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.#reply(request);
    response.statusCode = status;
    response.end(body);
  }

  async #reply(request: IncomingMessage): Promise<Reply> {
    const body = await bodyOf(request);
    const path = (request.url ?? '').replace(`/accounts/${FAKE_ACCOUNT}`, '').split('?')[0] ?? '';
    const name = `${request.method} ${path}`;
    this.requests.push(name);
    if (request.headers.authorization !== `Bearer ${FAKE_TOKEN}`) return failure(403, 'Authentication error');
    const planned = this.failures.get(name)?.shift();
    if (planned) return planned;
    if (path.startsWith('/r2/buckets/lectern/objects/'))
      return this.#object(request.method ?? '', path, body);
    if (path.startsWith('/vectorize/v2/indexes/lectern')) return this.#vectors(name, request, body);
    return failure(404, 'not found');
  }

  #object(method: string, path: string, body: Buffer): Reply {
    const key = path.replace('/r2/buckets/lectern/objects/', '');
    if (method === 'PUT') {
      this.objects.set(key, new Uint8Array(body));
      return result({ key });
    }
    const held = this.objects.get(key);
    return held ? { status: 200, body: held } : failure(404, 'The specified key does not exist.');
  }

  async #vectors(name: string, request: IncomingMessage, body: Buffer): Promise<Reply> {
    const { vectorize } = this;
    if (name.endsWith('/metadata_index/list')) {
      return result({
        metadataIndexes: vectorize.indexed.map((propertyName) => ({ propertyName, indexType: 'Number' })),
      });
    }
    if (name.endsWith('/info')) {
      if (this.settles) vectorize.settle();
      return result({
        vectorCount: vectorize.count,
        processedUpToMutation: this.settles ? vectorize.mutation : null,
      });
    }
    if (name.startsWith('POST') && name.endsWith('/upsert')) return this.#upsert(request, body);
    return result({ name: 'lectern', config: { dimensions: vectorize.dimensions, metric: this.metric } });
  }

  async #upsert(request: IncomingMessage, body: Buffer): Promise<Reply> {
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
    const file = form.get('vectors');
    if (typeof file !== 'object' || file === null) return failure(400, 'vectors file missing');
    if (file.size > VECTORIZE_LIMITS.uploadBytes) return failure(413, 'upload exceeds 100 MB');
    const lines = (await file.text()).split('\n').filter(Boolean);
    try {
      const records = lines.map((line) => JSON.parse(line) as VectorizeRecord);
      return result(await this.vectorize.upsert(records, VECTORIZE_LIMITS.httpBatch));
    } catch (error) {
      return failure(400, String(error));
    }
  }
}
