import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AskEvent, Problem } from '../../src/http/contract.ts';
import { createAskClient } from '../../src/widget/ask-client.ts';
import { eventsOf, startFakeServer, type FakeServer } from '../browser/fake-server.ts';
import { sampleAnswer } from '../browser/sample-answers.ts';

const ANSWER = sampleAnswer('a1', 'How many?');
let server: FakeServer;

beforeEach(async () => {
  server = await startFakeServer();
});
afterEach(() => server.close());

async function ask(signal = new AbortController().signal): Promise<AskEvent[]> {
  const events: AskEvent[] = [];
  for await (const event of createAskClient(`${server.origin}/`).ask({ question: 'How many?' }, signal))
    events.push(event);
  return events;
}

describe('asking', () => {
  test('streams the events as they come', async () => {
    server.answerWith(async (_, send) => eventsOf(ANSWER).forEach(send));
    expect(await ask()).toEqual(eventsOf(ANSWER));
    expect(server.asked).toEqual([{ question: 'How many?', stream: true }]);
  });

  test('takes a whole answer from a server that does not stream', async () => {
    server.answerWith(
      async (_, __, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ANSWER)),
    );
    expect(await ask()).toEqual([{ event: 'done', data: ANSWER }]);
  });

  test('takes a refusal as an event', async () => {
    const problem: Problem = {
      type: 'about:blank',
      title: 'x',
      status: 422,
      detail: 'The question is empty.',
      language: 'en',
      direction: 'ltr',
    };
    server.answerWith(
      async (_, __, response) =>
        void response
          .writeHead(422, { 'content-type': 'application/problem+json' })
          .end(JSON.stringify(problem)),
    );
    expect(await ask()).toEqual([{ event: 'error', data: problem }]);
  });

  test('passes over events of a later version', async () => {
    server.answerWith(async (_, send, response) => {
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .write('event: thought\ndata: not json\n\n');
      send({ event: 'done', data: ANSWER });
    });
    expect(await ask()).toEqual([{ event: 'done', data: ANSWER }]);
  });

  test.each([
    ['a stream cut off', 'text/event-stream', 'event: delta\ndata: {"text":"a"}\n\n'],
    ['data that is no JSON', 'text/event-stream', 'event: delta\ndata: {\n\n'],
    ['a page of somebody else', 'text/html', '<h1>Bad gateway</h1>'],
    ['JSON that is no answer', 'application/json', '{"answer": 1}'],
  ])('fails for %s', async (_, type, body) => {
    server.answerWith(
      async (__, ___, response) => void response.writeHead(200, { 'content-type': type }).end(body),
    );
    await expect(ask()).rejects.toThrow();
  });

  test('fails when nobody is there', async () => {
    await server.close();
    await expect(ask()).rejects.toThrow();
    server = await startFakeServer();
  });

  test('stops when it is told to, and closes the connection', async () => {
    const stop = new AbortController();
    const closed = new Promise<void>((resolve) => {
      server.answerWith((_, send, response) => {
        send({ event: 'delta', data: { text: 'a' } });
        return new Promise((end) => response.on('close', () => (resolve(), end())));
      });
    });
    const events = createAskClient(`${server.origin}/`).ask({ question: 'q' }, stop.signal);
    await events.next();
    stop.abort();
    await expect(events.next()).rejects.toThrow();
    await closed;
  });
});

describe('the small things', () => {
  test('texts and suggestions come, and what is missing is none', async () => {
    const client = createAskClient(`${server.origin}/`);
    expect(await client.messages('ar')).toMatchObject({ language: 'ar', direction: 'rtl' });
    expect(await client.languages()).toContain('zh');
    expect((await client.suggestions('en', ['briefing'])).length).toBeGreaterThan(0);
    expect(await client.sendFeedback('a1', true)).toBe(true);
    expect(server.feedback).toEqual([{ id: 'a1', helpful: true }]);
    const nobody = createAskClient(`${server.origin}/elsewhere/`);
    expect(await nobody.messages('ar')).toBeNull();
    expect(await nobody.suggestions('en', [])).toEqual([]);
    expect(await nobody.sendFeedback('a1', true)).toBe(false);
  });
});
