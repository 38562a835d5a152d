/** Snapshots in a folder: whole or absent, whatever step the process dies at. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderStore } from '../../src/index/drivers/folder-store.ts';
import { SNAPSHOT_FORMAT, sha256, type SnapshotManifest } from '../../src/index/snapshot.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-store-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function snapshot(
  fingerprint: string,
  content: string,
): Promise<[SnapshotManifest, Map<string, Uint8Array>]> {
  const files = new Map([
    ['library.json', bytesOf(`library ${content}`)],
    ['vectors.f32', bytesOf(`vectors ${content}`)],
  ]);
  const described: SnapshotManifest['files'] = {};
  for (const [name, bytes] of files) described[name] = { sha256: await sha256(bytes), bytes: bytes.length };
  const manifest: SnapshotManifest = {
    format: SNAPSHOT_FORMAT,
    fingerprint,
    embedder: { id: 'fake@1', dimensions: 2 },
    corpus: 'c',
    counts: { documents: 1, passages: 1, windows: 1, questions: 0 },
    files: described,
  };
  return [manifest, files];
}

const FIRST = '0123456789abcdef';
const SECOND = 'fedcba9876543210';

describe('the folder store', () => {
  it('has nothing at first', async () => {
    const store = createFolderStore(folder);
    expect(await store.current()).toBeNull();
    await expect(store.readManifest(FIRST)).rejects.toThrow('there is none at');
  });

  it('gives back what was written, then only the newer one is left, and no temporary files', async () => {
    const store = createFolderStore(folder);
    await store.write(...(await snapshot(FIRST, 'one')));
    expect(await store.current()).toBe(FIRST);
    const [manifest, files] = await snapshot(SECOND, 'two');
    await store.write(manifest, files);
    expect(await store.current()).toBe(SECOND);
    expect(await store.readManifest(SECOND)).toEqual(manifest);
    for (const [name, bytes] of files) {
      expect(new Uint8Array(await store.readFile(manifest, name))).toEqual(bytes);
    }
    expect((await readdir(join(folder, 'index'))).sort()).toEqual(['current', SECOND]);
  });

  it('writes over a damaged snapshot of the same name', async () => {
    const store = createFolderStore(folder);
    const [manifest, files] = await snapshot(FIRST, 'one');
    await store.write(manifest, files);
    await writeFile(store.pathOf(FIRST, 'vectors.f32'), 'rotten');
    await expect(store.readFile(manifest, 'vectors.f32')).rejects.toThrow(
      'vectors.f32 has 6 bytes, expected 11',
    );
    await store.write(manifest, files);
    expect(await readFile(store.pathOf(FIRST, 'vectors.f32'), 'utf8')).toBe('vectors one');
    expect((await readdir(join(folder, 'index'))).sort()).toEqual([FIRST, 'current']);
  });

  it('names each file that is missing or changed', async () => {
    const store = createFolderStore(folder);
    const [manifest, files] = await snapshot(FIRST, 'one');
    for (const name of files.keys()) {
      await store.write(manifest, files);
      const path = store.pathOf(FIRST, name);
      const bytes = await readFile(path);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      await writeFile(path, bytes);
      await expect(store.readFile(manifest, name)).rejects.toThrow(`${name} is damaged (checksum differs)`);
      await rm(path);
      await expect(store.readFile(manifest, name)).rejects.toThrow(`${name} is missing`);
    }
    await writeFile(store.pathOf(FIRST, 'manifest.json'), '{"format":');
    await expect(store.readManifest(FIRST)).rejects.toThrow('manifest.json is damaged');
  });

  it('still has the old snapshot when the process died before the pointer was swapped', async () => {
    const store = createFolderStore(folder);
    const [manifest, files] = await snapshot(FIRST, 'one');
    await store.write(manifest, files);
    const staging = join(folder, 'index', `.tmp-99999-${SECOND}`);
    await mkdir(staging);
    await writeFile(join(staging, 'library.json'), 'half');
    await mkdir(join(folder, 'index', SECOND));
    expect(await store.current()).toBe(FIRST);
    expect(await store.readFile(manifest, 'library.json')).toHaveLength(11);
    await store.write(...(await snapshot(SECOND, 'two')));
    expect(await store.current()).toBe(SECOND);
  });

  it('takes a folder without a pointer, and an empty pointer, for no index', async () => {
    const store = createFolderStore(folder);
    await store.write(...(await snapshot(FIRST, 'one')));
    await writeFile(join(folder, 'index', 'current'), '\n');
    expect(await store.current()).toBeNull();
    await rm(join(folder, 'index', 'current'));
    expect(await store.current()).toBeNull();
  });
});
