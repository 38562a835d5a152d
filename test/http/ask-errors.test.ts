/** Bad requests: each is 4xx, says which field, which value and which limit, in the asker's language, and breaks nothing. */
import { describe, expect, it } from 'vitest';
import { LIMITS, Problem } from '../../src/http/contract.ts';
import { messagesFor } from '../../src/language/messages.ts';
import { post, testApp } from './test-app.ts';

const { app, faults } = await testApp();

async function problem(response: Response): Promise<Problem> {
  expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  const body = Problem.parse(await response.json());
  expect(body.status).toBe(response.status);
  expect(body.detail).not.toMatch(/\n|\bat .*\.ts|undefined|\{\w+\}/);
  expect(body.title).not.toBe('Error');
  return body;
}

const GOOD = { question: 'How long is the new quay?' };

describe('POST /ask refuses', () => {
  it.each([
    ['nothing', '', 400, undefined],
    ['half of JSON', '{"question": "How', 400, undefined],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from('{"question":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
      400,
      undefined,
    ],
    ['an array', [GOOD], 400, undefined],
    ['a string', '"How long?"', 400, undefined],
    ['null', 'null', 400, undefined],
    ['a number', '7', 400, undefined],
    ['an object without a question', {}, 422, 'question'],
    ['an empty question', { question: '' }, 422, 'question'],
    ['a question of spaces', { question: ' \n\t\u3000' }, 422, 'question'],
    ['a question that is a number', { question: 7 }, 422, 'question'],
    ['a question that is null', { question: null }, 422, 'question'],
    [
      'a question one character too long',
      { question: 'x'.repeat(LIMITS.questionCharacters + 1) },
      422,
      'question',
    ],
    ['a language that is no tag', { ...GOOD, language: 'Klingon!' }, 422, 'language'],
    ['a language that is a number', { ...GOOD, language: 3 }, 422, 'language'],
    ['no documents', { ...GOOD, documents: [] }, 422, 'documents'],
    ['documents that are no list', { ...GOOD, documents: 'harbour' }, 422, 'documents'],
    ['an unknown document', { ...GOOD, documents: ['harbour', 'nowhere'] }, 422, 'documents'],
    ['a limit of none', { ...GOOD, limit: 0 }, 422, 'limit'],
    ['a limit beyond the limit', { ...GOOD, limit: LIMITS.citations + 1 }, 422, 'limit'],
    ['a limit that is a half', { ...GOOD, limit: 1.5 }, 422, 'limit'],
    ['a stream that is a word', { ...GOOD, stream: 'yes' }, 422, 'stream'],
    ['a conversation that is a word', { ...GOOD, conversation: 'before' }, 422, 'conversation'],
    [
      'a turn by nobody',
      { ...GOOD, conversation: [{ role: 'system', content: '' }] },
      422,
      'conversation.0.role',
    ],
    ['a turn without words', { ...GOOD, conversation: [{ role: 'user' }] }, 422, 'conversation.0.content'],
  ])('%s', async (_name, body, status, field) => {
    const response = await post(app, body);
    expect(response.status).toBe(status);
    expect((await problem(response)).field).toBe(field);
  });

  it('too many turns, and documents', async () => {
    const turn = { role: 'user', content: 'And then?' };
    const turns = Array.from({ length: LIMITS.conversationTurns + 1 }, () => turn);
    expect((await problem(await post(app, { ...GOOD, conversation: turns }))).field).toBe('conversation');
    const documents = Array.from({ length: LIMITS.documents + 1 }, () => 'harbour');
    expect((await problem(await post(app, { ...GOOD, documents }))).field).toBe('documents');
  });

  it('a megabyte with 413, by its limit', async () => {
    const response = await post(app, { question: 'x'.repeat(1_048_576) });
    expect(response.status).toBe(413);
    expect((await problem(response)).detail).toMatch(/262[.,\s\u00A0]?144/);
  });

  it('a megabyte without reading more than the limit', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const request = new Request('http://lectern.test/ask', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    expect((await app.request(request)).status).toBe(413);
    expect(sent).toBeLessThan(LIMITS.bodyBytes + 3 * 65_536);
  });

  it('with the value and the limit in what it says', async () => {
    const { detail } = await problem(await post(app, { question: 'x'.repeat(2345) }));
    expect(detail).toMatch(/2[.,\s\u00A0]?345/);
    expect(detail).toMatch(/2[.,\s\u00A0]?000/);
    expect((await problem(await post(app, { ...GOOD, documents: ['nowhere'] }))).detail).toContain('nowhere');
    expect((await problem(await post(app, { ...GOOD, language: 'Klingon!' }))).detail).toContain('Klingon!');
  });

  it('in the language of the browser, or the one asked for in the address', async () => {
    const russian = await problem(await post(app, { question: '' }, { 'Accept-Language': 'ru-RU,ru;q=0.9' }));
    expect(russian).toMatchObject({
      language: 'ru',
      direction: 'ltr',
      detail: messagesFor('ru')['error.questionEmpty'],
    });
    const options = { method: 'POST', body: '{}', headers: { 'Accept-Language': 'ru' } };
    const arabic = await problem(await app.request('http://lectern.test/ask?language=ar', options));
    expect(arabic).toMatchObject({ language: 'ar', direction: 'rtl' });
  });

  it('and none of this is a fault of the server', async () => {
    expect(faults).toEqual([]);
    expect((await post(app, GOOD)).status).toBe(200);
  });
});

describe('elsewhere', () => {
  it('has nothing at an unknown path, and no unknown document', async () => {
    for (const path of ['/nowhere', '/documents/nowhere', '/d/nowhere']) {
      const response = await app.request(`http://lectern.test${path}`);
      expect(response.status).toBe(404);
      expect((await problem(response)).detail).toContain('nowhere');
    }
  });

  it('refuses other methods, and names the one that is right', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await app.request('http://lectern.test/ask', { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('Allow')).toBe('POST');
      expect((await problem(response)).detail).toContain(method);
    }
  });

  it('answers a fault with 500 that tells nothing of the inside, and reports it', async () => {
    const broken = await testApp();
    const service = {
      ...broken.service,
      ask: () => {
        throw new Error('secret inside');
      },
      probe: () => Promise.reject(new Error('no index')),
    };
    const { app: failing, faults: reported } = await testApp({ service });
    const response = await post(failing, GOOD);
    expect(response.status).toBe(500);
    expect((await problem(response)).detail).not.toContain('secret');
    expect(String(reported[0])).toContain('secret inside');
    const health = await failing.request('http://lectern.test/healthz');
    expect([health.status, await health.json()]).toEqual([
      503,
      expect.objectContaining({ status: 'starting' }),
    ]);
  });
});
