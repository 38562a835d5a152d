/** Model, snapshot and index of the Worker, from its assets and bindings. */
import type { Embedder } from '../embedding/embedder.ts';
import { createWasmEmbedder } from '../embedding/drivers/wasm.ts';
import { createWorkersAiEmbedder } from '../embedding/drivers/workers-ai.ts';
import kernels from '../embedding/wasm-core/kernels.wasm';
import { createExactIndex } from '../index/drivers/exact.ts';
import { createVectorizeIndex } from '../index/drivers/vectorize.ts';
import type { Library } from '../index/library.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import {
  objectSnapshotSource,
  openSnapshot,
  openSnapshotLibrary,
  type SnapshotSource,
} from '../index/snapshot-source.ts';
import type { WorkerAssets } from './worker-assets.ts';
import type { BucketBinding, WorkerEnvironment } from './worker-environment.ts';

export interface WorkerIndex {
  readonly fingerprint: string;
  readonly library: Library;
  readonly index: PassageIndex;
}

/** The model that questions are embedded with; the snapshot must have been made with the same. */
export async function openEmbedder(environment: WorkerEnvironment, assets: WorkerAssets): Promise<Embedder> {
  const { AI, LECTERN_EMBEDDER: chosen = 'bundled' } = environment;
  if (chosen !== 'bundled') {
    if (!AI)
      throw new Error(`LECTERN_EMBEDDER is "${chosen}", which needs the binding AI (see wrangler.toml)`);
    return createWorkersAiEmbedder({ binding: AI, model: chosen });
  }
  return createWasmEmbedder({
    weights: (await assets.read('model/weights.onnx')).buffer,
    tokenizer: JSON.parse(await assets.readText('model/tokenizer.json')),
    manifest: JSON.parse(await assets.readText('model/manifest.json')),
    wasm: kernels,
  });
}

function bucketSource(bucket: BucketBinding): SnapshotSource {
  return objectSnapshotSource(async (key) => {
    const object = await bucket.get(key);
    return object && new Uint8Array(await object.arrayBuffer());
  });
}

/** The bucket where something was pushed to it, else the snapshot that was deployed with the Worker. */
export async function findSnapshots(
  environment: WorkerEnvironment,
  assets: WorkerAssets,
): Promise<SnapshotSource> {
  const pushed = environment.SNAPSHOTS && bucketSource(environment.SNAPSHOTS);
  if (pushed && (await pushed.current())) return pushed;
  return objectSnapshotSource(async (key) => (assets.has(key) ? assets.read(key) : null));
}

/** @throws {Error} naming the setting when a binding is missing; SnapshotError when there is no snapshot of this model. */
export async function openWorkerIndex(
  environment: WorkerEnvironment,
  source: SnapshotSource,
  { id, dimensions }: Embedder,
): Promise<WorkerIndex> {
  const { VECTORIZE, LECTERN_INDEX: chosen = 'exact' } = environment;
  if (chosen === 'exact') {
    const { manifest, library, vectors } = await openSnapshot(source, id);
    return { fingerprint: manifest.fingerprint, library, index: createExactIndex(vectors, dimensions) };
  }
  if (chosen !== 'vectorize')
    throw new Error(`LECTERN_INDEX="${chosen}" cannot be used: "exact" or "vectorize"`);
  if (!VECTORIZE)
    throw new Error('LECTERN_INDEX is "vectorize", which needs the binding VECTORIZE (see wrangler.toml)');
  const { manifest, library } = await openSnapshotLibrary(source, id);
  const { fingerprint } = manifest;
  return {
    fingerprint,
    library,
    index: createVectorizeIndex({ binding: VECTORIZE, library, fingerprint, dimensions }),
  };
}
