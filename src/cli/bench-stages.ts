/** Where the time of one answer goes: each stage measured by itself over the same questions, in this process. */
import type { NodeApplication } from '../entries/node.ts';
import type { ServiceQuestion } from '../http/service.ts';
import { timeEach, type Summary } from './bench-statistics.ts';

export interface Stage {
  readonly name: string;
  readonly summary: Summary;
}

/** As many as retrieval itself asks for. */
const DENSE_CANDIDATES = 96;

/** Later stages contain the earlier ones where their name says so. */
export async function measureStages(
  { service, retriever, embedder, opened }: NodeApplication,
  questions: readonly string[],
): Promise<Stage[]> {
  const { index, search, snapshot } = opened;
  const vectors = new Map<string, Float32Array>();
  for (const question of questions) {
    const [vector] = await embedder.embed([question], 'query');
    if (vector) vectors.set(question, vector);
  }
  const count = snapshot.library.windows.length;
  const measure = async (name: string, work: (question: string) => Promise<unknown>): Promise<Stage> => ({
    name,
    summary: await timeEach(questions, work),
  });
  return [
    await measure('embed the question', (question) => embedder.embed([question], 'query')),
    await measure(`dense search (${index.name})`, (question) =>
      index.search(vectors.get(question) ?? new Float32Array(embedder.dimensions), {
        count: DENSE_CANDIDATES,
      }),
    ),
    await measure('lexical search', async (question) =>
      search.lexical.search(question, undefined, { count }),
    ),
    await measure('embed + search + score', (question) => retriever.score({ question })),
    await measure('embed + search + score + decide', (question) => retriever.retrieve({ question })),
    await measure('the whole answer: + quote, verify, write', (question) => answer(service, question)),
  ];
}

async function answer(service: NodeApplication['service'], question: string): Promise<void> {
  const asked: ServiceQuestion = { question, conversation: [], limit: 3 };
  const language = service.decideLanguage(asked);
  for await (const event of service.ask(asked, language, new AbortController().signal)) {
    if (event.kind === 'done') return;
  }
}
