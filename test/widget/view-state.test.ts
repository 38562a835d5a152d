import { describe, expect, test } from 'vitest';
import type { AskEvent } from '../../src/http/contract.ts';
import {
  conversationBefore,
  INITIAL_STATE,
  reduce,
  runningExchange,
  type Action,
  type ViewState,
} from '../../src/widget/view-state.ts';
import { sampleAnswer, sampleCitation } from '../browser/sample-answers.ts';

const QUESTION = 'How many volunteers were selected?';
const ANSWER = sampleAnswer('a1', QUESTION);

function after(...actions: readonly Action[]): ViewState {
  return actions.reduce(reduce, INITIAL_STATE);
}

const asked: Action = { type: 'asked', id: 1, question: QUESTION };
const received = (event: AskEvent): Action => ({ type: 'received', id: 1, event });

describe('an exchange', () => {
  test('searches until text comes, then streams, then is done', () => {
    expect(after(asked).exchanges[0]?.phase).toBe('searching');
    const streaming = after(
      asked,
      received({ event: 'delta', data: { text: 'From ' } }),
      received({ event: 'delta', data: { text: 'universities' } }),
    );
    expect(streaming.exchanges[0]).toMatchObject({ phase: 'streaming', text: 'From universities' });
    const done = reduce(streaming, received({ event: 'done', data: ANSWER }));
    expect(done.exchanges[0]).toMatchObject({
      phase: 'done',
      text: ANSWER.answer,
      citations: ANSWER.citations,
    });
    expect(runningExchange(done)).toBeNull();
  });

  test('takes its language before its text, and citations one by one', () => {
    const citation = sampleCitation(1, '998名志愿者', 'en');
    const state = after(
      asked,
      received({ event: 'language', data: { language: 'ar', direction: 'rtl' } }),
      received({ event: 'citation', data: citation }),
    );
    expect(state.exchanges[0]).toMatchObject({ language: 'ar', citations: [citation], phase: 'searching' });
  });

  test('is no longer slow once text has come', () => {
    const slow = after(asked, { type: 'slow', id: 1 });
    expect(slow.exchanges[0]?.slow).toBe(true);
    expect(reduce(slow, received({ event: 'delta', data: { text: 'a' } })).exchanges[0]?.slow).toBe(false);
  });

  test('drops what arrives after it was stopped, and keeps what had come', () => {
    const stopped = after(asked, received({ event: 'delta', data: { text: 'From' } }), {
      type: 'stopped',
      id: 1,
    });
    const late = reduce(reduce(stopped, received({ event: 'delta', data: { text: ' here' } })), {
      type: 'failed',
      id: 1,
      failure: { kind: 'unreachable' },
    });
    expect(late.exchanges[0]).toMatchObject({ phase: 'stopped', text: 'From', failure: null });
  });

  test('says what the server refused, in the language of the refusal', () => {
    const problem = {
      type: 'about:blank',
      title: 'Too many',
      status: 429,
      detail: 'Zu viele Anfragen.',
      language: 'de',
      direction: 'ltr',
    } as const;
    const failed = after(asked, received({ event: 'error', data: problem })).exchanges[0];
    expect(failed).toMatchObject({
      phase: 'failed',
      failure: { kind: 'problem', detail: 'Zu viele Anfragen.', language: 'de' },
    });
  });

  test('asked again keeps its place and starts afresh', () => {
    const failed = after(
      asked,
      { type: 'failed', id: 1, failure: { kind: 'offline' } },
      { type: 'asked', id: 2, question: 'Another?' },
    );
    const again = reduce(failed, asked);
    expect(again.exchanges.map(({ id, phase }) => [id, phase])).toEqual([
      [1, 'searching'],
      [2, 'searching'],
    ]);
    expect(again.exchanges[0]?.failure).toBeNull();
  });

  test('events for a question that was cleared change nothing', () => {
    const cleared = after(asked, { type: 'cleared' });
    expect(reduce(cleared, received({ event: 'done', data: ANSWER })).exchanges).toEqual([]);
  });
});

test('a follow-up carries the finished exchanges before it, oldest first', () => {
  const state = after(
    asked,
    received({ event: 'done', data: ANSWER }),
    { type: 'asked', id: 2, question: 'Unanswered' },
    { type: 'stopped', id: 2 },
    { type: 'asked', id: 3, question: 'And then?' },
  );
  expect(conversationBefore(state, 3)).toEqual([
    { role: 'user', content: QUESTION },
    { role: 'assistant', content: ANSWER.answer },
  ]);
});

test('a long conversation stays within the limits of a request', () => {
  const exchanges = Array.from({ length: 30 }, (_, index) => ({
    ...after(asked).exchanges[0]!,
    id: index + 1,
    question: 'q'.repeat(3000),
    text: 'a'.repeat(30_000),
    response: ANSWER,
  }));
  const turns = conversationBefore({ ...INITIAL_STATE, exchanges }, 31);
  expect(turns.length).toBeLessThanOrEqual(20);
  expect(JSON.stringify(turns).length).toBeLessThan(100_000);
});
