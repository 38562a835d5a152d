/** The application behind the HTTP layer: one language decision, the follow-up completed, the question answered. */
import { answerQuestion, type AnswerDependencies } from '../answer/answer-question.ts';
import type { ConversationTurn } from '../answer/conversation.ts';
import { decideLanguage } from '../language/decide-language.ts';
import type { Service, ServiceQuestion } from './service.ts';

export interface ServiceDependencies extends AnswerDependencies {
  readonly indexName: string;
  /** A follow-up with what it leaves out; a standalone question as it is. */
  readonly complete: (asked: {
    readonly question: string;
    readonly conversation: readonly ConversationTurn[];
    readonly language: string;
  }) => Promise<string>;
  readonly suggest: Service['suggest'];
}

export function createService(dependencies: ServiceDependencies): Service {
  const { library } = dependencies;
  const documentLanguage = [...library.documents.values()][0]?.language ?? 'en';
  return {
    library,
    indexName: dependencies.indexName,
    decideLanguage: ({ question, conversation, language, acceptLanguage }) =>
      decideLanguage({
        question,
        conversation,
        documentLanguage,
        ...(language ? { explicit: language } : {}),
        ...(acceptLanguage ? { acceptLanguage } : {}),
      }).language,
    ask: (question, language, signal) => ask(question, language, dependencies, signal),
    suggest: dependencies.suggest,
    probe: async () => {
      await dependencies.retriever.retrieve({ question: 'ready?' });
    },
  };
}

async function* ask(
  asked: ServiceQuestion,
  language: string,
  dependencies: ServiceDependencies,
  signal: AbortSignal,
): ReturnType<typeof answerQuestion> {
  const { question, conversation, documents, limit } = asked;
  const standalone = conversation.length
    ? await dependencies.complete({ question, conversation, language })
    : question;
  const wanted = {
    text: question,
    standalone,
    language,
    conversation,
    limit,
    ...(documents ? { documents } : {}),
  };
  yield* answerQuestion(wanted, dependencies, signal);
}
