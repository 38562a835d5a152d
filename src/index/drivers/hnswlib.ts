/** hnswlib-node driver of the PassageIndex port: an HNSW graph (Malkov & Yashunin 2018) in native code, optional at install. */
import type * as Hnswlib from 'hnswlib-node';
import type { ComparableRows } from '../../embedding/vector.ts';
import type { Hit, PassageIndex } from '../passage-index.ts';
import { createExactIndex } from './exact.ts';

/** Links per node and search breadths: hnswlib's own recommendation for some 10⁵ vectors of some hundred dimensions. */
const LINKS = 16;
const BUILD_BREADTH = 200;
const SEARCH_BREADTH = 128;
/** Fixed, so that the same vectors give the same graph. */
const SEED = 100;

/** Normalised rows. */
export interface HnswlibOptions<Vectors> {
  readonly vectors: Vectors;
  readonly dimensions: number;
}

/** Whether the native package is installed and loads on this machine; `reason` says why not. */
export async function hnswlibAvailable(): Promise<{ readonly available: boolean; readonly reason: string }> {
  try {
    await loadNative();
    return { available: true, reason: 'loaded' };
  } catch (error) {
    return {
      available: false,
      reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  }
}

async function loadNative(): Promise<typeof Hnswlib> {
  const loaded = await import('hnswlib-node');
  // CommonJS: under Node's own loader the names sit on the default export.
  return 'default' in loaded ? (loaded.default as typeof Hnswlib) : loaded;
}

/** Builds the graph and writes it to `file`. */
export async function buildHnswlibGraph(
  { vectors, dimensions }: HnswlibOptions<Float32Array>,
  file: string,
): Promise<void> {
  const { HierarchicalNSW } = await loadNative();
  const graph = new HierarchicalNSW('ip', dimensions);
  const size = vectors.length / dimensions;
  graph.initIndex(Math.max(1, size), LINKS, BUILD_BREADTH, SEED);
  for (let item = 0; item < size; item++) {
    graph.addPoint([...vectors.subarray(item * dimensions, (item + 1) * dimensions)], item);
  }
  graph.writeIndexSync(file);
}

/**
 * Opens a graph that `buildHnswlibGraph` wrote. The native loader trusts its input (hnswlib issue 673: heap overflow on a
 * crafted file), so the caller must have checked the file's SHA-256 first. The vectors answer what the graph cannot under a narrow filter.
 */
export async function openHnswlibIndex(
  options: HnswlibOptions<ComparableRows>,
  file: string,
): Promise<PassageIndex> {
  const { HierarchicalNSW } = await loadNative();
  const graph = new HierarchicalNSW('ip', options.dimensions);
  graph.readIndexSync(file);
  graph.setEf(SEARCH_BREADTH);
  const exact = createExactIndex(options.vectors, options.dimensions);
  return {
    name: 'hnswlib',
    dimensions: options.dimensions,
    size: exact.size,
    async search(query, { count, filter }) {
      const wanted = Math.min(count, exact.size);
      if (wanted === 0) return [];
      // A filter may leave fewer nodes within reach than it admits; only the exact search then finds the rest.
      const hits = searchGraph(graph, query, wanted, filter);
      return hits.length === wanted ? hits : exact.search(query, filter ? { count, filter } : { count });
    },
  };
}

function searchGraph(
  graph: Hnswlib.HierarchicalNSW,
  query: Float32Array,
  count: number,
  filter: ((item: number) => boolean) | undefined,
): Hit[] {
  const { neighbors, distances } = graph.searchKnn([...query], count, filter);
  return neighbors
    .map((item, index) => ({ item, score: 1 - (distances[index] ?? 1) }))
    .sort((a, b) => b.score - a.score || a.item - b.item);
}
