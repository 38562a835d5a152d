/** The same attacks through `POST /ask`: the reader gets the extractive answer and nothing of what the model made up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChatModelWriter } from '../../src/answer/drivers/chat-model.ts';
import { createExtractiveWriter } from '../../src/answer/drivers/extractive.ts';
import { createChatModel } from '../../src/answer/drivers/openai-chat-model.ts';
import { verifyQuotation } from '../../src/answer/verification/verify-quotation.ts';
import { verifySentence } from '../../src/answer/verification/verify-sentence.ts';
import { createApp } from '../../src/http/app.ts';
import type { App } from '../../src/http/app-options.ts';
import type { AskResponse } from '../../src/http/contract.ts';
import { createService } from '../../src/http/create-service.ts';
import { startChatServer, type ChatBehaviour, type ChatServer } from '../fakes/chat-server.ts';
import { ATTACKS } from './chat-model-attack-table.ts';
import { library } from './chat-model-task.ts';

let server: ChatServer;
let app: App;

beforeAll(async () => {
  server = await startChatServer();
  const model = await createChatModel({ url: server.url, model: 'played', timeoutMs: 1000, maxTokens: 300 });
  const evidence = library.passages.map((passage) => ({
    passage,
    score: 1,
    matches: [{ sentence: 0, score: 1 }],
  }));
  const service = createService({
    library,
    indexName: 'none',
    retriever: { retrieve: async () => ({ evidence, probability: 1, answerable: 3, confidence: 'high' }) },
    chat: createChatModelWriter({ model, id: 'chat:played', timeoutMs: 1000, maxTokens: 300 }),
    extractive: createExtractiveWriter(),
    verifyQuotation,
    verifySentence: async (sentence, task) => (await verifySentence(sentence, task)).verdict === 'verified',
  });
  app = createApp({
    service,
    asset: async () => null,
    allowedOrigins: [],
    frameAncestors: [],
    onError: (error) => {
      throw error;
    },
  });
});
afterAll(() => server.close());

const QUESTION = 'How large was trade, and what was built?';

async function post(behaviour: ChatBehaviour, body: object): Promise<Response> {
  server.play(behaviour);
  const headers = { 'content-type': 'application/json' };
  return app.request('/ask', {
    method: 'POST',
    headers,
    body: JSON.stringify({ question: QUESTION, ...body }),
  });
}

async function ask(behaviour: ChatBehaviour, language: string): Promise<AskResponse> {
  const response = await post(behaviour, { language });
  expect(response.status).toBe(200);
  return (await response.json()) as AskResponse;
}

const says = (text: string): ChatBehaviour => ({ plays: 'text', text });
const HONEST =
  'In 2024, trade between Hekou and friendly countries reached 89.5 billion yuan, up 22 percent [1].';

describe('POST /ask with a chat model', () => {
  it('shows an honest answer, with the citation that it uses', async () => {
    const answer = await ask(says(HONEST), 'en');
    expect(answer).toMatchObject({ status: 'answered', writer: 'chat:played', answer: HONEST });
    expect(answer.citations.map(({ marker }) => marker)).toEqual([1]);
  });

  it.each(ATTACKS)('does not show: $name', async ({ text, language }) => {
    const answer = await ask(says(text), language);
    expect(answer).toMatchObject({ status: 'answered', writer: 'extractive', language });
    expect(answer.answer).not.toContain(text.replace(/\s*\[\d+\]\.?。?/gu, ''));
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  it.each(ATTACKS)('streams nothing of: $name', async ({ text, language }) => {
    const response = await post(says(`${text}\n\n${text}`), { language, stream: true });
    const events = await response.text();
    expect(events).toContain('"writer":"extractive"');
    const deltas = [...events.matchAll(/event: delta\ndata: (.*)/gu)].map(
      (match) => (JSON.parse(match[1] ?? '{}') as { text: string }).text,
    );
    expect(deltas.length).toBeGreaterThan(0);
    expect(deltas.join('')).not.toContain(text.replace(/\s*\[\d+\]\.?。?/gu, ''));
  });

  it.each([
    ['hangs', { plays: 'hang', after: HONEST.slice(0, 30) }],
    ['has too many requests', { plays: 'status', status: 429 }],
    ['fails', { plays: 'status', status: 500 }],
    ['sends garbage', { plays: 'bytes', body: 'data: {"x\n\n' }],
    ['says nothing', says('')],
    ['hangs up', { plays: 'disconnect', after: 'In 2024' }],
    ['sends a line of 10 MB', { plays: 'bytes', body: 'x'.repeat(10_000_000) }],
  ] satisfies [string, ChatBehaviour][])(
    'answers extractively when the model %s',
    async (_name, behaviour) => {
      expect(await ask(behaviour, 'en')).toMatchObject({ status: 'answered', writer: 'extractive' });
    },
  );
});
