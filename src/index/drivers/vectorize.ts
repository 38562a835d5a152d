/** Driver of the PassageIndex port on Cloudflare Vectorize, for corpora whose vectors outgrow one Worker. */
import { dot } from '../../embedding/vector.ts';
import type { Library } from '../library.ts';
import type { Hit, PassageIndex } from '../passage-index.ts';

/** Limits of Vectorize (version 2) as documented in 2026. */
export const VECTORIZE_LIMITS = {
  idBytes: 64,
  namespaceBytes: 64,
  metadataBytes: 10 * 1024,
  dimensions: 1536,
  /** Most matches of a query that returns ids and scores only. */
  matches: 100,
  /** Most matches of a query that returns values or metadata too, and most ids of one `getByIds`. */
  detailedMatches: 20,
  /** Most vectors of one upsert through a binding; 5,000 over HTTP. */
  bindingBatch: 1000,
  httpBatch: 5000,
  uploadBytes: 100_000_000,
  /** Most values of one `$in` that are sent; a filter must stay below 2,048 bytes of JSON. */
  filterValues: 60,
} as const;

export interface VectorizeRecord {
  readonly id: string;
  readonly namespace: string;
  readonly values: readonly number[];
  readonly metadata: { readonly document: number };
}

export interface VectorizeQuery {
  readonly topK: number;
  readonly namespace: string;
  readonly returnValues: false;
  readonly returnMetadata: 'none';
  readonly filter?: { readonly document: { readonly $in: readonly number[] } };
}

/** What this driver needs of the binding. */
export interface VectorizeBinding {
  query(
    vector: readonly number[],
    options: VectorizeQuery,
  ): Promise<{ readonly matches: readonly { readonly id: string; readonly score: number }[] }>;
  getByIds(
    ids: readonly string[],
  ): Promise<readonly { readonly id: string; readonly values: ArrayLike<number> }[]>;
}

export interface VectorizeIndexOptions {
  readonly binding: VectorizeBinding;
  readonly library: Library;
  /** Of the snapshot whose vectors were pushed: each snapshot has a namespace of its own. */
  readonly fingerprint: string;
  readonly dimensions: number;
}

/** `<fingerprint>-<item>`: unique in an index that holds several snapshots, below 64 bytes. */
export function vectorId(fingerprint: string, item: number): string {
  return `${fingerprint}-${item}`;
}

function itemOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** Position of each window's document in the order of `library.documents`. */
export function documentNumbers({ documents, passages, windows }: Library): number[] {
  const numbers = new Map([...documents.keys()].map((id, number) => [id, number]));
  return windows.map(({ passage }) => numbers.get(passages[passage]?.document ?? '') ?? -1);
}

/** What `lectern push` uploads: one record per window, made one by one. `vectors` holds rows end to end. */
export function* toVectorizeRecords(
  library: Library,
  vectors: Float32Array,
  fingerprint: string,
): Generator<VectorizeRecord> {
  const numbers = documentNumbers(library);
  const dimensions = vectors.length / Math.max(1, numbers.length);
  for (const [item, document] of numbers.entries()) {
    const values = [...vectors.subarray(item * dimensions, (item + 1) * dimensions)];
    // Vectorize measures angles: a zero vector (a text without tokens) has none and is refused.
    if (values.every((value) => value === 0)) continue;
    yield { id: vectorId(fingerprint, item), namespace: fingerprint, values, metadata: { document } };
  }
}

/** Filters by document on the server where the items that pass are those of few documents. */
function documentFilter(
  numbers: readonly number[],
  filter: ((item: number) => boolean) | undefined,
): Pick<VectorizeQuery, 'filter'> {
  if (!filter) return {};
  const passing = new Set(numbers.filter((_, item) => filter(item)));
  if (passing.size > VECTORIZE_LIMITS.filterValues || passing.size === new Set(numbers).size) return {};
  return { filter: { document: { $in: [...passing] } } };
}

/** Exact cosines of the ids, because a query without values returns approximate ones and thresholds are calibrated on exact. */
async function exactHits(
  binding: VectorizeBinding,
  ids: readonly string[],
  query: Float32Array,
): Promise<Hit[]> {
  const batches: (readonly string[])[] = [];
  for (let start = 0; start < ids.length; start += VECTORIZE_LIMITS.detailedMatches) {
    batches.push(ids.slice(start, start + VECTORIZE_LIMITS.detailedMatches));
  }
  const vectors = (await Promise.all(batches.map((batch) => binding.getByIds(batch)))).flat();
  return vectors.map(({ id, values }) => ({
    item: itemOf(id),
    score: dot(Float32Array.from(values), query),
  }));
}

/** At most 100 hits, whatever `count` asks: Vectorize returns no more. */
export function createVectorizeIndex(options: VectorizeIndexOptions): PassageIndex {
  const { binding, library, fingerprint, dimensions } = options;
  const numbers = documentNumbers(library);
  return {
    name: 'vectorize',
    dimensions,
    size: numbers.length,
    async search(query, { count, filter }) {
      if (query.length !== dimensions) {
        throw new Error(`the query has ${query.length} dimensions, the index has ${dimensions}`);
      }
      const server = documentFilter(numbers, filter);
      if (count < 1 || server.filter?.document.$in.length === 0 || query.every((value) => value === 0))
        return [];
      // A filter that the server does not know thins the matches out afterwards: ask for all that it gives.
      const topK = filter ? VECTORIZE_LIMITS.matches : Math.min(count, VECTORIZE_LIMITS.matches);
      const found = await binding.query([...query], {
        topK,
        namespace: fingerprint,
        returnValues: false,
        returnMetadata: 'none',
        ...server,
      });
      const ids = found.matches.map(({ id }) => id).filter((id) => !filter || filter(itemOf(id)));
      const hits = await exactHits(binding, ids, query);
      return hits.sort((a, b) => b.score - a.score || a.item - b.item).slice(0, count);
    },
  };
}
