/** The cache of answers, with the Cache API of workerd. */
import { describe, expect, it } from 'vitest';
import { withAnswerCache } from '../../src/entries/worker-answer-cache.ts';

interface Made {
  readonly response: Response;
  readonly calls: number;
}

let scopes = 0;

/** Asks `requests` one after the other through one cache; counts how often the answer had to be made. */
async function ask(
  requests: readonly Request[],
  make?: (call: number) => Response,
  scope = `scope-${scopes++}`,
): Promise<Made[]> {
  const cache = await caches.open('test-answers');
  const made: Made[] = [];
  let calls = 0;
  for (const request of requests) {
    const pending: Promise<unknown>[] = [];
    const context = { waitUntil: (promise: Promise<unknown>) => void pending.push(promise) };
    const response = await withAnswerCache(request, { cache, scope, context }, async (passed) => {
      calls++;
      const body: unknown = passed.method === 'POST' ? await passed.json() : null;
      return (
        make?.(calls) ??
        Response.json({ id: `made-${calls}`, asked: body }, { headers: { 'Cache-Control': 'no-store' } })
      );
    });
    await Promise.all(pending);
    made.push({ response, calls });
  }
  return made;
}

function question(text: string, headers: Record<string, string> = {}): Request {
  const body = JSON.stringify({ question: text });
  const length = String(new TextEncoder().encode(body).length);
  return new Request('https://example.org/ask', {
    method: 'POST',
    body,
    headers: { 'Content-Length': length, ...headers },
  });
}

describe('the cache of answers', () => {
  it('repeats an answer under a new id, and tells nobody to keep it', async () => {
    const [first, second] = await ask([question('贸易额?'), question('贸易额?')]);
    expect(first?.response.headers.get('X-Lectern-Cache')).toBe('miss');
    expect(second?.calls).toBe(1);
    expect(second?.response.headers.get('X-Lectern-Cache')).toBe('hit');
    expect(second?.response.headers.get('Cache-Control')).toBe('no-store');
    const [a, b] = [await first?.response.json(), await second?.response.json()] as {
      id: string;
      asked: unknown;
    }[];
    expect(b?.asked).toEqual(a?.asked);
    expect(b?.id).not.toBe(a?.id);
  });

  it('tells apart questions, languages, sites and indexes', async () => {
    const different = [
      question('a'),
      question('b'),
      question('a', { 'Accept-Language': 'fr' }),
      question('a', { Origin: 'https://one.example' }),
      question('a', { Origin: 'https://two.example' }),
    ];
    expect((await ask(different)).at(-1)?.calls).toBe(different.length);
    expect((await ask([question('a')], undefined, 'index-1')).at(-1)?.calls).toBe(1);
    expect((await ask([question('a')], undefined, 'index-2')).at(-1)?.calls).toBe(1);
  });

  it('never repeats faults, streams, pages or bodies of unknown size', async () => {
    const fault = () => new Response('{}', { status: 503, headers: { 'Content-Type': 'application/json' } });
    expect((await ask([question('f'), question('f')], fault)).at(-1)?.calls).toBe(2);
    const stream = { Accept: 'text/event-stream' };
    expect((await ask([question('s', stream), question('s', stream)])).at(-1)?.calls).toBe(2);
    const eventStream = () =>
      new Response('data: 1\n\n', { headers: { 'Content-Type': 'text/event-stream' } });
    expect((await ask([question('e'), question('e')], eventStream)).at(-1)?.calls).toBe(2);
    const page = () => new Request('https://example.org/ask');
    expect((await ask([page(), page()])).at(-1)?.calls).toBe(2);
    const huge = { 'Content-Length': '999999999' };
    expect((await ask([question('h', huge), question('h', huge)])).at(-1)?.calls).toBe(2);
  });
});
