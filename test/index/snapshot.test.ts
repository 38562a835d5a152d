/** The snapshot format: what goes in comes out, and a manifest vouches for every byte. */
import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../src/index/build-library.ts';
import { decodeLibrary, encodeLibrary } from '../../src/index/library-codec.ts';
import {
  decodeSnapshot,
  describeSnapshot,
  encodeSnapshot,
  fingerprintOf,
  parseManifest,
  SNAPSHOT_FORMAT,
  verifyFile,
  type SnapshotIdentity,
} from '../../src/index/snapshot.ts';
import type { Translation } from '../../src/translation/translation.ts';
import { sampleDocument } from '../fakes/sample-documents.ts';

const DIMENSIONS = 4;
const identity: SnapshotIdentity = {
  embedder: { id: 'fake@1', dimensions: DIMENSIONS },
  corpus: 'c0ffee',
  builder: 'b1',
};

function translated(): Translation {
  const document = sampleDocument();
  const [passage] = buildLibrary([document]).passages;
  const start = passage?.sentences[0]?.start ?? 0;
  return {
    language: 'ru',
    title: 'Порт',
    origin: null,
    speakers: new Map([['Anna Lind', { name: 'Анна Линд', role: 'мэр', organisation: null }]]),
    sentences: new Map([[start, 'Доброе утро.']]),
  };
}

const library = buildLibrary([
  sampleDocument(undefined, { translations: [translated()] }),
  sampleDocument(undefined, { id: 'another' }),
]);
const vectors = Float32Array.from({ length: library.windows.length * DIMENSIONS }, (_, at) => at / 7);

describe('buildLibrary', () => {
  it('numbers passages by document in order of id, whatever order it is given', () => {
    const documents = [...library.documents.values()];
    expect(buildLibrary(documents.toReversed())).toEqual(buildLibrary(documents));
    expect(library.passages[0]?.id).toBe('another/p1');
    expect(library.windows.every((window) => library.passages[window.passage])).toBe(true);
  });

  it('makes windows of the translation beside those of the original', () => {
    const russian = library.windows.filter(({ language }) => language === 'ru');
    expect(russian.map(({ text }) => text)).toEqual(['Доброе утро.']);
  });
});

describe('a snapshot', () => {
  it('comes out as it went in, also from bytes at an odd offset', async () => {
    const files = encodeSnapshot(library, vectors);
    const manifest = await describeSnapshot(identity, library, files);
    const stored = parseManifest(JSON.stringify(manifest));
    const [text = new Uint8Array(), numbers = new Uint8Array()] = files.values();
    const shifted = new Uint8Array(numbers.length + 1);
    shifted.set(numbers, 1);
    const snapshot = decodeSnapshot(stored, text, shifted.subarray(1));
    expect(snapshot.library).toEqual(library);
    expect(snapshot.vectors).toEqual(vectors);
    expect(stored.counts).toEqual({
      documents: 2,
      passages: library.passages.length,
      questions: 0,
      windows: library.windows.length,
    });
    for (const [name, bytes] of files) await verifyFile(stored, name, bytes);
  });

  it('survives JSON with its maps', () => {
    expect(decodeLibrary(JSON.parse(JSON.stringify(encodeLibrary(library))))).toEqual(library);
  });

  it('has another fingerprint for another model, corpus or cutting code', async () => {
    const changes: SnapshotIdentity[] = [
      identity,
      { ...identity, embedder: { id: 'fake@2', dimensions: DIMENSIONS } },
      { ...identity, embedder: { id: 'fake@1', dimensions: 5 } },
      { ...identity, corpus: 'c0ffef' },
      { ...identity, builder: 'b2' },
    ];
    const fingerprints = await Promise.all(changes.map(fingerprintOf));
    expect(new Set(fingerprints).size).toBe(changes.length);
    for (const fingerprint of fingerprints) expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(await fingerprintOf({ ...identity })).toBe(fingerprints[0]);
  });

  it('refuses bytes that differ in length or content, and files it does not know', async () => {
    const files = encodeSnapshot(library, vectors);
    const manifest = await describeSnapshot(identity, library, files);
    const bytes = files.get('vectors.f32') ?? new Uint8Array();
    const flipped = bytes.slice();
    flipped[9] = (flipped[9] ?? 0) ^ 1;
    const cut = bytes.slice(0, -1);
    await expect(verifyFile(manifest, 'vectors.f32', flipped)).rejects.toThrow('vectors.f32 is damaged');
    await expect(verifyFile(manifest, 'vectors.f32', cut)).rejects.toThrow(
      `vectors.f32 has ${cut.length} bytes, expected ${bytes.length}`,
    );
    await expect(verifyFile(manifest, 'other.bin', bytes)).rejects.toThrow(
      'other.bin is not in the manifest',
    );
  });

  it('refuses vectors that do not belong to the windows', async () => {
    const files = encodeSnapshot(library, vectors.subarray(0, 3 * DIMENSIONS));
    const manifest = await describeSnapshot(identity, library, files);
    const [text = new Uint8Array(), numbers = new Uint8Array()] = files.values();
    expect(() => decodeSnapshot(manifest, text, numbers)).toThrow(
      `vectors.f32 holds 3 vectors, expected ${library.windows.length}`,
    );
  });
});

describe('parseManifest', () => {
  it.each([
    ['{', 'manifest.json is damaged'],
    ['null', `it has format undefined, this version reads format ${SNAPSHOT_FORMAT}`],
    [
      JSON.stringify({ format: SNAPSHOT_FORMAT + 1 }),
      `it has format ${SNAPSHOT_FORMAT + 1}, this version reads format ${SNAPSHOT_FORMAT}`,
    ],
    [JSON.stringify({ format: SNAPSHOT_FORMAT }), 'manifest.json is incomplete'],
  ])('refuses %s and says how to rebuild', (text, reason) => {
    expect(() => parseManifest(text)).toThrow(
      `the index cannot be used: ${reason}; rebuild it with "lectern ingest"`,
    );
  });
});
