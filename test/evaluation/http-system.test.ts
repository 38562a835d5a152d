/** A service behind an address: what is sent, what is read, and what is said when it answers otherwise. */
import { describe, expect, it } from 'vitest';
import { createHttpSystem } from '../../src/evaluation/drivers/http-system.ts';
import { answered, cite, DOCUMENT } from './fake-system.ts';

interface Sent {
  readonly url: string;
  readonly body: unknown;
}

function systemAnswering(
  status: number,
  body: unknown,
): { sent: Sent[]; system: ReturnType<typeof createHttpSystem> } {
  const sent: Sent[] = [];
  const send: typeof fetch = async (url, init) => {
    sent.push({
      url: url instanceof Request ? url.url : String(url),
      body: init?.body ? JSON.parse(String(init.body)) : null,
    });
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  };
  return { sent, system: createHttpSystem('http://localhost:1/base/', { fetch: send }) };
}

describe('a service behind an address', () => {
  it('is asked by POST /ask and shows no ranking', async () => {
    const answer = answered([cite('ships')]);
    const { sent, system } = systemAnswering(200, answer);
    expect(await system.ask({ question: 'How many?', language: 'en' })).toEqual(answer);
    expect(sent).toEqual([
      { url: 'http://localhost:1/base/ask', body: { question: 'How many?', language: 'en' } },
    ]);
    expect(system.rank).toBeUndefined();
    expect(system.name).toBe('http://localhost:1/base');
  });

  it('serves documents, or says that it has none of that name', async () => {
    const { sent, system } = systemAnswering(200, DOCUMENT);
    expect(await system.document('a/b')).toEqual(DOCUMENT);
    expect(sent[0]?.url).toBe('http://localhost:1/base/documents/a%2Fb');
    expect(await systemAnswering(404, {}).system.document('x')).toBeNull();
  });

  it('is quoted when it refuses, and named when it breaks the contract', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Too long',
      status: 422,
      detail: 'question: 3000 of 2000 characters',
      language: 'en',
      direction: 'ltr',
    };
    const ask = (status: number, body: unknown): Promise<unknown> =>
      systemAnswering(status, body).system.ask({ question: 'x' });
    await expect(ask(422, problem)).rejects.toThrow(
      'POST /ask answered 422: question: 3000 of 2000 characters',
    );
    await expect(ask(502, 'Bad gateway')).rejects.toThrow('POST /ask answered 502: Bad gateway');
    await expect(ask(200, { ...answered([]), status: 'unsure' })).rejects.toThrow(
      'against the contract: status: ',
    );
    await expect(ask(200, '<html>')).rejects.toThrow('against the contract');
  });

  it('says why there was no answer at all', async () => {
    const refused = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') });
    const system = createHttpSystem('http://127.0.0.1:1', { fetch: () => Promise.reject(refused) });
    await expect(system.ask({ question: 'x' })).rejects.toThrow(
      'no answer from http://127.0.0.1:1/ask: connect ECONNREFUSED 127.0.0.1:1',
    );
  });
});
