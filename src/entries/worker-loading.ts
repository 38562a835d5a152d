/** Loads the application once per isolate, and again when a newer snapshot was pushed. */
import { createWorkerApplication, type WorkerApplication } from './worker-application.ts';
import { openWorkerAssets } from './worker-assets.ts';
import type { WorkerEnvironment } from './worker-environment.ts';
import { openModel, openWorkerIndex } from './worker-index.ts';
import { findSnapshots } from './worker-snapshots.ts';
import { WorkerState, type Loaded } from './worker-state.ts';

/** How often an isolate asks whether a newer snapshot was pushed. */
const LOOK_MS = 60_000;

export function logError(error: unknown): void {
  // oxlint-disable-next-line no-console -- Workers Logs collects what is written to the console
  console.error(
    JSON.stringify({ level: 'error', message: error instanceof Error ? error.message : String(error) }),
  );
}

async function load(environment: WorkerEnvironment): Promise<Loaded<WorkerApplication>> {
  const assets = await openWorkerAssets(environment.ASSETS);
  const [model, source] = await Promise.all([
    openModel(environment, assets),
    findSnapshots(environment, assets),
  ]);
  const opened = await openWorkerIndex(environment, source, model.embedder);
  const application = createWorkerApplication({ environment, assets, model, opened, onError: logError });
  return { application, fingerprint: opened.fingerprint };
}

async function newest(environment: WorkerEnvironment): Promise<string | null> {
  if (!environment.SNAPSHOTS) return null;
  return (await findSnapshots(environment, await openWorkerAssets(environment.ASSETS))).current();
}

let state: WorkerState<WorkerApplication> | null = null;

/** Bindings do not change during the life of an isolate, so the first request's serve all. */
export function stateOf(environment: WorkerEnvironment): WorkerState<WorkerApplication> {
  state ??= new WorkerState({
    load: () => load(environment),
    newest: () => newest(environment),
    interval: LOOK_MS,
    now: Date.now,
    onError: logError,
  });
  return state;
}
