/** The Workers AI chat driver on a fake of the binding that streams events as the service documents them. */
import { describe, expect, it } from 'vitest';
import type { NumberedQuotation, WritingTask } from '../../src/answer/answer-writer.ts';
import {
  createWorkersAiWriter,
  type WorkersAiChatBinding,
  type WorkersAiChatInput,
} from '../../src/answer/drivers/workers-ai.ts';

const quotation = {
  marker: 1,
  quote: '贸易额达到2450亿美元。',
  translation: null,
  turn: { speaker: { name: '王旭', role: null, organisation: null } },
  document: { title: '吹风会', date: '2025-08-29' },
} as unknown as NumberedQuotation;

const task: WritingTask = {
  question: 'How large was trade?',
  language: 'en',
  quotations: [quotation],
  conversation: [],
};

function streamOf(
  chunks: readonly string[],
  more: { readonly open?: boolean } = {},
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      if (!more.open) controller.close();
    },
  });
}

const event = (response: string): string => `data: ${JSON.stringify({ response })}\n\n`;

function fake(output: unknown): WorkersAiChatBinding & { inputs: WorkersAiChatInput[] } {
  const inputs: WorkersAiChatInput[] = [];
  return {
    inputs,
    run: async (_model, input) => {
      inputs.push(input);
      return output;
    },
  };
}

async function write(output: unknown, signal = new AbortController().signal, timeoutMs = 1000) {
  const binding = fake(output);
  const writer = createWorkersAiWriter({ binding, model: '@cf/test/model', timeoutMs });
  const sentences = [];
  for await (const sentence of writer.write(task, signal)) sentences.push(sentence);
  return { sentences, input: binding.inputs[0], id: writer.id };
}

describe('the Workers AI writer', () => {
  it('gives sentences with their markers, however the stream is cut', async () => {
    const whole = `${event('Trade reached ')}${event('245 billion dollars [1]. ')}${event('It grew. [1]')}data: [DONE]\n\n`;
    for (const size of [1, 7, 40, whole.length]) {
      const chunks = whole.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
      const { sentences, id } = await write(streamOf(chunks));
      expect(id).toBe('chat:@cf/test/model');
      expect(
        sentences.map(({ markers }) => markers),
        `pieces of ${size}`,
      ).toEqual([[1], [1]]);
      expect(sentences[0]?.text).toContain('245 billion dollars');
    }
  });

  it('asks for a stream, with the quotations as data and the language named', async () => {
    const { input } = await write(streamOf([event('It grew. [1]')]));
    expect(input).toMatchObject({ stream: true, temperature: 0 });
    expect(input?.messages[0]?.role).toBe('system');
    expect(input?.messages[1]?.content).toContain(quotation.quote);
    expect(input?.messages[1]?.content).toContain('English (en)');
  });

  it.each([
    ['refusal', streamOf([event('NO_ANSWER')])],
    ['empty', streamOf(['data: [DONE]\n\n'])],
    ['malformed', { response: 'not a stream' }],
    ['malformed', streamOf(['data: {"response": \n\n'])],
  ])('fails with %s, so that the extractive writer takes over', async (kind, output) => {
    await expect(write(output)).rejects.toMatchObject({ name: 'ChatModelError', kind });
  });

  it('ends with the deadline and with the caller, even where the stream never ends', async () => {
    const slow = () => streamOf([event('It grew. [1] And')], { open: true });
    await expect(write(slow(), undefined, 30)).rejects.toMatchObject({ kind: 'timeout' });
    const caller = new AbortController();
    setTimeout(() => caller.abort(new Error('visitor left')), 20);
    await expect(write(slow(), caller.signal)).rejects.toThrow('visitor left');
  });
});
