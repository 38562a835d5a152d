import { array, assert, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createEventParser,
  readServerSentEvents,
  type ServerSentEvent,
} from '../../src/widget/read-server-sent-events.ts';

function parse(...pieces: readonly string[]): ServerSentEvent[] {
  return pieces.flatMap(createEventParser());
}

describe('the parser', () => {
  test.each([
    ['line feeds', 'event: delta\ndata: {"a":1}\n\n'],
    ['carriage returns and line feeds', 'event: delta\r\ndata: {"a":1}\r\n\r\nx'],
    ['no space after the colon', 'event:delta\ndata:{"a":1}\n\n'],
    ['comments and unknown fields', ': heartbeat\n\nid: 4\nretry\nevent: delta\ndata: {"a":1}\n\n'],
  ])('reads %s', (_, stream) => {
    expect(parse(stream)).toEqual([{ event: 'delta', data: '{"a":1}' }]);
  });

  test('joins several lines of data and keeps leading spaces beyond the first', () => {
    expect(parse('data: one\ndata:  two\n\n')).toEqual([{ event: 'message', data: 'one\n two' }]);
  });

  test('an event without data is none', () => {
    expect(parse('event: delta\n\ndata: x\n\n')).toEqual([{ event: 'message', data: 'x' }]);
  });

  test('does not care where the network cuts', () => {
    const stream = ': hi\r\n\r\nevent: delta\r\ndata: 从高校\r\n\r\nevent: done\ndata: 🙂\ndata: b\n\n';
    const whole = parse(stream);
    expect(whole).toHaveLength(2);
    assert(
      property(array(nat(stream.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const pieces = places.slice(1).map((end, index) => stream.slice(places[index], end));
        expect(parse(...pieces)).toEqual(whole);
      }),
    );
  });
});

test('the reader joins characters cut in two and lets an unfinished last event through', async () => {
  const bytes = new TextEncoder().encode('data: 从高校\n\ndata: last\n');
  let progress = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  const events: ServerSentEvent[] = [];
  for await (const event of readServerSentEvents(body, () => progress++)) events.push(event);
  expect(events.map(({ data }) => data)).toEqual(['从高校', 'last']);
  expect(progress).toBe(bytes.length + 1);
});
