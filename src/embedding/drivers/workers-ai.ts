/** Embedder on Cloudflare Workers AI: through the binding in a Worker, over HTTP where the index is built. */
import { z } from 'zod';
import type { Embedder } from '../embedder.ts';
import { normalised } from '../vector.ts';

/** What this needs of the `AI` binding. */
export interface WorkersAiBinding {
  run(model: string, input: { readonly text: readonly string[] }): Promise<unknown>;
}

export interface WorkersAiOptions {
  readonly binding: WorkersAiBinding;
  /** Default: bge-m3, which Cloudflare serves for more than 100 languages. */
  readonly model?: string;
  /** Length of the model's vectors. Default: 1024, that of bge-m3. */
  readonly dimensions?: number;
}

const DEFAULT_MODEL = '@cf/baai/bge-m3';
const DEFAULT_DIMENSIONS = 1024;
/** Documented limit of texts in one call. */
const MAX_BATCH = 100;
const HTTP_TIMEOUT_MS = 60_000;

const Output = z.object({ data: z.array(z.array(z.number())) });

function vectorsOf(output: unknown, count: number, model: string, dimensions: number): Float32Array[] {
  const parsed = Output.safeParse(output);
  if (!parsed.success) throw new Error(`Workers AI: ${model} answered without "data"`);
  const { data } = parsed.data;
  const wrong = data.find((values) => values.length !== dimensions);
  if (wrong) throw new Error(`Workers AI: ${model} gave ${wrong.length} dimensions, expected ${dimensions}`);
  if (data.length !== count)
    throw new Error(`Workers AI: ${model} gave ${data.length} vectors for ${count} texts`);
  return data.map((values) => normalised(Float32Array.from(values)));
}

/** Texts without a letter or digit are not sent and yield zero vectors: the service refuses empty ones. */
export function createWorkersAiEmbedder(options: WorkersAiOptions): Embedder {
  const { binding, model = DEFAULT_MODEL, dimensions = DEFAULT_DIMENSIONS } = options;
  return {
    id: `workers-ai:${model}`,
    dimensions,
    maxBatch: MAX_BATCH,
    async embed(texts) {
      const sendable = texts.flatMap((text, index) => (/[\p{L}\p{N}]/u.test(text) ? [index] : []));
      const vectors: Float32Array[] = texts.map(() => new Float32Array(dimensions));
      if (sendable.length === 0) return vectors;
      const output = await binding.run(model, { text: sendable.map((index) => texts[index] ?? '') });
      const found = vectorsOf(output, sendable.length, model, dimensions);
      for (const [position, index] of sendable.entries())
        vectors[index] = found[position] ?? new Float32Array(dimensions);
      return vectors;
    },
  };
}

export interface WorkersAiAccount {
  readonly accountId: string;
  readonly token: string;
  /** Default: Cloudflare's public API. */
  readonly api?: string;
}

/** The same calls over HTTP, for `lectern ingest` on a machine that is no Worker. */
export function workersAiOverHttp(account: WorkersAiAccount): WorkersAiBinding {
  const base = `${account.api ?? 'https://api.cloudflare.com/client/v4'}/accounts/${account.accountId}/ai/run`;
  return {
    async run(model, input) {
      const response = await fetch(`${base}/${model}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${account.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(HTTP_TIMEOUT_MS),
      });
      const body: unknown = await response.json().catch(() => null);
      if (!response.ok)
        throw new Error(`Workers AI: ${model} answered with status ${response.status}${reasonOf(body)}`);
      return typeof body === 'object' && body !== null && 'result' in body ? body.result : null;
    },
  };
}

const Failure = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

function reasonOf(body: unknown): string {
  const parsed = Failure.safeParse(body);
  return parsed.success ? `: ${parsed.data.errors[0]?.message ?? ''}` : '';
}
