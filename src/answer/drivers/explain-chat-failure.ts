/** Sorts what a chat client throws into the failures that a caller can act on. */
import { ChatModelError, type ChatModelFailure } from '../chat-model-error.ts';

const LONGEST_MESSAGE = 200;

/** The error itself where it is one already. */
export function toChatModelError(error: unknown): ChatModelError {
  if (error instanceof ChatModelError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ChatModelError(kindOf(error, message), firstLine(message), { cause: error });
}

function kindOf(error: unknown, message: string): ChatModelFailure {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof ChatModelError) return cause.kind;
  const status = statusOf(error);
  if (status === 429) return 'rate_limited';
  if (status !== null && status >= 500) return 'server_error';
  if (status !== null && status >= 400) return 'rejected';
  if (/timed? ?out/iu.test(message)) return 'timeout';
  if (/connection error|fetch failed|ECONN|ENOTFOUND|\bsocket\b|\bterminated\b/iu.test(message))
    return 'unreachable';
  return 'malformed';
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, LONGEST_MESSAGE);
}
