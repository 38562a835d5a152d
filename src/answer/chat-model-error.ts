/** A chat model that did not answer as asked: the caller falls back to the extractive writer. */

export type ChatModelFailure =
  | 'timeout'
  | 'unreachable'
  | 'rate_limited'
  | 'server_error'
  | 'rejected'
  | 'malformed'
  | 'too_long'
  | 'refusal'
  | 'empty';

export class ChatModelError extends Error {
  override readonly name = 'ChatModelError';
  readonly kind: ChatModelFailure;

  constructor(kind: ChatModelFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
