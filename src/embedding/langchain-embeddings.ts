/** Our embedder as LangChain's `Embeddings`, so that its vector stores and splitters can use the model. Load it only where it is used. */
import { Embeddings } from '@langchain/core/embeddings';
import { embedTexts, type VectorCache } from './embed-texts.ts';
import type { Embedder } from './embedder.ts';

export interface LecternEmbeddingsOptions {
  readonly embedder: Embedder;
  /** Keeps vectors of documents between calls. Queries are not kept. */
  readonly cache?: VectorCache;
}

/** Vectors are normalised: cosine, inner product and squared distance rank alike. */
export class LecternEmbeddings extends Embeddings {
  private readonly embedder: Embedder;
  private readonly cache: VectorCache | undefined;

  constructor({ embedder, cache }: LecternEmbeddingsOptions) {
    // Nothing here goes over a network, so that a retry would only repeat the fault.
    super({ maxRetries: 0 });
    this.embedder = embedder;
    this.cache = cache;
  }

  /** One vector per text, in the order given; any number of texts. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const options = this.cache ? { cache: this.cache } : {};
    const { vectors } = await embedTexts(texts, 'passage', this.embedder, options);
    return vectors.map((vector) => [...vector]);
  }

  override async embedQuery(text: string): Promise<number[]> {
    const { vectors } = await embedTexts([text], 'query', this.embedder);
    return [...(vectors[0] ?? [])];
  }
}
