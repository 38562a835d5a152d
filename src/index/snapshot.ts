/** Snapshot format: an index as named byte arrays with a manifest that vouches for them. The same bytes serve every runtime. */
import { z } from 'zod';
import type { Library } from './library.ts';
import { decodeLibrary, encodeLibrary } from './library-codec.ts';
import { SnapshotError } from './snapshot-error.ts';

/** Raised whenever the meaning of a stored byte changes. */
export const SNAPSHOT_FORMAT = 4;

export const SnapshotManifest = z.object({
  format: z.int(),
  fingerprint: z.string(),
  embedder: z.object({ id: z.string(), dimensions: z.int().positive() }),
  corpus: z.string(),
  counts: z.object({ documents: z.int(), passages: z.int(), windows: z.int(), questions: z.int() }),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.int() })),
});

export type SnapshotManifest = z.infer<typeof SnapshotManifest>;

/** What an index was made from; two indexes with equal identity are interchangeable. */
export interface SnapshotIdentity {
  readonly embedder: { readonly id: string; readonly dimensions: number };
  /** Hash over every file of the corpus that matters. */
  readonly corpus: string;
  /** Version of the code that parsed and cut the corpus: other code may cut it otherwise. */
  readonly builder: string;
}

export interface Snapshot {
  readonly manifest: SnapshotManifest;
  readonly library: Library;
  /** One normalised row of `dimensions` numbers per window, end to end. */
  readonly vectors: Float32Array;
}

/** Hexadecimal SHA-256 by WebCrypto, which every runtime has. */
export async function sha256(bytes: Uint8Array | string): Promise<string> {
  const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const digest = await crypto.subtle.digest('SHA-256', data as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Names the folder of an index: 16 hexadecimal digits. */
export async function fingerprintOf(identity: SnapshotIdentity): Promise<string> {
  const { embedder, corpus, builder } = identity;
  return (
    await sha256(JSON.stringify([SNAPSHOT_FORMAT, embedder.id, embedder.dimensions, corpus, builder]))
  ).slice(0, 16);
}

/** Content of the files of a snapshot, by name; the manifest is made last, by `describeSnapshot`. */
export function encodeSnapshot(library: Library, vectors: Float32Array): Map<string, Uint8Array> {
  return new Map([
    ['library.json', new TextEncoder().encode(JSON.stringify(encodeLibrary(library)))],
    ['vectors.f32', new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength)],
  ]);
}

/** @param questions how many are anticipated and answered. */
export async function describeSnapshot(
  identity: SnapshotIdentity,
  library: Library,
  files: ReadonlyMap<string, Uint8Array>,
  questions = 0,
): Promise<SnapshotManifest> {
  const described: SnapshotManifest['files'] = {};
  for (const [name, bytes] of files) described[name] = { sha256: await sha256(bytes), bytes: bytes.length };
  return {
    format: SNAPSHOT_FORMAT,
    fingerprint: await fingerprintOf(identity),
    embedder: { ...identity.embedder },
    corpus: identity.corpus,
    counts: {
      documents: library.documents.size,
      passages: library.passages.length,
      windows: library.windows.length,
      questions,
    },
    files: described,
  };
}

/** @throws {SnapshotError} unless the text is a manifest of this format. */
export function parseManifest(text: string): SnapshotManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SnapshotError('manifest.json is damaged', { cause });
  }
  const format: unknown = typeof value === 'object' && value && 'format' in value ? value.format : undefined;
  if (format !== SNAPSHOT_FORMAT) {
    throw new SnapshotError(`it has format ${String(format)}, this version reads format ${SNAPSHOT_FORMAT}`);
  }
  const parsed = SnapshotManifest.safeParse(value);
  if (!parsed.success) throw new SnapshotError('manifest.json is incomplete', { cause: parsed.error });
  return parsed.data;
}

/** @throws {SnapshotError} naming the first file whose bytes are not those that the manifest vouches for. */
export async function verifyFile(manifest: SnapshotManifest, name: string, bytes: Uint8Array): Promise<void> {
  const expected = manifest.files[name];
  if (!expected) throw new SnapshotError(`${name} is not in the manifest`);
  if (bytes.length !== expected.bytes) {
    throw new SnapshotError(`${name} has ${bytes.length} bytes, expected ${expected.bytes}`);
  }
  if ((await sha256(bytes)) !== expected.sha256)
    throw new SnapshotError(`${name} is damaged (checksum differs)`);
}

/** Decodes files that `verifyFile` has passed. */
export function decodeSnapshot(
  manifest: SnapshotManifest,
  library: Uint8Array,
  vectors: Uint8Array,
): Snapshot {
  const decoded = decodeLibrary(JSON.parse(new TextDecoder().decode(library)));
  const { dimensions } = manifest.embedder;
  if (vectors.byteLength !== decoded.windows.length * dimensions * 4) {
    const expected = decoded.windows.length;
    throw new SnapshotError(
      `vectors.f32 holds ${vectors.byteLength / 4 / dimensions} vectors, expected ${expected}`,
    );
  }
  // A view needs an offset divisible by four, which a slice of a larger read may not have.
  const aligned = vectors.byteOffset % 4 === 0 ? vectors : new Uint8Array(vectors);
  return {
    manifest,
    library: decoded,
    vectors: new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4),
  };
}
