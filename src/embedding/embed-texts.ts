/** Embeds any number of texts within an embedder's limits, reusing vectors that are already known. */
import type { Embedder, TextRole } from './embedder.ts';

/** PORT: keeps vectors by text between runs, for one embedder. */
export interface VectorCache {
  get(text: string): Float32Array | undefined;
  /** Stored at once, so that a killed process loses at most the batch in flight. */
  put(entries: readonly (readonly [text: string, vector: Float32Array])[]): Promise<void>;
}

export interface BulkEmbedder {
  readonly embedder: Embedder;
  close(): Promise<void>;
}

/** So many are worth its start. */
const MANY = 1000;

export interface EmbedOptions {
  readonly cache?: VectorCache;
  /** Starts an embedder that is quicker for many texts, with the same vectors. */
  readonly startBulk?: () => BulkEmbedder;
  /** Called after every batch with the number of texts done so far. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** One vector per text, in the order given; equal texts are embedded once. */
export async function embedTexts(
  texts: readonly string[],
  role: TextRole,
  embedder: Embedder,
  { cache, startBulk, onProgress }: EmbedOptions = {},
): Promise<{ readonly vectors: readonly Float32Array[]; readonly embedded: number }> {
  const known = new Map<string, Float32Array>();
  for (const text of texts) {
    const vector = cache?.get(text);
    if (vector) known.set(text, vector);
  }
  const missing = [...new Set(texts)].filter((text) => !known.has(text));
  const bulk = missing.length >= MANY ? startBulk?.() : undefined;
  const working = bulk?.embedder ?? embedder;
  try {
    for (let start = 0; start < missing.length; start += working.maxBatch) {
      const batch = missing.slice(start, start + working.maxBatch);
      const vectors = await working.embed(batch, role);
      const entries = batch.map((text, index) => [text, vectorAt(vectors, index)] as const);
      for (const [text, vector] of entries) known.set(text, vector);
      await cache?.put(entries);
      onProgress?.(start + batch.length, missing.length);
    }
  } finally {
    await bulk?.close();
  }
  return { vectors: texts.map((text) => known.get(text) ?? new Float32Array()), embedded: missing.length };
}

/** The same as one matrix: rows of `dimensions` numbers, end to end, in the order of the texts. */
export async function embedRows(
  texts: readonly string[],
  role: TextRole,
  embedder: Embedder,
  options: EmbedOptions = {},
): Promise<{ readonly rows: Float32Array; readonly embedded: number }> {
  const { vectors, embedded } = await embedTexts(texts, role, embedder, options);
  const rows = new Float32Array(vectors.length * embedder.dimensions);
  for (const [at, vector] of vectors.entries()) rows.set(vector, at * embedder.dimensions);
  return { rows, embedded };
}

function vectorAt(vectors: readonly Float32Array[], index: number): Float32Array {
  const vector = vectors[index];
  if (!vector) throw new Error(`the embedder returned ${vectors.length} vectors, none for text ${index + 1}`);
  return vector;
}
