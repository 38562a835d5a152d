/** Where the time of one answer goes: each stage measured by itself over the same questions, in this process. */
import type { Embedder } from '../embedding/embedder.ts';
import type { NodeApplication } from '../entries/node.ts';
import type { ServiceQuestion } from '../http/service.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import type { ExplainingRetriever } from '../retrieval/retrieve.ts';
import type { SearchData } from '../retrieval/search-data.ts';
import { timeEach, type Summary } from './bench-statistics.ts';

export interface Stage {
  readonly name: string;
  readonly summary: Summary;
}

/** As many as retrieval itself asks for. */
const DENSE_CANDIDATES = 96;
const LEXICAL_HITS = 600;

/** What retrieval consists of. */
export interface RetrievalParts {
  readonly embedder: Embedder;
  readonly index: PassageIndex;
  readonly lexical: SearchData['lexical'];
  readonly retriever: ExplainingRetriever;
}

type Measure = (name: string, work: (question: string) => Promise<unknown>) => Promise<Stage>;

/** Every stage over all questions once before, uncounted: what a service takes that has been running for a while. */
function measureWith(questions: readonly string[]): Measure {
  return async (name, work) => ({ name, summary: await timeEach(questions, work, questions.length) });
}

/** Later stages contain the earlier ones where their name says so. */
export async function measureRetrieval(
  { embedder, index, lexical, retriever }: RetrievalParts,
  questions: readonly string[],
): Promise<Stage[]> {
  const measure = measureWith(questions);
  const vectors = new Map<string, Float32Array>();
  for (const question of questions) {
    const [vector] = await embedder.embed([question], 'query');
    if (vector) vectors.set(question, vector);
  }
  const none = new Float32Array(embedder.dimensions);
  return [
    await measure('tokenise and embed the question', (question) => embedder.embed([question], 'query')),
    await measure(`dense search (${index.name})`, (question) =>
      index.search(vectors.get(question) ?? none, { count: DENSE_CANDIDATES }),
    ),
    await measure('lexical search', async (question) =>
      lexical.search(question, undefined, { count: LEXICAL_HITS }),
    ),
    await measure('embed + search + fuse and score sentences', (question) => retriever.score({ question })),
    await measure('all of retrieval: + choose, decide', (question) => retriever.retrieve({ question })),
  ];
}

export async function measureStages(
  { service, retriever, embedder, opened }: NodeApplication,
  questions: readonly string[],
): Promise<Stage[]> {
  const parts = { embedder, retriever, index: opened.index, lexical: opened.search.lexical };
  return [
    ...(await measureRetrieval(parts, questions)),
    await measureWith(questions)('the whole answer: + quote, verify, write', (question) =>
      answer(service, question),
    ),
  ];
}

async function answer(service: NodeApplication['service'], question: string): Promise<void> {
  const asked: ServiceQuestion = { question, conversation: [], limit: 3 };
  const language = service.decideLanguage(asked);
  for await (const event of service.ask(asked, language, new AbortController().signal)) {
    if (event.kind === 'done') return;
  }
}
