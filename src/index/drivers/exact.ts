/** Exact driver of the PassageIndex port: compares the query with every vector. The truth that graphs are measured against. */
import { dotRow } from '../../embedding/vector.ts';
import type { Hit, PassageIndex } from '../passage-index.ts';

/** `vectors` holds normalised rows of `dimensions` numbers, end to end; it is not copied. */
export function createExactIndex(vectors: Float32Array, dimensions: number): PassageIndex {
  const size = vectors.length / dimensions;
  return {
    name: 'exact',
    dimensions,
    size,
    async search(query, { count, filter }) {
      const hits: Hit[] = [];
      for (let item = 0; item < size; item++) {
        if (filter && !filter(item)) continue;
        hits.push({ item, score: dotRow(query, vectors, item) });
      }
      return hits.sort((a, b) => b.score - a.score || a.item - b.item).slice(0, count);
    },
  };
}
