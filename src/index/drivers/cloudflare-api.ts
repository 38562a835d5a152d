/** Cloudflare's HTTP API as far as `lectern push` needs it: objects of an R2 bucket and vectors of a Vectorize index. */
import { z } from 'zod';
import type { VectorizeRecord } from './vectorize.ts';

export interface CloudflareAccount {
  readonly accountId: string;
  /** Needs the permissions “Workers R2 Storage: Edit” and “Vectorize: Edit”. */
  readonly token: string;
  /** Default: Cloudflare's public API. */
  readonly api?: string;
  /** Waits between attempts, in milliseconds. Default: 0.5, 2, 8 and 30 seconds. */
  readonly retryDelays?: readonly number[];
}

/** A refusal that repeating would not change, in one line with Cloudflare's own reason. */
export class CloudflareApiError extends Error {
  override readonly name = 'CloudflareApiError';
  readonly status: number;

  constructor(what: string, status: number, reason: string) {
    super(`Cloudflare refused to ${what}: status ${status}${reason ? `, ${reason}` : ''}`);
    this.status = status;
  }
}

export interface VectorIndexDescription {
  readonly dimensions: number;
  readonly metric: string;
  /** Names of the metadata members that can be filtered. */
  readonly filterable: readonly string[];
}

export interface CloudflareApi {
  /** Null where there is no such object. */
  getObject(bucket: string, key: string): Promise<Uint8Array | null>;
  putObject(bucket: string, key: string, bytes: Uint8Array): Promise<void>;
  describeIndex(index: string): Promise<VectorIndexDescription>;
  /** Returns the id of the mutation, which takes effect later. */
  upsertVectors(index: string, records: readonly VectorizeRecord[]): Promise<string>;
  /** Id of the last mutation in effect, or null where there was none. */
  processedMutation(index: string): Promise<string | null>;
}

const DEFAULT_API = 'https://api.cloudflare.com/client/v4';
const DEFAULT_DELAYS = [500, 2000, 8000, 30_000];
const TIMEOUT_MS = 120_000;

const Failure = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });
const Index = z.object({ config: z.object({ dimensions: z.int(), metric: z.string() }) });
const MetadataIndexes = z.object({ metadataIndexes: z.array(z.object({ propertyName: z.string() })) });
const Mutation = z.object({ mutationId: z.union([z.string(), z.number()]).transform(String) });
const Info = z.object({
  processedUpToMutation: z.union([z.string(), z.number()]).transform(String).nullish(),
});

const transient = (status: number): boolean => status === 429 || status >= 500;

async function reasonOf(response: Response): Promise<string> {
  const parsed = Failure.safeParse(await response.json().catch(() => null));
  return parsed.success ? (parsed.data.errors[0]?.message ?? '') : '';
}

function resultOf<T>(schema: z.ZodType<T>, body: unknown, what: string): T {
  const result = typeof body === 'object' && body !== null && 'result' in body ? body.result : null;
  const parsed = schema.safeParse(result);
  if (!parsed.success) throw new Error(`Cloudflare's answer to ${what} has another shape than documented`);
  return parsed.data;
}

/** Sends requests to one account, repeats what fails for a while, and unwraps Cloudflare's envelope. */
class AccountCaller {
  readonly #base: string;
  readonly #token: string;
  readonly #delays: readonly number[];

  constructor({ accountId, token, api, retryDelays }: CloudflareAccount) {
    this.#base = `${api ?? DEFAULT_API}/accounts/${accountId}`;
    this.#token = token;
    this.#delays = retryDelays ?? DEFAULT_DELAYS;
  }

  /** The response, good or refused. All calls here may be repeated: they put or read, nothing adds up. */
  async call(what: string, path: string, init: RequestInit = {}): Promise<Response> {
    for (const delay of this.#delays) {
      const response = await this.#send(path, init).catch(() => null);
      if (response && !transient(response.status)) return response;
      const asked = Number(response?.headers.get('Retry-After'));
      await new Promise((resolve) => setTimeout(resolve, asked > 0 ? Math.min(asked * 1000, 60_000) : delay));
    }
    const response = await this.#send(path, init);
    if (transient(response.status)) throw await refusal(what, response);
    return response;
  }

  async read<T>(what: string, schema: z.ZodType<T>, path: string, init?: RequestInit): Promise<T> {
    const response = await this.call(what, path, init);
    if (!response.ok) throw await refusal(what, response);
    return resultOf(schema, await response.json(), what);
  }

  #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${this.#token}`);
    return fetch(`${this.#base}${path}`, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  }
}

async function refusal(what: string, response: Response): Promise<CloudflareApiError> {
  return new CloudflareApiError(what, response.status, await reasonOf(response));
}

const objectPath = (bucket: string, key: string): string => `/r2/buckets/${bucket}/objects/${key}`;
const indexPath = (index: string, part: string): string => `/vectorize/v2/indexes/${index}${part}`;

export function createCloudflareApi(account: CloudflareAccount): CloudflareApi {
  const caller = new AccountCaller(account);
  return {
    async getObject(bucket, key) {
      const response = await caller.call(`read ${key}`, objectPath(bucket, key));
      if (response.status === 404) return null;
      if (!response.ok) throw await refusal(`read ${key}`, response);
      return new Uint8Array(await response.arrayBuffer());
    },
    async putObject(bucket, key, bytes) {
      const init = { method: 'PUT', body: bytes as BodyInit };
      const response = await caller.call(`store ${key}`, objectPath(bucket, key), init);
      if (!response.ok) throw await refusal(`store ${key}`, response);
    },
    async describeIndex(index) {
      const { config } = await caller.read(`describe index ${index}`, Index, indexPath(index, ''));
      const filters = indexPath(index, '/metadata_index/list');
      const { metadataIndexes } = await caller.read(`list filters of ${index}`, MetadataIndexes, filters);
      return { ...config, filterable: metadataIndexes.map(({ propertyName }) => propertyName) };
    },
    async upsertVectors(index, records) {
      const form = new FormData();
      const lines = records.map((record) => JSON.stringify(record)).join('\n');
      form.append('vectors', new File([lines], 'vectors.ndjson', { type: 'application/x-ndjson' }));
      const path = indexPath(index, '/upsert?unparsable-behavior=error');
      return (await caller.read('store vectors', Mutation, path, { method: 'POST', body: form })).mutationId;
    },
    async processedMutation(index) {
      return (
        (await caller.read(`ask about ${index}`, Info, indexPath(index, '/info'))).processedUpToMutation ??
        null
      );
    },
  };
}
