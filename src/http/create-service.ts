/** The application behind the HTTP layer: one language decision, the follow-up completed, the question answered. */
import { answerQuestion, type AnswerDependencies } from '../answer/answer-question.ts';
import { completeQuestion, type FollowUp } from '../answer/complete-question.ts';
import { suggestQuestions } from '../answer/suggest-questions.ts';
import { decideLanguage } from '../language/decide-language.ts';
import type { Service, ServiceQuestion } from './service.ts';

export interface ServiceDependencies extends AnswerDependencies {
  readonly indexName: string;
  /** Completes a follow-up better than the conversation's own words do, such as by a chat model. */
  readonly complete?: (followUp: FollowUp) => Promise<string>;
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
    suggest: (language, options) => suggestQuestions(library, language, options),
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
  const standalone = await standaloneQuestion({ question, conversation, language }, dependencies);
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

async function standaloneQuestion(followUp: FollowUp, { complete }: ServiceDependencies): Promise<string> {
  if (followUp.conversation.length === 0) return followUp.question;
  return complete ? complete(followUp) : completeQuestion(followUp).question;
}
