/** A LangChain chat model for any OpenAI-compatible server: Ollama, vLLM, llama.cpp or a cloud. */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { ChatModelError } from '../chat-model-error.ts';

export interface ChatServer {
  /** Base address with its version: `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Local servers want none. */
  readonly apiKey?: string;
  /** For one request. Default 30 000. */
  readonly timeoutMs?: number;
  /** Longest answer. Default 600. */
  readonly maxTokens?: number;
  /** False for servers that cannot stream. Default true. */
  readonly stream?: boolean;
}

const TIMEOUT_MS = 30_000;
const MAX_TOKENS = 600;
/** A streamed token is wrapped in some 250 bytes of JSON. */
const BYTES_PER_TOKEN = 1024;

/** Loads the client only now: who has no chat model does not pay for it. */
export async function createChatModel(server: ChatServer): Promise<BaseChatModel> {
  const { ChatOpenAI } = await import('@langchain/openai');
  const maxTokens = server.maxTokens ?? MAX_TOKENS;
  return new ChatOpenAI({
    model: server.model,
    // The client insists on a key.
    apiKey: server.apiKey ?? 'none',
    temperature: 0,
    maxTokens,
    // The extractive writer is the retry.
    maxRetries: 0,
    timeout: server.timeoutMs ?? TIMEOUT_MS,
    streamUsage: false,
    disableStreaming: server.stream === false,
    useResponsesApi: false,
    configuration: {
      baseURL: server.url.replace(/\/+$/u, ''),
      fetch: limitedFetch(maxTokens * BYTES_PER_TOKEN),
    },
  });
}

/** A server that never stops sending must not fill the memory. */
function limitedFetch(mostBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    let bytes = 0;
    const limit = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes)
          controller.error(new ChatModelError('too_long', `more than ${mostBytes} bytes`));
        else controller.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(limit) ?? null, response);
  };
}
