export interface WorkerBuildOptions {
  /** Folder of the bundled model. */
  readonly model: string;
  /** Folder with the index, as `LECTERN_DATA` names it. */
  readonly data: string;
  /** Where the assets go; by default `dist/worker`. */
  readonly out?: string;
  /** With it the index is brought up to date first; without it, it is taken as it is. */
  readonly environment?: NodeJS.ProcessEnv;
}
export type WorkerFiles = Readonly<
  Record<string, { readonly bytes: number; readonly parts: readonly string[] }>
>;
/** Gathers model, index snapshot and page files as the Worker's static assets. */
export function buildWorkerAssets(options: WorkerBuildOptions): Promise<WorkerFiles>;
/** Builds with the settings of the environment: `LECTERN_MODEL`, `LECTERN_DATA`, `LECTERN_CORPUS`. */
export function buildFromEnvironment(environment?: NodeJS.ProcessEnv): Promise<WorkerFiles>;
