export interface WorkerBuildOptions {
  /** Folder of the bundled model; by default the newest in `models/`. */
  readonly model?: string;
  /** Where the assets go; by default `dist/worker`. */
  readonly out?: string;
}
/** Gathers model, index snapshot and page files as the Worker's static assets. */
export function buildWorkerAssets(options?: WorkerBuildOptions): Promise<void>;
