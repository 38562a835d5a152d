/** What an isolate keeps between requests: the application, and the look for a newer snapshot. */
import type { WorkerContext } from './worker-environment.ts';

export interface Loaded<Application> {
  readonly application: Application;
  /** Fingerprint of the snapshot it answers from. */
  readonly fingerprint: string;
}

export interface StateOptions<Application> {
  readonly load: () => Promise<Loaded<Application>>;
  /** Fingerprint of the snapshot that should be served, or null where it cannot change. */
  readonly newest: () => Promise<string | null>;
  /** Least time between two looks for a newer snapshot, in milliseconds. */
  readonly interval: number;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

export class WorkerState<Application> {
  readonly #options: StateOptions<Application>;
  #loading: Promise<Loaded<Application>> | null = null;
  #looked = 0;

  constructor(options: StateOptions<Application>) {
    this.#options = options;
  }

  /** Loads at the first request. A failure is forgotten, so that the next request tries again. */
  async get(context: WorkerContext): Promise<Loaded<Application>> {
    const loading = (this.#loading ??= this.#load());
    // Other requests wait on this one's work: it must go on if its own visitor leaves.
    context.waitUntil(loading.catch(() => undefined));
    const loaded = await loading;
    if (this.#options.now() - this.#looked > this.#options.interval) context.waitUntil(this.refresh());
    return loaded;
  }

  /** Swaps the application when another snapshot is to be served; requests in flight finish on the old one. */
  async refresh(): Promise<void> {
    const { load, newest, now, onError } = this.#options;
    this.#looked = now();
    try {
      const current = await this.#loading;
      const wanted = await newest();
      if (!current || !wanted || wanted === current.fingerprint) return;
      this.#loading = Promise.resolve(await load());
    } catch (error) {
      // What is served goes on being served.
      onError(error);
    }
  }

  #load(): Promise<Loaded<Application>> {
    this.#looked = this.#options.now();
    const loading = this.#options.load();
    loading.catch(() => {
      if (this.#loading === loading) this.#loading = null;
    });
    return loading;
  }
}
