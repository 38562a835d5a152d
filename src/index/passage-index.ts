/** PORT: finds the vectors nearest to a query among those added. */

export interface Hit {
  /** Position of the vector in the list that the index was built from. */
  readonly item: number;
  /** Cosine similarity, −1 to 1. */
  readonly score: number;
}

export interface SearchOptions {
  /** Most hits returned; fewer where the index holds fewer that pass the filter. */
  readonly count: number;
  /** Keeps only items for which it returns true. */
  readonly filter?: (item: number) => boolean;
}

export interface PassageIndex {
  /** `exact`, `hnswlib`, … as shown by `lectern doctor`. */
  readonly name: string;
  readonly dimensions: number;
  readonly size: number;
  /** Best first; equal scores in order of item. `query` must be normalised. */
  search(query: Float32Array, options: SearchOptions): Promise<readonly Hit[]>;
}
