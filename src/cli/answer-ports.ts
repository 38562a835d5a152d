/** Writers, checks and conversation, as the settings want them. */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AnswerDependencies } from '../answer/answer-question.ts';
import type { FollowUp } from '../answer/complete-question.ts';
import { createExtractiveWriter } from '../answer/drivers/extractive.ts';
import { verifyQuotation } from '../answer/verification/verify-quotation.ts';
import { verifySentence } from '../answer/verification/verify-sentence.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { ServiceDependencies } from '../http/create-service.ts';
import type { Library } from '../index/library.ts';
import { createMeaningCheck } from './meaning-check.ts';
import type { Settings } from './settings.ts';

type Ports = Omit<AnswerDependencies, 'library' | 'retriever'> & Pick<ServiceDependencies, 'complete'>;

export async function answerPorts(settings: Settings, library: Library, embedder: Embedder): Promise<Ports> {
  const ports = { chat: null, extractive: createExtractiveWriter(), verifyQuotation };
  const { chat } = settings;
  if (!chat) return { ...ports, verifySentence: async () => true };
  // Loaded only where a chat model is set: LangChain is large.
  const { createChatModel } = await import('../answer/drivers/openai-chat-model.ts');
  const { createChatModelWriter } = await import('../answer/drivers/chat-model.ts');
  const model = await createChatModel({
    url: chat.url,
    model: chat.model,
    ...(chat.key ? { apiKey: chat.key } : {}),
  });
  const meaning = await createMeaningCheck(library, embedder);
  return {
    ...ports,
    chat: createChatModelWriter({ model, id: `chat:${chat.model}` }),
    verifySentence: async (sentence, task) =>
      (await verifySentence(sentence, task, meaning ?? undefined)).verdict === 'verified',
    complete: (followUp) => complete(followUp, model),
  };
}

async function complete(followUp: FollowUp, model: BaseChatModel): Promise<string> {
  const { completeQuestionWithModel } = await import('../answer/complete-question-with-model.ts');
  return (await completeQuestionWithModel(followUp, { model })).question;
}
