/** The application behind the HTTP layer: one language decision, the follow-up completed, the question answered. */
import { answerQuestion, type AnswerDependencies } from '../answer/answer-question.ts';
import { completeQuestion } from '../answer/complete-question.ts';
import { suggestQuestions } from '../answer/suggest-questions.ts';
import { decideLanguage } from '../language/decide-language.ts';
import type { Service, ServiceQuestion } from './service.ts';

export interface ServiceDependencies extends AnswerDependencies {
  readonly indexName: string;
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
    suggest: (language, options) => suggestQuestions([...library.documents.values()], language, options),
    probe: async () => {
      await dependencies.retriever.retrieve({ question: 'ready?' });
    },
  };
}

function ask(
  asked: ServiceQuestion,
  language: string,
  dependencies: ServiceDependencies,
  signal: AbortSignal,
): ReturnType<typeof answerQuestion> {
  const { question, conversation, documents, limit } = asked;
  const standalone = completeQuestion({ question, conversation, language }).question;
  const wanted = { text: question, standalone, language, conversation, limit, ...(documents ? { documents } : {}) };
  return answerQuestion(wanted, dependencies, signal);
}
