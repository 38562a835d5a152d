/** Chat-model driver of the AnswerWriter port: any LangChain chat model; its text is checked by the caller before it is shown. */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { HumanMessage, SystemMessage, type AIMessageChunk } from '@langchain/core/messages';
import type { AnswerWriter, DraftSentence, WritingTask } from '../answer-writer.ts';
import { ChatModelError } from '../chat-model-error.ts';
import { NO_ANSWER, writePrompt } from './chat-prompt.ts';
import { SentenceCutter } from './cut-sentences.ts';
import { toChatModelError } from './explain-chat-failure.ts';

export interface ChatModelWriterOptions {
  readonly model: BaseChatModel;
  /** Shown to readers as the writer: `chat:<model>`. */
  readonly id: string;
  /** For the whole answer. Default 30 000. */
  readonly timeoutMs?: number;
  /** Longest answer; a longer text is an error. Default 600. */
  readonly maxTokens?: number;
}

const TIMEOUT_MS = 30_000;
const MAX_TOKENS = 600;
/** No tokenizer makes longer tokens on average, in any script. */
const CHARACTERS_PER_TOKEN = 8;

/** The writer throws ChatModelError for whatever a model does wrong, and the signal's reason where the caller gave up. */
export function createChatModelWriter(options: ChatModelWriterOptions): AnswerWriter {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const mostCharacters = (options.maxTokens ?? MAX_TOKENS) * CHARACTERS_PER_TOKEN;
  return {
    id: options.id,
    async *write(task, signal) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const either = AbortSignal.any([signal, deadline]);
      try {
        yield* sentencesOf(stream(options.model, task, either), task.language, mostCharacters);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (deadline.aborted)
          throw new ChatModelError('timeout', `no whole answer within ${timeoutMs} ms`, { cause: error });
        throw toChatModelError(error);
      }
    },
  };
}

async function* sentencesOf(
  pieces: AsyncIterable<string>,
  language: string,
  mostCharacters: number,
): AsyncGenerator<DraftSentence> {
  const cutter = new SentenceCutter(language);
  let length = 0;
  let count = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > mostCharacters)
      throw new ChatModelError('too_long', `${length} characters, limit ${mostCharacters}`);
    for (const sentence of cutter.push(piece)) yield* checked(sentence, ++count);
  }
  for (const sentence of cutter.end()) yield* checked(sentence, ++count);
  if (count === 0) throw new ChatModelError('empty', 'the model wrote nothing');
}

function* checked(sentence: DraftSentence, count: number): Generator<DraftSentence> {
  if (count === 1 && sentence.text.includes(NO_ANSWER))
    throw new ChatModelError('refusal', 'the model found no answer');
  yield sentence;
}

/** Texts of the chunks; ends with the signal even where the model does not heed it. */
async function* stream(model: BaseChatModel, task: WritingTask, signal: AbortSignal): AsyncGenerator<string> {
  const { system, user } = writePrompt(task, crypto.randomUUID().replaceAll('-', ''));
  const messages = [new SystemMessage(system), new HumanMessage(user)];
  const chunks = await unlessAborted(model.stream(messages, { signal }), signal);
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await unlessAborted(iterator.next(), signal);
      if (next.done) return;
      yield textOf(next.value);
    }
  } finally {
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
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

function textOf(chunk: AIMessageChunk): string {
  const refusal = chunk.additional_kwargs['refusal'];
  const reason: unknown = chunk.response_metadata['finish_reason'];
  if (refusal || reason === 'content_filter')
    throw new ChatModelError('refusal', String(refusal ?? reason).slice(0, 200));
  if (typeof chunk.content === 'string') return chunk.content;
  return chunk.content
    .map((part) => (part.type === 'text' && 'text' in part ? String(part.text) : ''))
    .join('');
}
