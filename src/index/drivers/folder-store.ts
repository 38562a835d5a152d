/** Keeps snapshots in folders `data/index/<fingerprint>/`; the pointer `data/index/current` names the one in use. */
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SnapshotError } from '../snapshot-error.ts';
import { parseManifest, verifyFile, type SnapshotManifest } from '../snapshot.ts';

const MANIFEST = 'manifest.json';
const POINTER = 'current';
/** Another process may put the same snapshot in place between two steps; hardly ever so often. */
const MOVES = 5;

/** Writes are complete or absent: temporary folder, fsync, rename, pointer last. */
export interface FolderStore {
  /** Fingerprint of the snapshot in use, or null where there is none. */
  current(): Promise<string | null>;
  /** @throws {SnapshotError} when there is no such snapshot or its manifest is damaged. */
  readManifest(fingerprint: string): Promise<SnapshotManifest>;
  /** Reads and verifies. @throws {SnapshotError} */
  readFile(manifest: SnapshotManifest, name: string): Promise<Uint8Array>;
  /** Where a file of a snapshot lies, for native code that wants a path. Verify it first. */
  pathOf(fingerprint: string, name: string): string;
  /** A folder for files that native code writes itself, before they are handed to `write`. */
  temporaryFolder(): Promise<string>;
  /** Stores the files, then swaps the pointer; older snapshots are removed after. */
  write(manifest: SnapshotManifest, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

export function createFolderStore(dataFolder: string): FolderStore {
  const root = join(dataFolder, 'index');
  const pathOf = (fingerprint: string, name: string): string => join(root, fingerprint, name);
  return {
    pathOf,
    async current() {
      const pointer = await readFile(join(root, POINTER), 'utf8').catch(() => null);
      return pointer?.trim() || null;
    },
    async readManifest(fingerprint) {
      const text = await readFile(pathOf(fingerprint, MANIFEST), 'utf8').catch((cause: unknown) => {
        throw new SnapshotError(`there is none at ${join(root, fingerprint)}`, { cause });
      });
      return parseManifest(text);
    },
    async readFile(manifest, name) {
      const bytes = await readFile(pathOf(manifest.fingerprint, name)).catch((cause: unknown) => {
        throw new SnapshotError(`${name} is missing`, { cause });
      });
      await verifyFile(manifest, name, bytes);
      // Not a Buffer: its `slice` shares memory with Node's pool where decoders want a copy of their own.
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    async temporaryFolder() {
      const folder = join(root, `.tmp-${process.pid}-${Date.now()}`);
      await mkdir(folder, { recursive: true });
      return folder;
    },
    write: (manifest, files) => writeSnapshot(root, manifest, files),
  };
}

async function writeSnapshot(
  root: string,
  manifest: SnapshotManifest,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const staging = join(root, `.tmp-${process.pid}-${manifest.fingerprint}`);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  for (const [name, bytes] of files) await writeSynced(join(staging, name), bytes);
  await writeSynced(join(staging, MANIFEST), JSON.stringify(manifest, null, 1));
  const target = join(root, manifest.fingerprint);
  await moveInto(staging, target);
  await swapPointer(root, manifest.fingerprint);
  await removeOthers(root, manifest.fingerprint);
}

/** A folder cannot be renamed over another: one of the same name is moved out of the way first, also one that comes meanwhile. */
async function moveInto(staging: string, target: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await rename(target, `${staging}-old${attempt}`).catch(() => undefined);
    try {
      return await rename(staging, target);
    } catch (error) {
      const taken =
        error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST'].includes(String(error.code));
      if (!taken || attempt === MOVES) throw error;
    }
  }
}

async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function swapPointer(root: string, fingerprint: string): Promise<void> {
  const next = join(root, `.${POINTER}-${process.pid}`);
  await writeSynced(next, `${fingerprint}\n`);
  await rename(next, join(root, POINTER));
}

/** Temporary folders of other live processes are left to them: only snapshots and this process's remains go. */
async function removeOthers(root: string, keep: string): Promise<void> {
  for (const name of await readdir(root)) {
    const stale = /^[0-9a-f]{16}$/.test(name) ? name !== keep : name.startsWith(`.tmp-${process.pid}-`);
    if (stale) await rm(join(root, name), { recursive: true, force: true });
  }
}
