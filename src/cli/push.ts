/** `lectern push`: uploads a snapshot to R2 and its vectors to Vectorize; may be stopped anywhere and run again. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { CloudflareApi } from '../index/drivers/cloudflare-api.ts';
import { toVectorizeRecords, VECTORIZE_LIMITS, type VectorizeRecord } from '../index/drivers/vectorize.ts';
import { SNAPSHOT_KEYS, type SnapshotSource } from '../index/snapshot-source.ts';
import { decodeSnapshot, type SnapshotManifest } from '../index/snapshot.ts';

export interface PushOptions {
  readonly source: SnapshotSource;
  readonly api: CloudflareApi;
  readonly bucket: string;
  /** Name of the Vectorize index; null where the Worker searches the snapshot itself. */
  readonly vectorIndex: string | null;
  /** File that remembers how far an interrupted upload of vectors came. */
  readonly journal: string;
  /** Vectors of one request, at most 5,000. */
  readonly batch?: number;
  /** How long to wait for the last vectors to become searchable, and how often to ask, in milliseconds. */
  readonly wait?: { readonly most: number; readonly interval: number };
  readonly onProgress?: (what: string, done: number, total: number) => void;
}

export interface PushReport {
  readonly fingerprint: string;
  /** Files and vectors sent by this run; 0 where everything was there. */
  readonly filesSent: number;
  readonly vectorsSent: number;
}

/** A reason not to push, with what mends it. */
export class PushError extends Error {
  override readonly name = 'PushError';
}

const DEFAULT_WAIT = { most: 600_000, interval: 3000 };
/** Of no use to a Worker: a graph for native code. */
const NATIVE_FILES = ['graph.hnsw'];

const Journal = z.object({
  fingerprint: z.string(),
  index: z.string(),
  sent: z.int(),
  /** The last mutation, or null once it is searchable. */
  mutation: z.string().nullable(),
});
type Journal = z.infer<typeof Journal>;

/** The Worker sees the new snapshot only when all of it is there: the pointer is written last. */
export async function pushSnapshot(options: PushOptions): Promise<PushReport> {
  const { source, api, bucket, vectorIndex } = options;
  const fingerprint = await source.current();
  if (!fingerprint) throw new PushError('there is no index to push: run "lectern ingest" first');
  const manifest = await source.readManifest(fingerprint);
  if (vectorIndex) await checkIndex(api, vectorIndex, manifest);
  const filesSent = await pushFiles(manifest, options);
  const vectorsSent = vectorIndex ? await pushVectors(manifest, vectorIndex, options) : 0;
  const pointer = new TextEncoder().encode(fingerprint);
  const current = await api.getObject(bucket, SNAPSHOT_KEYS.pointer);
  if (!equalBytes(current, pointer)) await api.putObject(bucket, SNAPSHOT_KEYS.pointer, pointer);
  return { fingerprint, filesSent, vectorsSent };
}

async function checkIndex(api: CloudflareApi, index: string, { embedder }: SnapshotManifest): Promise<void> {
  const { dimensions, metric, filterable } = await api.describeIndex(index);
  const create = `wrangler vectorize create ${index} --dimensions=${embedder.dimensions} --metric=cosine`;
  if (dimensions !== embedder.dimensions || metric !== 'cosine') {
    const found = `${dimensions} dimensions and metric ${metric}`;
    throw new PushError(`index "${index}" has ${found}, the model needs another: ${create}`);
  }
  if (filterable.includes('document')) return;
  const mend = `wrangler vectorize create-metadata-index ${index} --property-name=document --type=number`;
  throw new PushError(`index "${index}" cannot filter by document: ${mend}`);
}

/** The manifest goes last and is compared first: where it is there, so are the files. */
async function pushFiles(
  manifest: SnapshotManifest,
  { source, api, bucket, onProgress }: PushOptions,
): Promise<number> {
  const files = Object.fromEntries(
    Object.entries(manifest.files).filter(([name]) => !NATIVE_FILES.includes(name)),
  );
  const described = new TextEncoder().encode(JSON.stringify({ ...manifest, files }));
  const key = SNAPSHOT_KEYS.manifest(manifest.fingerprint);
  if (equalBytes(await api.getObject(bucket, key), described)) return 0;
  const names = Object.keys(files);
  for (const [done, name] of names.entries()) {
    onProgress?.('files', done, names.length);
    const bytes = await source.readFile(manifest, name);
    await api.putObject(bucket, SNAPSHOT_KEYS.file(manifest.fingerprint, name), bytes);
  }
  await api.putObject(bucket, key, described);
  onProgress?.('files', names.length, names.length);
  return names.length;
}

async function pushVectors(manifest: SnapshotManifest, index: string, options: PushOptions): Promise<number> {
  const { source, api, onProgress } = options;
  const library = await source.readFile(manifest, 'library.json');
  const snapshot = decodeSnapshot(manifest, library, await source.readFile(manifest, 'vectors.f32'));
  const records = toVectorizeRecords(snapshot.library, snapshot.vectors, manifest.fingerprint);
  const total = manifest.counts.windows;
  let state = await readJournal(options.journal, manifest.fingerprint, index);
  let position = 0;
  let sent = 0;
  for (const batch of batches(records, options.batch ?? VECTORIZE_LIMITS.httpBatch)) {
    position += batch.length;
    if (position <= state.sent) continue;
    const mutation = await api.upsertVectors(index, batch);
    state = { ...state, sent: position, mutation };
    await writeJournal(options.journal, state);
    sent += batch.length;
    onProgress?.('vectors', position, total);
  }
  if (state.mutation) {
    await waitFor(state.mutation, index, options);
    await writeJournal(options.journal, { ...state, mutation: null });
  }
  return sent;
}

/** Batches within the limit of vectors and, generously, that of bytes: a number takes at most 24 characters. */
function* batches(records: Iterable<VectorizeRecord>, most: number): Generator<VectorizeRecord[]> {
  let batch: VectorizeRecord[] = [];
  for (const record of records) {
    batch.push(record);
    const bytes = batch.length * (record.values.length * 24 + 200);
    if (batch.length < Math.min(most, VECTORIZE_LIMITS.httpBatch) && bytes < VECTORIZE_LIMITS.uploadBytes)
      continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Vectorize takes vectors at once and makes them searchable later; the pointer must not move before. */
async function waitFor(mutation: string, index: string, options: PushOptions): Promise<void> {
  const { most, interval } = options.wait ?? DEFAULT_WAIT;
  const until = Date.now() + most;
  while ((await options.api.processedMutation(index)) !== mutation) {
    if (Date.now() > until) {
      throw new PushError(
        `index "${index}" has not taken up all vectors after ${most / 1000} s: run the same again later`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

async function readJournal(path: string, fingerprint: string, index: string): Promise<Journal> {
  const fresh: Journal = { fingerprint, index, sent: 0, mutation: null };
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return fresh;
  try {
    const state = Journal.parse(JSON.parse(text));
    return state.fingerprint === fingerprint && state.index === index ? state : fresh;
  } catch {
    // A damaged journal only costs time: vectors that are sent twice replace themselves.
    return fresh;
  }
}

async function writeJournal(path: string, state: Journal): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(state));
  await rename(`${path}.new`, path);
}

function equalBytes(a: Uint8Array | null, b: Uint8Array): boolean {
  return a !== null && a.length === b.length && a.every((byte, index) => byte === b[index]);
}
