/** The WASM driver in several threads: for tens of thousands of texts at once, as an ingestion with lists of questions has. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BulkEmbedder } from '../embed-texts.ts';
import type { Embedder, TextRole } from '../embedder.ts';

/** What a thread is sent, one at a time. */
export interface ThreadTask {
  readonly texts: readonly string[];
  readonly role: TextRole;
}

export interface ThreadReply {
  /** One row a text, end to end. */
  readonly rows: Float32Array;
}

/** More take memory, some 60 MB each, and wait for one another. */
const MOST_THREADS = 4;
/** Texts a thread gets at a time: what a killed process loses. */
const PORTION = 64;
/** Beside the bundled program. */
const SCRIPT = new URL('./embedding-thread.js', import.meta.url);

/** Threads need their script, which only a build has. */
export function bulkAvailable(): boolean {
  return existsSync(SCRIPT);
}

/**
 * Threads for a model of the bundled architecture in `folder`; `model` is the same model in this thread.
 * @throws {Error} where a thread cannot start or dies.
 */
export function startEmbeddingThreads(
  folder: string,
  model: Pick<Embedder, 'id' | 'dimensions'>,
  { script = SCRIPT, threads = Math.min(MOST_THREADS, availableParallelism()) }: ThreadOptions = {},
): BulkEmbedder {
  const workers = Array.from({ length: threads }, () => new Worker(script, { workerData: folder }));
  const ask = async (worker: Worker, task: ThreadTask): Promise<Float32Array[]> => {
    if (task.texts.length === 0) return [];
    // A thread that dies while it starts or works rejects this with its error.
    const reply = once(worker, 'message');
    // oxlint-disable-next-line require-post-message-target-origin -- a thread, not a window: it has no origin
    worker.postMessage(task);
    const [{ rows }] = (await reply) as [ThreadReply];
    return task.texts.map((_, at) => rows.slice(at * model.dimensions, (at + 1) * model.dimensions));
  };
  return {
    embedder: {
      id: model.id,
      dimensions: model.dimensions,
      maxBatch: PORTION * threads,
      async embed(texts, role) {
        const each = Math.ceil(texts.length / threads);
        const parts = workers.map((worker, at) =>
          ask(worker, { texts: texts.slice(at * each, (at + 1) * each), role }),
        );
        return (await Promise.all(parts)).flat();
      },
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

export interface ThreadOptions {
  /** Bundled `entries/embedding-thread.ts`. */
  readonly script?: URL;
  readonly threads?: number;
}
