/** Writers, checks and conversation, as the settings want them. */
import type { AnswerDependencies } from '../answer/answer-question.ts';
import { createExtractiveWriter } from '../answer/drivers/extractive.ts';
import { verifyQuotation } from '../answer/verification/verify-quotation.ts';
import { verifySentence } from '../answer/verification/verify-sentence.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { ServiceDependencies } from '../http/create-service.ts';
import type { Library } from '../index/library.ts';
import type { Settings } from './settings.ts';

type Ports = Omit<AnswerDependencies, 'library' | 'retriever'> &
  Pick<ServiceDependencies, 'complete' | 'suggest'>;

export async function answerPorts(
  _settings: Settings,
  _library: Library,
  _embedder: Embedder,
): Promise<Ports> {
  return {
    chat: null,
    extractive: createExtractiveWriter(),
    verifyQuotation,
    verifySentence: async (sentence, task) => (await verifySentence(sentence, task)).verdict === 'verified',
    complete: async ({ question }) => question,
    suggest: () => [],
  };
}
