/** PORT: where stored snapshots are read from; the layout of keys is that of the folder on disk. */
import { SnapshotError } from './snapshot-error.ts';
import {
  decodeSnapshot,
  parseManifest,
  verifyFile,
  type Snapshot,
  type SnapshotManifest,
} from './snapshot.ts';

/** Keys of a store of snapshots: `index/current` names the fingerprint of the one in use. */
export const SNAPSHOT_KEYS = {
  pointer: 'index/current',
  manifest: (fingerprint: string): string => `index/${fingerprint}/manifest.json`,
  file: (fingerprint: string, name: string): string => `index/${fingerprint}/${name}`,
} as const;

export interface SnapshotSource {
  /** Fingerprint of the snapshot in use, or null where there is none. */
  current(): Promise<string | null>;
  /** @throws {SnapshotError} when there is no such snapshot or its manifest is damaged. */
  readManifest(fingerprint: string): Promise<SnapshotManifest>;
  /** Reads and verifies. @throws {SnapshotError} */
  readFile(manifest: SnapshotManifest, name: string): Promise<Uint8Array>;
}

/** Reads one key of a bucket or of assets, null where there is none. */
export type ReadObject = (key: string) => Promise<Uint8Array | null>;

export function objectSnapshotSource(read: ReadObject): SnapshotSource {
  return {
    async current() {
      const pointer = await read(SNAPSHOT_KEYS.pointer);
      return pointer ? new TextDecoder().decode(pointer).trim() || null : null;
    },
    async readManifest(fingerprint) {
      const bytes = await read(SNAPSHOT_KEYS.manifest(fingerprint));
      if (!bytes) throw new SnapshotError(`there is none with fingerprint ${fingerprint}`);
      return parseManifest(new TextDecoder().decode(bytes));
    },
    async readFile(manifest, name) {
      const bytes = await read(SNAPSHOT_KEYS.file(manifest.fingerprint, name));
      if (!bytes) throw new SnapshotError(`${name} is missing`);
      await verifyFile(manifest, name, bytes);
      return bytes;
    },
  };
}

/** @throws {SnapshotError} unless there is a snapshot, whole, and made by the embedder named. */
async function manifestFor(source: SnapshotSource, embedderId: string): Promise<SnapshotManifest> {
  const fingerprint = await source.current();
  if (!fingerprint) throw new SnapshotError('there is none');
  const manifest = await source.readManifest(fingerprint);
  if (manifest.embedder.id === embedderId) return manifest;
  throw new SnapshotError(`it was made by model ${manifest.embedder.id}, this service runs ${embedderId}`);
}

/** The snapshot in use with its vectors. @throws {SnapshotError} */
export async function openSnapshot(source: SnapshotSource, embedderId: string): Promise<Snapshot> {
  const manifest = await manifestFor(source, embedderId);
  const library = await source.readFile(manifest, 'library.json');
  return decodeSnapshot(manifest, library, await source.readFile(manifest, 'vectors.f32'));
}
