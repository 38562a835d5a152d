/** Node driver of the Embedder port: ONNX models through transformers.js, bundled or from the hub's cache. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, basename, join, resolve } from 'node:path';
import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { z } from 'zod';
import type { Embedder, TextRole } from '../embedder.ts';
import { CONTROL_TOKENS, escapeControlTokens } from '../escape-control-tokens.ts';
import { ModelError } from '../model-error.ts';
import { embedderId, knownPrefixes, ModelManifest } from '../model-manifest.ts';

export interface TransformersOptions {
  /** A folder with `config.json`, `tokenizer.json` and `onnx/model_quantized.onnx`, or the name of a hub model. */
  readonly model: string;
  /** Where hub models are kept. */
  readonly cacheFolder?: string;
  /** Never touch the network; a hub model must be in the cache already. Default true. */
  readonly offline?: boolean;
}

/** One text's output: [1, tokens, width]. */
const HiddenStates = z.object({
  last_hidden_state: z.object({ data: z.instanceof(Float32Array), dims: z.array(z.number()) }),
});

interface Card {
  readonly id: string;
  readonly query: string;
  readonly passage: string;
}

/** Loads and checks the model. @throws {ModelError} when files are missing or damaged. */
export async function createTransformersEmbedder(options: TransformersOptions): Promise<Embedder> {
  const bundled = existsSync(join(options.model, 'config.json'));
  const card = bundled ? await checkedCard(options.model) : hubCard(options.model);
  const pipe = await loadPipeline(options, bundled);
  const dimensions = (await run(pipe, 'dimensions')).length;
  return {
    id: card.id,
    dimensions,
    // Padding to the longest text of a batch costs more than a call: measured, one text a call is fastest here.
    maxBatch: 8,
    async embed(texts, role) {
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await embedOne(pipe, prefixed(text, role, card), dimensions));
      return vectors;
    },
  };
}

function prefixed(text: string, role: TextRole, card: Card): string {
  return (role === 'query' ? card.query : card.passage) + text;
}

/** Checks every file against the manifest before native code reads it. */
async function checkedCard(folder: string): Promise<Card> {
  const mend = 'restore it with "git checkout -- models" or set LECTERN_MODEL to another model';
  const raw = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  if (raw === null) return { id: basename(resolve(folder)), ...knownPrefixes(folder) };
  const manifest = parseManifest(folder, raw, mend);
  for (const [file, expected] of Object.entries(manifest.files)) {
    const bytes = await readFile(join(folder, file)).catch((cause: unknown) => {
      throw new ModelError(folder, `the file ${file} is missing`, mend, { cause });
    });
    const actual = createHash('sha256').update(bytes).digest('hex');
    if (actual !== expected) {
      throw new ModelError(
        folder,
        `the file ${file} has checksum ${actual.slice(0, 12)}…, expected ${expected.slice(0, 12)}…`,
        mend,
      );
    }
  }
  return { id: embedderId(manifest), query: manifest.queryPrefix, passage: manifest.passagePrefix };
}

function parseManifest(folder: string, raw: string, mend: string): ModelManifest {
  try {
    return ModelManifest.parse(JSON.parse(raw));
  } catch (cause) {
    throw new ModelError(folder, 'its manifest.json cannot be read', mend, { cause });
  }
}

function hubCard(model: string): Card {
  return { id: model, ...knownPrefixes(model) };
}

async function loadPipeline(
  options: TransformersOptions,
  bundled: boolean,
): Promise<FeatureExtractionPipeline> {
  const { env, pipeline } = await import('@xenova/transformers');
  const offline = bundled || (options.offline ?? true);
  env.allowRemoteModels = !offline;
  if (bundled) env.localModelPath = dirname(resolve(options.model));
  else if (options.cacheFolder) env.cacheDir = options.cacheFolder;
  const name = bundled ? basename(resolve(options.model)) : options.model;
  try {
    return await pipeline('feature-extraction', name, { quantized: true });
  } catch (cause) {
    const mend = offline
      ? 'put its files there, or allow the download with LECTERN_OFFLINE=0'
      : 'check the name and the network';
    throw new ModelError(options.model, `it cannot be loaded (${firstLine(cause)})`, mend, { cause });
  }
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
}

async function embedOne(
  pipe: FeatureExtractionPipeline,
  text: string,
  dimensions: number,
): Promise<Float32Array> {
  const safe = neutralised(pipe, text);
  // Without letter or digit a text may have no token at all, which the runtime cannot take.
  if (!/[\p{L}\p{N}]/u.test(safe) && tokenCount(pipe, safe) === 0) return new Float32Array(dimensions);
  return run(pipe, safe);
}

/** A literal `<pad>` in a text would be read as the special token: it is taken apart. */
function neutralised(pipe: FeatureExtractionPipeline, text: string): string {
  const special: readonly string[] = pipe.tokenizer.special_tokens ?? [];
  return escapeControlTokens(text, [...CONTROL_TOKENS, ...special]);
}

function tokenCount(pipe: FeatureExtractionPipeline, text: string): number {
  const ids: unknown = pipe.tokenizer.encode(text);
  return Array.isArray(ids) ? ids.length : 0;
}

/**
 * Mean of the last hidden states, scaled to length one. The pipeline's own pooling gives the same and takes longer than the
 * network: it reads every number through an accessor.
 */
async function run({ tokenizer, model }: FeatureExtractionPipeline, text: string): Promise<Float32Array> {
  const output: unknown = await model(tokenizer(text, { truncation: true }));
  const states = HiddenStates.safeParse(output);
  if (!states.success) throw new Error('the model gives no last_hidden_state of float32 numbers');
  const { data, dims } = states.data.last_hidden_state;
  const [rows = 0, width = 0] = dims.slice(1);
  const sums = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < width; at++) sums[at] = sums[at]! + data[row * width + at]!;
  }
  const length = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(sums, (value) => (length > 0 ? value / length : 0));
}
