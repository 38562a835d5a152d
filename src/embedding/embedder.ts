/** PORT: turns texts into vectors. */

export type TextRole = 'query' | 'passage';

export interface Embedder {
  /** Names model and version; vectors of different ids must never be compared. */
  readonly id: string;
  readonly dimensions: number;
  /** Most texts a call may carry; callers cut larger lists. */
  readonly maxBatch: number;
  /**
   * One L2-normalised vector of `dimensions` numbers per text, in the order given.
   * A text without a single token yields a zero vector.
   */
  embed(texts: readonly string[], role: TextRole): Promise<readonly Float32Array[]>;
}
