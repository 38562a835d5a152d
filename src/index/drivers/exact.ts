/** Exact driver of the PassageIndex port: compares the query with every vector. The truth that graphs are measured against. */
import type { ComparableRows } from '../../embedding/vector.ts';
import type { Hit, PassageIndex } from '../passage-index.ts';

/** @param vectors normalised rows of `dimensions` numbers. */
export function createExactIndex(vectors: ComparableRows, dimensions: number): PassageIndex {
  const { size } = vectors;
  return {
    name: 'exact',
    dimensions,
    size,
    async search(query, { count, filter }) {
      const hits: Hit[] = [];
      for (let item = 0; item < size; item++) {
        if (filter && !filter(item)) continue;
        hits.push({ item, score: vectors.dot(query, item) });
      }
      return hits.sort((a, b) => b.score - a.score || a.item - b.item).slice(0, count);
    },
  };
}
