/** Reads server-sent events from the body of a response, however the network cut it. */

export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/** Takes the stream's text piece by piece and returns the events that each piece completes. */
export function createEventParser(): (piece: string) => ServerSentEvent[] {
  let unread = '';
  let event = '';
  let data: string[] = [];

  const takeLine = (line: string): ServerSentEvent | null => {
    if (line === '') {
      const complete =
        data.length > 0 ? { event: event === '' ? 'message' : event, data: data.join('\n') } : null;
      event = '';
      data = [];
      return complete;
    }
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
    return null;
  };

  return (piece) => {
    const lines = (unread + piece).split(/\r\n|\n|\r(?=[^])/);
    // A carriage return at the very end may be half of a line break, so it waits for the next piece.
    unread = lines.pop() ?? '';
    return lines.map(takeLine).filter((complete) => complete !== null);
  };
}

/** `onProgress` is called for every piece that arrives, heartbeats included. */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
  onProgress: () => void,
): AsyncGenerator<ServerSentEvent> {
  const parse = createEventParser();
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      onProgress();
      // The blank line lets a last event through that the server forgot to close.
      yield* parse(done ? `${decoder.decode()}\n\n` : decoder.decode(value, { stream: true }));
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
