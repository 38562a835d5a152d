/** Chat driver of the AnswerWriter port on Cloudflare Workers AI; its text is checked by the caller before it is shown. */
import type { AnswerWriter, DraftSentence, WritingTask } from '../answer-writer.ts';
import { ChatModelError } from '../chat-model-error.ts';
import { NO_ANSWER, writePrompt } from './chat-prompt.ts';
import { SentenceCutter } from './cut-sentences.ts';

/** What this needs of the `AI` binding: with `stream` it answers with server-sent events. */
export interface WorkersAiChatBinding {
  run(model: string, input: WorkersAiChatInput): Promise<unknown>;
}

export interface WorkersAiChatInput {
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[];
  readonly stream: true;
  readonly max_tokens: number;
  readonly temperature: number;
}

export interface WorkersAiWriterOptions {
  readonly binding: WorkersAiChatBinding;
  /** Such as `@cf/meta/llama-3.3-70b-instruct-fp8-fast`. */
  readonly model: string;
  /** For the whole answer. Default 30 000. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
const MAX_TOKENS = 600;

/** Throws ChatModelError for whatever the model does wrong, and the signal's reason where the caller gave up. */
export function createWorkersAiWriter(options: WorkersAiWriterOptions): AnswerWriter {
  const { model, timeoutMs = TIMEOUT_MS } = options;
  return {
    id: `chat:${model}`,
    async *write(task, signal) {
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        yield* sentencesOf(piecesOf(options, task, AbortSignal.any([signal, deadline])), task.language);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (deadline.aborted) {
          throw new ChatModelError('timeout', `no whole answer within ${timeoutMs} ms`, { cause: error });
        }
        if (error instanceof ChatModelError) throw error;
        throw new ChatModelError('server_error', `Workers AI: ${String(error)}`, { cause: error });
      }
    },
  };
}

async function* sentencesOf(pieces: AsyncIterable<string>, language: string): AsyncGenerator<DraftSentence> {
  const cutter = new SentenceCutter(language);
  let count = 0;
  const checked = (sentence: DraftSentence): DraftSentence => {
    count++;
    if (count === 1 && sentence.text.includes(NO_ANSWER)) {
      throw new ChatModelError('refusal', 'the model found no answer');
    }
    return sentence;
  };
  for await (const piece of pieces) yield* cutter.push(piece).map(checked);
  yield* cutter.end().map(checked);
  if (count === 0) throw new ChatModelError('empty', 'the model wrote nothing');
}

async function* piecesOf(
  { binding, model }: WorkersAiWriterOptions,
  task: WritingTask,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const { system, user } = writePrompt(task, crypto.randomUUID().replaceAll('-', ''));
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ] as const;
  const input = { messages, stream: true, max_tokens: MAX_TOKENS, temperature: 0 } as const;
  const output = await unlessAborted(binding.run(model, input), signal);
  if (!(output instanceof ReadableStream)) throw new ChatModelError('malformed', 'Workers AI sent no stream');
  const reader = output.pipeThrough(new TextDecoderStream()).getReader();
  try {
    yield* eventTexts(async () => unlessAborted(reader.read(), signal));
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

type Read = () => Promise<{ readonly done: boolean; readonly value?: string | undefined }>;

/** The `response` of each event `data: {"response": "…"}`, until `data: [DONE]`. */
async function* eventTexts(read: Read): AsyncGenerator<string> {
  let pending = '';
  for (;;) {
    const { done, value = '' } = await read();
    const lines = (pending + value).split('\n');
    pending = done ? '' : (lines.pop() ?? '');
    for (const line of lines) {
      const data = /^data:\s*(.*?)\s*$/.exec(line)?.[1];
      if (data === '[DONE]') return;
      if (data) yield responseOf(data);
    }
    if (done) return;
  }
}

function responseOf(data: string): string {
  try {
    const event: unknown = JSON.parse(data);
    if (typeof event === 'object' && event !== null && 'response' in event) {
      return typeof event.response === 'string' ? event.response : '';
    }
    return '';
  } catch (cause) {
    throw new ChatModelError('malformed', `Workers AI sent no JSON: ${data.slice(0, 80)}`, { cause });
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
