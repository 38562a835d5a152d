/** Where the Worker reads its snapshot from: the bucket that was pushed to, or the static assets. */
import { objectSnapshotSource, type SnapshotSource } from '../index/snapshot-source.ts';
import type { WorkerAssets } from './worker-assets.ts';
import type { BucketBinding, WorkerEnvironment } from './worker-environment.ts';

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
