/** Question → ranked evidence. */
import type { Ranking } from './evidence.ts';

export interface RetrievalQuery {
  /** A standalone question. */
  readonly question: string;
  /** BCP-47 tag of the question, where it is known. */
  readonly language?: string;
  /** Ids of the documents to search; all when absent. */
  readonly documents?: readonly string[];
  /** Numbers of passages to look past, as if nobody had said them: what calibration asks where the answer is missing. */
  readonly except?: ReadonlySet<number>;
}

export interface Retriever {
  retrieve(query: RetrievalQuery): Promise<Ranking>;
}
