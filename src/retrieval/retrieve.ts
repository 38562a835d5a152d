/** Question → candidates by vectors and by words → scored sentences → ranked evidence and the decision to answer. */
import type { Embedder } from '../embedding/embedder.ts';
import type { TokenTable } from '../embedding/token-table.ts';
import type { Library } from '../index/library.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { expectedAnswerTypes } from './answer-type.ts';
import { sentenceScore, type Calibration } from './calibration.ts';
import { decide } from './decide.ts';
import type { Ranking } from './evidence.ts';
import { gatherEvidence } from './gather-evidence.ts';
import type { RetrievalQuery, Retriever } from './retriever.ts';
import { scoreSentence, type QuestionView, type ScoredSentence, type WindowData } from './score-sentences.ts';
import { buildSentenceTable, type SentenceTable } from './sentence-table.ts';
import { prepareTokenQuery } from './token-match.ts';

/** Candidates taken from each leg: beyond these the fitted model hardly ever finds an answer. */
const DENSE_CANDIDATES = 96;
const LEXICAL_CANDIDATES = 32;

export interface RetrieverDependencies {
  readonly library: Library;
  readonly embedder: Embedder;
  readonly index: PassageIndex;
  readonly lexical: LexicalIndex;
  /** Null for models whose tokens cannot be compared. */
  readonly tokenTable: TokenTable | null;
  readonly windows: WindowData;
  readonly calibration: Calibration;
}

/** Also tells the sentences' features: what calibration is fitted on. */
export interface ExplainingRetriever extends Retriever {
  readonly table: SentenceTable;
  /** Candidates of a question, best first. */
  score(query: RetrievalQuery): Promise<readonly ScoredSentence[]>;
}

export function createRetriever(dependencies: RetrieverDependencies): ExplainingRetriever {
  const table = buildSentenceTable(dependencies.library);
  const score = (query: RetrievalQuery): Promise<ScoredSentence[]> =>
    scoreCandidates(query, table, dependencies);
  return {
    table,
    score,
    async retrieve(query): Promise<Ranking> {
      const scored = await score(query);
      const evidence = gatherEvidence(scored, table, dependencies.library);
      return { evidence, ...decide(scored, table, dependencies.calibration) };
    },
  };
}

async function scoreCandidates(
  query: RetrievalQuery,
  table: SentenceTable,
  dependencies: RetrieverDependencies,
): Promise<ScoredSentence[]> {
  const { library, windows, calibration } = dependencies;
  const { question, candidates } = await findCandidates(query, table, dependencies);
  const scored: ScoredSentence[] = [];
  for (const number of candidates) {
    const sentence = table.sentences[number];
    const passage = library.passages[sentence?.passage ?? -1];
    const document = library.documents.get(passage?.document ?? '');
    const span = passage?.sentences[sentence?.sentence ?? -1];
    if (!sentence || !document || !span) continue;
    const text = document.transcript.text.slice(span.start, span.end);
    const features = scoreSentence(sentence, text, document.language, question, windows);
    scored.push({ number, features, score: sentenceScore(features, calibration) });
  }
  return scored.sort((a, b) => b.score - a.score || a.number - b.number);
}

async function findCandidates(
  query: RetrievalQuery,
  table: SentenceTable,
  dependencies: RetrieverDependencies,
): Promise<{ question: QuestionView; candidates: ReadonlySet<number> }> {
  const { embedder, index, lexical, tokenTable } = dependencies;
  const admits = documentFilter(query, dependencies.library);
  const [vector] = await embedder.embed([query.question], 'query');
  if (!vector) throw new Error('the embedder returned no vector for the question');
  const near = await index.search(vector, { count: DENSE_CANDIDATES, ...(admits ? { filter: admits } : {}) });
  const shared = lexical.search(query.question, query.language, {
    count: table.single.length,
    ...(admits ? { filter: (item: number) => admits(table.single[item] ?? -1) } : {}),
  });
  const candidates = new Set(near.map(({ item }) => table.firstOf[item] ?? 0));
  for (const { item } of shared.slice(0, LEXICAL_CANDIDATES)) {
    candidates.add(table.firstOf[table.single[item] ?? 0] ?? 0);
  }
  const question: QuestionView = {
    vector,
    lexical: new Map(shared.map((hit) => [table.single[hit.item] ?? -1, hit])),
    bestLexical: Math.max(shared[0]?.score ?? 0, Number.EPSILON),
    tokens: tokenTable && prepareTokenQuery(query.question, tokenTable),
    answerTypes: expectedAnswerTypes(query.question, query.language),
  };
  return { question, candidates };
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
