/** Node driver of the Embedder port: ONNX models through transformers.js, bundled or from the hub's cache. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, basename, join, resolve } from 'node:path';
import type { Embedder, TextRole } from '../embedder.ts';
import { ModelError } from '../model-error.ts';
import { embedderId, knownPrefixes, ModelManifest } from '../model-manifest.ts';
import { loadOwn, loadPipeline, type TextNetwork } from './transformers-network.ts';

export interface TransformersOptions {
  /** A folder with `config.json`, `tokenizer.json` and `onnx/model_quantized.onnx`, or the name of a hub model. */
  readonly model: string;
  /** Where hub models are kept. */
  readonly cacheFolder?: string;
  /** Never touch the network; a hub model must be in the cache already. Default true. */
  readonly offline?: boolean;
}

interface Card {
  readonly id: string;
  readonly query: string;
  readonly passage: string;
  /** Most tokens, where our own tokenizer reads the model's texts; null for those of others. */
  readonly ownTokens: number | null;
}

/** Loads and checks the model. @throws {ModelError} when files are missing or damaged. */
export async function createTransformersEmbedder(options: TransformersOptions): Promise<Embedder> {
  const bundled = existsSync(join(options.model, 'config.json'));
  const card = bundled ? await checkedCard(options.model) : hubCard(options.model);
  const network = await loadNetwork(options, bundled, card);
  const dimensions = (await network('dimensions'))?.length ?? 0;
  return {
    id: card.id,
    dimensions,
    // Padding to the longest text of a batch costs more than a call: measured, one text a call is fastest here.
    maxBatch: 8,
    async embed(texts, role) {
      const vectors: Float32Array[] = [];
      for (const text of texts)
        vectors.push((await network(prefixed(text, role, card))) ?? new Float32Array(dimensions));
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
  if (raw === null) return { id: basename(resolve(folder)), ...knownPrefixes(folder), ownTokens: null };
  const manifest = parseManifest(folder, raw, mend);
  for (const [file, expected] of Object.entries(manifest.files)) {
    const actual = await checksum(join(folder, file)).catch((cause: unknown) => {
      throw new ModelError(folder, `the file ${file} is missing`, mend, { cause });
    });
    if (actual !== expected) {
      throw new ModelError(
        folder,
        `the file ${file} has checksum ${actual.slice(0, 12)}…, expected ${expected.slice(0, 12)}…`,
        mend,
      );
    }
  }
  return {
    id: embedderId(manifest),
    query: manifest.queryPrefix,
    passage: manifest.passagePrefix,
    ownTokens: manifest.architecture?.tokenizer === 'unigram' ? manifest.maxTokens : null,
  };
}

/** SHA-256 of a file, piece by piece: the weights need not lie in memory twice. */
async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece);
  return hash.digest('hex');
}

function parseManifest(folder: string, raw: string, mend: string): ModelManifest {
  try {
    return ModelManifest.parse(JSON.parse(raw));
  } catch (cause) {
    throw new ModelError(folder, 'its manifest.json cannot be read', mend, { cause });
  }
}

function hubCard(model: string): Card {
  return { id: model, ...knownPrefixes(model), ownTokens: null };
}

async function loadNetwork(
  options: TransformersOptions,
  bundled: boolean,
  { ownTokens }: Card,
): Promise<TextNetwork> {
  const { env } = await import('@xenova/transformers');
  const offline = bundled || (options.offline ?? true);
  env.allowRemoteModels = !offline;
  if (bundled) env.localModelPath = dirname(resolve(options.model));
  else if (options.cacheFolder) env.cacheDir = options.cacheFolder;
  const name = bundled ? basename(resolve(options.model)) : options.model;
  try {
    return await (ownTokens === null ? loadPipeline(name) : loadOwn(name, options.model, ownTokens));
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
