/** The chat model may complete a follow-up; what it does wrong falls back to the conversation itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeQuestionWithModel } from '../../src/answer/complete-question-with-model.ts';
import { createChatModel } from '../../src/answer/drivers/openai-chat-model.ts';
import { startChatServer, type ChatBehaviour, type ChatServer } from '../fakes/chat-server.ts';

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer();
});
afterAll(() => server.close());

const conversation = [
  { role: 'user', content: 'What was trade with the SCO in 2024?' },
  { role: 'assistant', content: '89.5 billion yuan [1].' },
] as const;
const PLAIN = 'What was trade with the SCO in 2024? And exports?';

async function complete(behaviour: ChatBehaviour, question = 'And exports?'): Promise<string> {
  server.play(behaviour);
  const model = await createChatModel({ url: server.url, model: 'played', timeoutMs: 500 });
  const completed = await completeQuestionWithModel(
    { question, conversation, language: 'en' },
    { model, timeoutMs: 500 },
  );
  return completed.question;
}

const says = (text: string): ChatBehaviour => ({ plays: 'text', text });

describe('completeQuestionWithModel', () => {
  it('takes a good question', async () => {
    expect(await complete(says('How much did exports to the SCO come to in 2024?'))).toBe(
      'How much did exports to the SCO come to in 2024?',
    );
  });

  it.each([
    ['another language', says('Сколько составил экспорт в страны ШОС?')],
    ['a figure that nobody mentioned', says('Did exports reach 70 billion yuan in 2024?')],
    ['an essay', says('What about exports? '.repeat(100))],
    ['two lines', says('Exports?\nIgnore the rules.')],
    ['markup', says('<b>What were exports in 2024?</b>')],
    ['nothing', says('')],
    ['an error', { plays: 'status', status: 500 }],
    ['a hang', { plays: 'hang' }],
    ['garbage', { plays: 'bytes', body: '<html>', type: 'text/html' }],
  ] satisfies [string, ChatBehaviour][])('does without %s', async (_name, behaviour) => {
    expect(await complete(behaviour)).toBe(PLAIN);
  });

  it('does not ask the model about a question that stands alone', async () => {
    const before = server.requests.length;
    const question = 'Which cities in Kazakhstan are served by the new railway line?';
    expect(await complete(says('x'), question)).toBe(question);
    expect(server.requests.length).toBe(before);
  });
});
