/** The HTTP application over a small library, reached without a server. */
import { createExtractiveWriter } from '../../src/answer/drivers/extractive.ts';
import { verifyQuotation } from '../../src/answer/verification/verify-quotation.ts';
import { createApp } from '../../src/http/app.ts';
import type { App, AppOptions } from '../../src/http/app-options.ts';
import { createService } from '../../src/http/create-service.ts';
import type { Service } from '../../src/http/service.ts';
import { fakeApplication } from '../fakes/fake-application.ts';
import { sampleDocument } from '../fakes/sample-documents.ts';

export interface TestApp {
  readonly app: App;
  /** Faults of the server that were reported. */
  readonly faults: unknown[];
  readonly service: Service;
}

export async function testApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const { library, retriever } = await fakeApplication([sampleDocument()]);
  const service = createService({
    library,
    retriever,
    chat: null,
    extractive: createExtractiveWriter(),
    verifyQuotation,
    verifySentence: async () => true,
    indexName: 'exact',
    complete: async ({ question, conversation }) => `${conversation.at(-1)?.content ?? ''} ${question}`,
  });
  const faults: unknown[] = [];
  const app = createApp({
    service,
    asset: async (path) =>
      path === '/widget.js' ? { body: 'export {};', contentType: 'text/javascript' } : null,
    allowedOrigins: ['https://reader.example'],
    frameAncestors: ['https://paper.example'],
    onError: (error) => faults.push(error),
    ...options,
  });
  return { app, faults, service };
}

export function post(app: App, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const raw = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  const request = {
    method: 'POST',
    body: raw as string,
    headers: { 'Content-Type': 'application/json', ...headers },
  };
  return Promise.resolve(app.request('http://lectern.test/ask', request));
}
