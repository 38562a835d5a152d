/** The whole application inside workerd: contract, pages, stream, refusals, cache and rate limit. */
import { exports } from 'cloudflare:workers';
import { describe, expect, inject, it } from 'vitest';
import { AskResponse, DocumentDetail, DocumentList } from '../../src/http/contract.ts';

let visitor = 0;

/** Each call comes from a visitor of its own, so that the limit of one test does not reach another. */
function call(path: string, init: RequestInit = {}, address = `192.0.2.${visitor++}`): Promise<Response> {
  const headers = { 'CF-Connecting-IP': address, ...(init.headers as Record<string, string>) };
  return exports.default.fetch(new Request(`https://lectern.example${path}`, { ...init, headers }));
}

function ask(body: unknown, headers: Record<string, string> = {}, address?: string): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const length = String(new TextEncoder().encode(text).length);
  const init = {
    method: 'POST',
    body: text,
    headers: { 'Content-Type': 'application/json', 'Content-Length': length, ...headers },
  };
  return call('/ask', init, address);
}

describe('the Worker', () => {
  it('is healthy, searches by itself and serves the page, the widget and the documents', async () => {
    expect(await (await call('/healthz')).json()).toMatchObject({ status: 'ok', index: 'exact' });
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/widget.js', 'text/javascript'],
      ['/page.css', 'text/css'],
    ] as const) {
      const response = await call(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('Content-Type'), path).toContain(type);
      expect((await response.text()).length, path).toBeGreaterThan(500);
    }
    const { documents } = DocumentList.parse(await (await call('/documents')).json());
    const id = documents[0]?.id ?? '';
    expect((await call(`/d/${id}`)).status).toBe(200);
    const detail = DocumentDetail.parse(await (await call(`/documents/${id}`)).json());
    expect(detail.passages.length).toBeGreaterThan(3);
  });

  it('keeps its own files to itself', async () => {
    for (const path of ['/model/weights.onnx', '/index/current', '/files.json', '/site/widget.js']) {
      expect((await call(path)).status, path).toBe(404);
    }
  });

  it('quotes only what stands in the document, at the offsets it gives', async () => {
    const { documents } = DocumentList.parse(await (await call('/documents')).json());
    const texts = new Map<string, string>();
    for (const { id } of documents) {
      texts.set(id, DocumentDetail.parse(await (await call(`/documents/${id}`)).json()).text);
    }
    for (const question of [
      '中俄博览会何时举行？',
      'How many leaders will attend the summit?',
      'كم عدد القادة؟',
    ]) {
      const answer = AskResponse.parse(await (await ask({ question })).json());
      const quotations = [...answer.citations, ...answer.related];
      expect(quotations.length, question).toBeGreaterThan(0);
      for (const { document, quote, start, end } of quotations) {
        expect(texts.get(document.id)?.slice(start, end)).toBe(quote);
      }
    }
  });

  it('streams the same events as Node', async () => {
    const response = await ask({ question: 'What will be done for the environment?', stream: true });
    expect(response.headers.get('Content-Type')).toContain('text/event-stream');
    const text = await response.text();
    const events = [...text.matchAll(/^event: (\w+)$/gm)].map((match) => match[1]);
    expect(events[0]).toBe('language');
    expect(events.at(-1)).toBe('done');
    const done = /^event: done\ndata: (.*)$/m.exec(text)?.[1] ?? '';
    expect(AskResponse.parse(JSON.parse(done)).language).toBe('en');
  });

  it.each([
    ['{', 400],
    ['[]', 400],
    [{ question: '' }, 422],
    [{ question: 'x'.repeat(2001) }, 422],
    [{ question: '?', documents: ['nowhere'] }, 422],
    [{ question: '?', limit: 99 }, 422],
  ])('answers %j with problem %i', async (body, status) => {
    const response = await ask(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    expect(((await response.json()) as { detail: string }).detail).not.toBe('');
  });

  it('refuses other methods and unknown paths', async () => {
    expect((await call('/ask')).status).toBe(405);
    expect((await call('/nothing')).status).toBe(404);
  });

  it('repeats an answer from the cache under another id', async () => {
    const question = { question: 'Who spoke about the environment?' };
    const [first, second] = [await ask(question), await ask(question)];
    expect(first.headers.get('X-Lectern-Cache')).toBe('miss');
    expect(second.headers.get('X-Lectern-Cache')).toBe('hit');
    const [a, b] = [AskResponse.parse(await first.json()), AskResponse.parse(await second.json())];
    expect({ ...b, id: '' }).toEqual({ ...a, id: '' });
    expect(b.id).not.toBe(a.id);
  });

  it('refuses a visitor who asks too often, in the visitor’s language, and nobody else', async () => {
    const limit = inject('askLimit');
    const language = { 'Accept-Language': 'ru' };
    const statuses: number[] = [];
    for (let count = 0; count <= limit; count++) {
      const response = await ask({ question: `Сколько стран участвует? ${count}` }, language, '203.0.113.9');
      statuses.push(response.status);
      if (response.status === 429) expect(await response.json()).toMatchObject({ language: 'ru' });
      else await response.text();
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, -1)).toEqual(Array.from({ length: limit }, () => 200));
    expect((await ask({ question: 'Сколько стран?' }, language, '203.0.113.10')).status).toBe(200);
  });
});
