/** Evaluates the service of this process, without HTTP, so that the ranking behind an answer can be measured too. */
import { presentAnswer, presentDocument } from '../../http/present.ts';
import type { AskResponse } from '../../http/contract.ts';
import type { Service, ServiceQuestion } from '../../http/service.ts';
import type { Retriever } from '../../retrieval/retriever.ts';
import type { EvaluatedSystem, PassageRanking, SystemQuestion } from '../system.ts';

export interface ServiceSystemOptions {
  readonly name?: string;
  /** The one that the service answers from; without it nothing is ranked. */
  readonly retriever?: Retriever;
  /** Most citations in an answer; the HTTP default. */
  readonly limit?: number;
}

const DEFAULT_CITATIONS = 3;

export function createServiceSystem(service: Service, options: ServiceSystemOptions = {}): EvaluatedSystem {
  const { retriever, name = 'service', limit = DEFAULT_CITATIONS } = options;
  return {
    name,
    ask: (question) => ask(service, question, limit),
    document: async (id) => {
      const document = service.library.documents.get(id);
      return document ? presentDocument(document, service.library) : null;
    },
    ...(retriever ? { rank: (question: SystemQuestion) => rank(retriever, question) } : {}),
  };
}

async function ask(service: Service, asked: SystemQuestion, limit: number): Promise<AskResponse> {
  const question: ServiceQuestion = { ...asked, conversation: asked.conversation ?? [], limit };
  const language = service.decideLanguage(question);
  for await (const event of service.ask(question, language, new AbortController().signal)) {
    // Identifier and suggestions are HTTP's; nothing here measures them.
    if (event.kind === 'done') return presentAnswer(event.answer, 'evaluation', []);
  }
  throw new Error('the answer ended without a result');
}

async function rank(retriever: Retriever, { question, documents }: SystemQuestion): Promise<PassageRanking> {
  const { evidence, probability } = await retriever.retrieve({
    question,
    ...(documents ? { documents } : {}),
  });
  return {
    passages: evidence.map(({ passage: { document, start, end } }) => ({ document, start, end })),
    probability,
  };
}
