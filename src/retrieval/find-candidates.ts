/** Question → the sentences worth scoring, from the dense leg and from the lexical one. */
import type { Library } from '../index/library.ts';
import { expectedAnswerTypes } from './answer-type.ts';
import type { RetrieverDependencies } from './retriever-dependencies.ts';
import type { RetrievalQuery } from './retriever.ts';
import type { QuestionView } from './score-sentences.ts';
import type { SentenceTable } from './sentence-table.ts';
import { prepareTokenQuery } from './token-match.ts';

/** Sentences taken from each leg: measured to hold nearly every answer that more would find. */
const FROM_EACH_LEG = 32;
/** Most windows looked at by the dense leg, however many languages a sentence has. */
const WINDOWS = 1000;
/** Lexical hits kept: scoring reads the cover of candidates from them. */
const LEXICAL_HITS = 600;

export interface Candidates {
  readonly question: QuestionView;
  /** Numbers of sentences in the table. */
  readonly sentences: ReadonlySet<number>;
}

export async function findCandidates(
  query: RetrievalQuery,
  table: SentenceTable,
  dependencies: RetrieverDependencies,
): Promise<Candidates> {
  const { embedder, index, lexical, library, tokenTable, windows } = dependencies;
  const admits = documentFilter(query, library);
  const [vector] = await embedder.embed([query.question], 'query');
  if (!vector) throw new Error('the embedder returned no vector for the question');
  const near = await index.search(vector, {
    count: denseCount(table),
    ...(admits ? { filter: admits } : {}),
  });
  const shared = lexical.search(query.question, query.language, {
    count: LEXICAL_HITS,
    ...(admits ? { filter: (item: number) => admits(table.single[item] ?? -1) } : {}),
  });
  const sentences = new Set([
    ...firstSentences(near, (item) => item, table),
    ...firstSentences(shared, (item) => table.single[item] ?? -1, table),
  ]);
  const question: QuestionView = {
    vector,
    lexical: new Map(shared.map((hit) => [table.single[hit.item] ?? -1, hit])),
    bestLexical: Math.max(shared[0]?.score ?? 0, Number.EPSILON),
    tokens: tokenTable && prepareTokenQuery(query.question, tokenTable, windows.tokensOf),
    answerTypes: expectedAnswerTypes(query.question, query.language),
  };
  return { question, sentences };
}

/** Each sentence has a window in every language: to find so many sentences, more windows must be looked at. */
function denseCount({ sentences, firstOf }: SentenceTable): number {
  return Math.min(WINDOWS, Math.ceil((FROM_EACH_LEG * firstOf.length) / Math.max(1, sentences.length)));
}

/** The first distinct sentences among hits that are sorted, best first. */
function firstSentences(
  hits: readonly { readonly item: number }[],
  windowOf: (item: number) => number,
  table: SentenceTable,
): Set<number> {
  const found = new Set<number>();
  for (const { item } of hits) {
    if (found.size >= FROM_EACH_LEG) break;
    found.add(table.firstOf[windowOf(item)] ?? 0);
  }
  return found;
}

function documentFilter(
  { documents }: RetrievalQuery,
  library: Library,
): ((window: number) => boolean) | null {
  if (!documents) return null;
  const wanted = new Set(documents);
  const passages = library.passages.map((passage) => wanted.has(passage.document));
  return (window) => passages[library.windows[window]?.passage ?? -1] ?? false;
}
