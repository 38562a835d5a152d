/** The HTTP contract as clients see it: answers, events, documents, headers. */
import { describe, expect, it } from 'vitest';
import {
  AskResponse,
  DocumentDetail,
  DocumentList,
  Health,
  MessageCatalogue,
  type AskEvent,
} from '../../src/http/contract.ts';
import { post, testApp } from './test-app.ts';

const { app, faults } = await testApp();
const GOOD = { question: 'How long is the new quay?' };
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(`http://lectern.test${path}`, { headers }));

describe('POST /ask', () => {
  it('answers as the contract says, with offsets into the text that GET /documents/:id serves', async () => {
    const response = await post(app, GOOD);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Language')).toBe('en');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const answer = AskResponse.parse(await response.json());
    expect(answer).toMatchObject({
      status: 'answered',
      reason: null,
      writer: 'extractive',
      direction: 'ltr',
    });
    const [citation] = answer.citations;
    if (!citation) throw new Error('no citation');
    const detail = DocumentDetail.parse(await (await get(`/documents/${citation.document.id}`)).json());
    expect(detail.text.slice(citation.start, citation.end)).toBe(citation.quote);
    expect(citation.speaker?.name).toBe('Anna Lind');
    const page = await get(citation.turn.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('420 metres');
    expect(answer.suggestions).toContain('Will the ferry run in winter?');
  });

  it('tells to whom an answer replied', async () => {
    const response = await post(app, { question: 'How many people will work there?' });
    const { citations } = AskResponse.parse(await response.json());
    expect(citations[0]?.inReplyTo).toMatchObject({
      speaker: { organisation: expect.stringContaining('Avelin Post') },
      text: 'How many jobs will the quay bring?',
    });
  });

  it('abstains as the contract says', async () => {
    const answer = AskResponse.parse(await (await post(app, { question: 'Zebra xylophone?' })).json());
    expect(answer).toMatchObject({ status: 'abstained', reason: 'no_evidence', citations: [] });
    for (const related of answer.related) expect(related).not.toHaveProperty('verdict');
  });

  it('answers in the language asked for, else in that of the question, else in the browser’s', async () => {
    const language = async (body: object, headers = {}): Promise<string> =>
      AskResponse.parse(await (await post(app, body, headers)).json()).language;
    expect(await language({ ...GOOD, language: 'ar' })).toBe('ar');
    expect(await language({ question: 'Сколько метров в длину новый причал в порту?' })).toBe('ru');
    expect(await language({ question: '420?' }, { 'Accept-Language': 'fr' })).toBe('fr');
  });

  it('completes a question from the conversation and says which question it answered', async () => {
    const conversation = [{ role: 'user', content: 'What of the new quay?' }];
    const answer = AskResponse.parse(await (await post(app, { question: 'How long?', conversation })).json());
    expect(answer.question).toBe('What of the new quay? How long?');
  });

  it('takes a body with members that it does not know', async () => {
    expect((await post(app, { ...GOOD, temperature: 1 })).status).toBe(200);
  });
});

async function events(response: Response): Promise<AskEvent[]> {
  const text = await response.text();
  return text.split('\n\n').flatMap((block) => {
    const event = /^event: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    return event && data ? [{ event, data: JSON.parse(data) } as AskEvent] : [];
  });
}

describe('POST /ask as a stream', () => {
  it.each([
    ['by a member', { ...GOOD, stream: true }, {}],
    ['by the Accept header', GOOD, { Accept: 'text/event-stream' }],
  ])(
    'tells language, citations before their words, and the whole at the end, asked %s',
    async (_how, body, headers) => {
      const response = await post(app, body, headers);
      expect(response.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
      const told = await events(response);
      expect(told[0]).toEqual({ event: 'language', data: { language: 'en', direction: 'ltr' } });
      const last = told.at(-1);
      if (last?.event !== 'done') throw new Error('no done');
      const whole = AskResponse.parse(last.data);
      expect(told.flatMap((event) => (event.event === 'delta' ? [event.data.text] : [])).join('')).toBe(
        whole.answer,
      );
      expect(told.flatMap((event) => (event.event === 'citation' ? [event.data] : []))).toEqual(
        whole.citations,
      );
      const seen = new Set<number>();
      for (const event of told) {
        if (event.event === 'citation') seen.add(event.data.marker);
        if (event.event !== 'delta') continue;
        for (const [, marker] of event.data.text.matchAll(/\[(\d+)\]/g))
          expect(seen.has(Number(marker))).toBe(true);
      }
    },
  );

  it('is plain JSON where stream is false, whatever Accept says', async () => {
    const response = await post(app, { ...GOOD, stream: false }, { Accept: 'text/event-stream' });
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
  });

  it('refuses a bad request before the stream begins', async () => {
    const response = await post(app, { question: '', stream: true });
    expect(response.status).toBe(422);
  });

  it('ends with an error event when answering fails half-way', async () => {
    const { service } = await testApp();
    const { app: failing, faults: reported } = await testApp({
      service: {
        ...service,
        async *ask() {
          yield { kind: 'delta', text: 'It is ' };
          throw new Error('secret inside');
        },
      },
    });
    const told = await events(await post(failing, { ...GOOD, stream: true }));
    expect(told.map(({ event }) => event)).toEqual(['language', 'delta', 'error']);
    expect(JSON.stringify(told)).not.toContain('secret');
    expect(String(reported)).toContain('secret inside');
  });
});

describe('documents', () => {
  it('are listed and told with turns and passages that lie in the text', async () => {
    const { documents } = DocumentList.parse(await (await get('/documents')).json());
    expect(documents.map(({ id, turns }) => [id, turns])).toEqual([['harbour', 7]]);
    const detail = DocumentDetail.parse(await (await get('/documents/harbour')).json());
    for (const { start, end } of [...detail.turns, ...detail.passages]) {
      expect(start < end && end <= detail.text.length).toBe(true);
    }
    for (const turn of detail.turns.filter(({ kind }) => kind === 'answer')) {
      expect(detail.turns.find(({ id }) => id === turn.inReplyTo)?.kind).toBe('question');
    }
  });

  it('do not let a path lead elsewhere', async () => {
    for (const path of [
      '/documents/..%2F..%2Fetc',
      '/d/%00',
      '/documents/__proto__',
      '/documents/constructor',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  it('come with interface texts in any language and the questions to ask next', async () => {
    const arabic = MessageCatalogue.parse(await (await get('/messages/ar')).json());
    expect(arabic).toMatchObject({ language: 'ar', direction: 'rtl' });
    const suggested = async (language: string): Promise<unknown> =>
      (await get(`/suggestions?language=${language}`)).json();
    expect(await suggested('en')).toEqual({
      suggestions: expect.arrayContaining(['Will the ferry run in winter?']),
    });
    // Nobody has asked in Russian, and no translation says how it would be put.
    expect(await suggested('ru')).toEqual({ suggestions: [] });
  });
});

describe('the service', () => {
  it('is healthy when it can answer', async () => {
    const health = Health.parse(await (await get('/healthz')).json());
    expect(health).toMatchObject({ status: 'ok', documents: 1, index: 'exact' });
  });

  it('lets only allowed sites call it from a browser', async () => {
    const from = (origin: string) => post(app, GOOD, { Origin: origin });
    expect((await from('https://reader.example')).headers.get('Access-Control-Allow-Origin')).toBe(
      'https://reader.example',
    );
    expect((await from('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
    const preflight = await app.request('http://lectern.test/ask', {
      method: 'OPTIONS',
      headers: { Origin: 'https://reader.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('POST');
  });

  it('sends a policy without inline code, framed only where it may be', async () => {
    for (const path of ['/', '/d/harbour', '/docs', '/embed', '/documents', '/nowhere']) {
      const policy = (await get(path)).headers.get('Content-Security-Policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/unsafe|\*/);
      expect(policy.includes('https://paper.example'), path).toBe(path === '/embed');
    }
    expect((await get('/')).headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('describes itself, and serves only files that are there', async () => {
    const described = (await (await get('/openapi.json')).json()) as { paths: Record<string, unknown> };
    expect(Object.keys(described.paths)).toEqual(
      expect.arrayContaining(['/ask', '/documents/{id}', '/healthz']),
    );
    const widget = await get('/widget.js');
    expect([widget.status, widget.headers.get('Content-Type')]).toEqual([200, 'text/javascript']);
    expect((await get('/page.css')).status).toBe(404);
  });

  it('takes judgements only where they are kept, and only well-formed ones', async () => {
    const kept: unknown[] = [];
    const { app: keeping } = await testApp({ onFeedback: async (feedback) => void kept.push(feedback) });
    const send = (to: typeof app, body: string) =>
      to.request('http://lectern.test/feedback', {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json' },
      });
    const good = { id: crypto.randomUUID(), helpful: true };
    expect((await send(keeping, JSON.stringify(good))).status).toBe(204);
    expect(kept).toEqual([good]);
    for (const bad of ['', '[]', '{"id":"x","helpful":true}', '{"id":7}']) {
      expect((await send(keeping, bad)).status, bad).toBe(422);
    }
    expect((await send(app, JSON.stringify(good))).status).toBe(404);
    expect(faults).toEqual([]);
  });
});
