/**
 * A local FAKE of a Cloudflare Vectorize index: no such service runs offline. It keeps the documented limits and the habits that matter to
 * callers: mutations become visible later, scores of queries are approximate, ids are unique over all namespaces, filters need an index.
 */
import {
  VECTORIZE_LIMITS as LIMITS,
  type VectorizeBinding,
  type VectorizeQuery,
  type VectorizeRecord,
} from '../../src/index/drivers/vectorize.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

function refuse(reason: string): never {
  throw new Error(`VECTOR_${reason}`);
}

function checkRecord(record: VectorizeRecord, dimensions: number): void {
  if (bytes(record.id) > LIMITS.idBytes)
    refuse(`UPSERT_ERROR: id ${record.id} exceeds ${LIMITS.idBytes} bytes`);
  if (bytes(record.namespace) > LIMITS.namespaceBytes)
    refuse(`UPSERT_ERROR: namespace exceeds ${LIMITS.namespaceBytes} bytes`);
  if (bytes(JSON.stringify(record.metadata)) > LIMITS.metadataBytes)
    refuse('UPSERT_ERROR: metadata exceeds 10 KiB');
  if (record.values.length !== dimensions)
    refuse(`UPSERT_ERROR: expected ${dimensions} dimensions, got ${record.values.length}`);
  if (!record.values.every(Number.isFinite)) refuse('UPSERT_ERROR: values must be finite');
  if (record.values.every((value) => value === 0)) refuse('UPSERT_ERROR: zero vector in a cosine index');
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let product = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (const [k, value] of a.entries()) {
    product += value * (b[k] ?? 0);
    lengthA += value * value;
    lengthB += (b[k] ?? 0) ** 2;
  }
  return product / Math.sqrt(lengthA * lengthB);
}

export class FakeVectorize implements VectorizeBinding {
  readonly dimensions: number;
  /** Metadata members that were declared before the upsert. */
  readonly indexed: readonly string[];
  readonly #visible = new Map<string, VectorizeRecord>();
  #pending: VectorizeRecord[] = [];
  #mutation = 0;
  /** Calls seen, by name. */
  readonly calls = { query: 0, getByIds: 0, upsert: 0 };

  constructor(dimensions: number, indexed: readonly string[] = ['document']) {
    if (dimensions > LIMITS.dimensions) refuse(`CREATE_ERROR: at most ${LIMITS.dimensions} dimensions`);
    this.dimensions = dimensions;
    this.indexed = indexed;
  }

  get count(): number {
    return this.#visible.size;
  }

  get mutation(): string {
    return String(this.#mutation);
  }

  /** Accepts a batch; it becomes visible with `settle`. `most`: 1,000 through a binding, 5,000 over HTTP. */
  async upsert(
    records: readonly VectorizeRecord[],
    most: number = LIMITS.bindingBatch,
  ): Promise<{ mutationId: string }> {
    this.calls.upsert++;
    if (records.length > most) refuse(`UPSERT_ERROR: ${records.length} vectors, at most ${most}`);
    for (const record of records) checkRecord(record, this.dimensions);
    this.#pending.push(...records);
    this.#mutation++;
    return { mutationId: this.mutation };
  }

  settle(): void {
    for (const record of this.#pending) this.#visible.set(record.id, record);
    this.#pending = [];
  }

  ids(): string[] {
    return [...this.#visible.keys()].sort();
  }

  delete(ids: readonly string[]): void {
    for (const id of ids) this.#visible.delete(id);
  }

  async query(
    vector: readonly number[],
    options: VectorizeQuery,
  ): Promise<{ matches: { id: string; score: number }[] }> {
    this.calls.query++;
    this.#checkQuery(vector, options);
    const wanted = options.filter?.document.$in;
    const matches = [...this.#visible.values()]
      .filter((record) => record.namespace === options.namespace)
      .filter(
        (record) =>
          !wanted || (this.indexed.includes('document') && wanted.includes(record.metadata.document)),
      )
      // Two decimals: coarser than the real approximation, so that a caller who trusts it is found out.
      .map((record) => ({ id: record.id, score: Math.round(cosine(vector, record.values) * 100) / 100 }))
      .sort((a, b) => b.score - a.score)
      .slice(0, options.topK);
    return { matches };
  }

  async getByIds(ids: readonly string[]): Promise<{ id: string; values: Float32Array }[]> {
    this.calls.getByIds++;
    if (ids.length > LIMITS.detailedMatches)
      refuse(`GET_ERROR: ${ids.length} ids, at most ${LIMITS.detailedMatches}`);
    return ids.flatMap((id) => {
      const record = this.#visible.get(id);
      return record ? [{ id, values: Float32Array.from(record.values) }] : [];
    });
  }

  #checkQuery(
    vector: readonly number[],
    { topK, returnValues, returnMetadata, filter }: VectorizeQuery,
  ): void {
    const detailed = Boolean(returnValues) || returnMetadata !== 'none';
    const most = detailed ? LIMITS.detailedMatches : LIMITS.matches;
    if (vector.length !== this.dimensions) refuse(`QUERY_ERROR: expected ${this.dimensions} dimensions`);
    if (topK < 1 || topK > most) refuse(`QUERY_ERROR: topK ${topK}, at most ${most}`);
    if (filter && bytes(JSON.stringify(filter)) >= 2048) refuse('QUERY_ERROR: filter exceeds 2048 bytes');
    if (filter && Object.keys(filter.document.$in).length === 0) refuse('QUERY_ERROR: empty $in');
  }
}
