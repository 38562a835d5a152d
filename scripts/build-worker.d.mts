export interface WorkerBuildOptions {
  /** Folder of the bundled model. */
  readonly model: string;
  /** Folder with the index, as `LECTERN_DATA` names it. */
  readonly data: string;
  /** Where the assets go; by default `dist/worker`. */
  readonly out?: string;
}
export type WorkerFiles = Readonly<
  Record<string, { readonly bytes: number; readonly parts: readonly string[] }>
>;
/** Gathers model, index snapshot and page files as the Worker's static assets. */
export function buildWorkerAssets(options: WorkerBuildOptions): Promise<WorkerFiles>;
/** Brings the index up to date, then builds; settings from the environment: `LECTERN_MODEL`, `LECTERN_DATA`, `LECTERN_CORPUS`. */
export function buildFromEnvironment(environment?: NodeJS.ProcessEnv): Promise<WorkerFiles>;
