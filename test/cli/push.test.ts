/** `lectern push` against a fake of Cloudflare's API: complete, resumable, idempotent, pointer last. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushSnapshot, type PushOptions } from '../../src/cli/push.ts';
import { createCloudflareApi } from '../../src/index/drivers/cloudflare-api.ts';
import type { Library } from '../../src/index/library.ts';
import {
  objectSnapshotSource,
  openSnapshot,
  SNAPSHOT_KEYS,
  type SnapshotSource,
} from '../../src/index/snapshot-source.ts';
import { describeSnapshot, encodeSnapshot } from '../../src/index/snapshot.ts';
import { FAKE_ACCOUNT, FAKE_TOKEN, FakeCloudflareApi } from '../fakes/fake-cloudflare-api.ts';
import { libraryOfSentences } from './library-of-sentences.ts';

const DIMENSIONS = 8;
const WINDOWS = 23;
const UPSERT = 'POST /vectorize/v2/indexes/lectern/upsert';
const PUT_POINTER = `PUT /r2/buckets/lectern/objects/${SNAPSHOT_KEYS.pointer}`;

let api: FakeCloudflareApi;
let folder: string;
let base: string;
const library: Library = libraryOfSentences(WINDOWS);

function vectorsOf(seed: number): Float32Array {
  return Float32Array.from({ length: library.windows.length * DIMENSIONS }, (_, k) =>
    Math.sin(k * 12.9898 + seed),
  );
}

async function storedSnapshot(
  seed = 1,
): Promise<{ objects: Map<string, Uint8Array>; source: SnapshotSource; fingerprint: string }> {
  const files = encodeSnapshot(library, vectorsOf(seed));
  const identity = { embedder: { id: 'model', dimensions: DIMENSIONS }, corpus: String(seed), builder: '1' };
  const manifest = await describeSnapshot(identity, library, files);
  const { fingerprint } = manifest;
  const objects = new Map<string, Uint8Array>();
  for (const [name, bytes] of files) objects.set(SNAPSHOT_KEYS.file(fingerprint, name), bytes);
  objects.set(SNAPSHOT_KEYS.manifest(fingerprint), new TextEncoder().encode(JSON.stringify(manifest)));
  objects.set(SNAPSHOT_KEYS.pointer, new TextEncoder().encode(fingerprint));
  return { objects, source: objectSnapshotSource(async (key) => objects.get(key) ?? null), fingerprint };
}

function options(source: SnapshotSource, more: Partial<PushOptions> = {}): PushOptions {
  const account = { accountId: FAKE_ACCOUNT, token: FAKE_TOKEN, api: base, retryDelays: [1, 1] };
  return {
    source,
    api: createCloudflareApi(account),
    bucket: 'lectern',
    vectorIndex: 'lectern',
    journal: join(folder, 'push.json'),
    batch: 5,
    wait: { most: 200, interval: 5 },
    ...more,
  };
}

const count = (name: string): number => api.requests.filter((request) => request === name).length;

beforeEach(async () => {
  api = new FakeCloudflareApi(DIMENSIONS);
  base = await api.start();
  folder = mkdtempSync(join(tmpdir(), 'lectern-push-'));
});

afterEach(() => {
  api.stop();
  rmSync(folder, { recursive: true });
});

describe('lectern push', () => {
  it('uploads library and vectors, and moves the pointer last', async () => {
    const { source, fingerprint } = await storedSnapshot();
    const report = await pushSnapshot(options(source));
    expect(report).toEqual({ fingerprint, filesSent: 2, vectorsSent: library.windows.length });
    expect(api.vectorize.count).toBe(library.windows.length);
    expect(api.requests.at(-1)).toBe(PUT_POINTER);
    expect(api.requests.indexOf(PUT_POINTER)).toBe(api.requests.length - 1);
  });

  it('uploads only files where the Worker searches by itself, and the Worker can open them', async () => {
    const { source } = await storedSnapshot();
    await pushSnapshot(options(source, { vectorIndex: null }));
    const remote = objectSnapshotSource(async (key) => api.objects.get(key) ?? null);
    const opened = await openSnapshot(remote, 'model');
    expect(opened.vectors).toEqual(vectorsOf(1));
    expect(opened.library.windows).toHaveLength(library.windows.length);
    expect(count(UPSERT)).toBe(0);
    await expect(openSnapshot(remote, 'other-model')).rejects.toThrow(
      'made by model model, this service runs other-model',
    );
  });

  it('does nothing the second time', async () => {
    const { source } = await storedSnapshot();
    await pushSnapshot(options(source));
    const before = {
      puts: api.requests.filter((request) => request.startsWith('PUT')).length,
      upserts: count(UPSERT),
    };
    expect(await pushSnapshot(options(source))).toMatchObject({ filesSent: 0, vectorsSent: 0 });
    expect(api.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(before.puts);
    expect(count(UPSERT)).toBe(before.upserts);
  });

  it('goes on where it was stopped, and the pointer stays until then', async () => {
    const { source } = await storedSnapshot();
    await pushSnapshot(options(source));
    const { source: next, fingerprint } = await storedSnapshot(2);
    const upserts = count(UPSERT);
    let sent = 0;
    const client = options(next).api;
    const dying = {
      ...client,
      upsertVectors: async (...call: Parameters<typeof client.upsertVectors>) => {
        if (++sent > 2) throw new Error('killed');
        return client.upsertVectors(...call);
      },
    };
    await expect(pushSnapshot(options(next, { api: dying }))).rejects.toThrow('killed');
    expect(new TextDecoder().decode(api.objects.get(SNAPSHOT_KEYS.pointer))).not.toBe(fingerprint);
    const report = await pushSnapshot(options(next));
    expect(report.vectorsSent).toBe(library.windows.length - 10);
    expect(count(UPSERT) - upserts).toBe(Math.ceil(library.windows.length / 5));
    expect(new TextDecoder().decode(api.objects.get(SNAPSHOT_KEYS.pointer))).toBe(fingerprint);
  });

  it('starts over with a damaged journal, which changes nothing but time', async () => {
    const { source } = await storedSnapshot();
    await pushSnapshot(options(source));
    writeFileSync(join(folder, 'push.json'), '{"fingerprint":');
    expect((await pushSnapshot(options(source))).vectorsSent).toBe(library.windows.length);
    expect(api.vectorize.count).toBe(library.windows.length);
  });

  it('repeats what failed for a while', async () => {
    const { source } = await storedSnapshot();
    api.fail(UPSERT, 429, 500);
    api.fail(PUT_POINTER, 503);
    expect((await pushSnapshot(options(source))).vectorsSent).toBe(library.windows.length);
    expect(count(PUT_POINTER)).toBe(2);
  });

  it('gives up with the reason of the service where repeating does not help', async () => {
    const { source } = await storedSnapshot();
    api.fail(UPSERT, 400);
    await expect(pushSnapshot(options(source))).rejects.toThrow(
      'refused to store vectors: status 400, as the test asked',
    );
    api.fail(UPSERT, 500, 500, 500);
    await expect(pushSnapshot(options(source))).rejects.toThrow('status 500');
    expect(api.objects.has(SNAPSHOT_KEYS.pointer)).toBe(false);
  });

  it('does not move the pointer while vectors are not searchable, and waits again when run again', async () => {
    const { source } = await storedSnapshot();
    api.settles = false;
    await expect(pushSnapshot(options(source))).rejects.toThrow('run the same again later');
    await expect(pushSnapshot(options(source))).rejects.toThrow('run the same again later');
    expect(api.objects.has(SNAPSHOT_KEYS.pointer)).toBe(false);
    api.settles = true;
    expect((await pushSnapshot(options(source))).vectorsSent).toBe(0);
    expect(api.objects.has(SNAPSHOT_KEYS.pointer)).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, 'push.json'), 'utf8'))).toMatchObject({ mutation: null });
  });

  it('refuses an index of another shape with the command that makes the right one', async () => {
    const { source } = await storedSnapshot();
    api.metric = 'euclidean';
    await expect(pushSnapshot(options(source))).rejects.toThrow('--dimensions=8 --metric=cosine');
    expect(api.objects.size).toBe(0);
    api.stop();
    api = new FakeCloudflareApi(DIMENSIONS, []);
    base = await api.start();
    await expect(pushSnapshot(options(source))).rejects.toThrow(
      'create-metadata-index lectern --property-name=document',
    );
  });

  it('refuses to push nothing, and a damaged snapshot', async () => {
    const none = objectSnapshotSource(async () => null);
    await expect(pushSnapshot(options(none))).rejects.toThrow('run "lectern ingest" first');
    const { objects, source, fingerprint } = await storedSnapshot();
    const key = SNAPSHOT_KEYS.file(fingerprint, 'library.json');
    objects.set(
      key,
      Uint8Array.from(objects.get(key) ?? [], (byte, index) => (index === 9 ? byte ^ 1 : byte)),
    );
    await expect(pushSnapshot(options(source))).rejects.toThrow('library.json is damaged');
    expect(api.objects.has(SNAPSHOT_KEYS.manifest(fingerprint))).toBe(false);
  });
});
