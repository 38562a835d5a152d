/** The bindings and variables of the Worker as wrangler.toml declares them; all but `ASSETS` may be absent. */
import type { VectorizeBinding } from '../index/drivers/vectorize.ts';
import type { AssetsBinding } from './worker-assets.ts';

export interface RateLimitBinding {
  limit(request: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

export interface BucketBinding {
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
}

/** Workers AI, as the embedding and the chat driver each need it. */
export interface AiBinding {
  run(model: string, input: object): Promise<unknown>;
}

export interface WorkerEnvironment {
  readonly ASSETS: AssetsBinding;
  /** R2 bucket that `lectern push` fills; without it, or while it is empty, the snapshot of the assets is served. */
  readonly SNAPSHOTS?: BucketBinding;
  readonly VECTORIZE?: VectorizeBinding;
  readonly AI?: AiBinding;
  readonly ASK_LIMIT?: RateLimitBinding;
  /** `bundled` (default) or a model of Workers AI, such as `@cf/baai/bge-m3`. */
  readonly LECTERN_EMBEDDER?: string;
  /** `exact` (default: the Worker searches the snapshot's vectors) or `vectorize`. */
  readonly LECTERN_INDEX?: string;
  /** Model of Workers AI that words the answers; without it they are extractive. */
  readonly LECTERN_CHAT_MODEL?: string;
  /** Sites that may call the API, separated by commas; default `*`. */
  readonly LECTERN_ORIGINS?: string;
  /** Sites that may frame `/embed`, separated by commas. */
  readonly LECTERN_FRAME_ANCESTORS?: string;
  /** Names the deployment, so that answers of older code are not taken from the cache. */
  readonly VERSION?: { readonly id: string };
}

/** What keeps work going after a response is sent. */
export interface WorkerContext {
  waitUntil(promise: Promise<unknown>): void;
}
