/** A real local HTTP server that speaks the OpenAI chat protocol and plays a model, well or badly. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ChatBehaviour =
  /** Answers with this text, streamed in pieces where the request asks for a stream. */
  | { readonly plays: 'text'; readonly text: string; readonly piece?: number; readonly finish?: string }
  | { readonly plays: 'refusal'; readonly text: string }
  /** This status with this body. */
  | {
      readonly plays: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Record<string, string>;
    }
  /** This body as it is, as an event stream. */
  | { readonly plays: 'bytes'; readonly body: string; readonly type?: string }
  /** Begins, then says nothing more; without `after` it does not even begin. */
  | { readonly plays: 'hang'; readonly after?: string }
  /** Begins, then cuts the connection. */
  | { readonly plays: 'disconnect'; readonly after: string }
  /** Never stops. */
  | { readonly plays: 'endless'; readonly text: string };

export interface ChatServer {
  /** Base address for a client: ends in `/v1`. */
  readonly url: string;
  /** What the next requests get. */
  play(behaviour: ChatBehaviour): void;
  /** Parsed bodies of the requests so far. */
  readonly requests: readonly ChatRequest[];
  close(): Promise<void>;
}

export interface ChatRequest {
  readonly stream?: boolean;
  readonly tools?: unknown;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

export async function startChatServer(): Promise<ChatServer> {
  let behaviour: ChatBehaviour = { plays: 'text', text: '' };
  const requests: ChatRequest[] = [];
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = JSON.parse(await readBody(request)) as ChatRequest;
    requests.push(asked);
    answer(behaviour, asked.stream === true, response);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    play: (next) => (behaviour = next),
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(behaviour: ChatBehaviour, stream: boolean, response: ServerResponse): void {
  if (behaviour.plays === 'status') {
    response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
    response.end(behaviour.body ?? JSON.stringify({ error: { message: `status ${behaviour.status}` } }));
  } else if (behaviour.plays === 'bytes') {
    response.writeHead(200, { 'content-type': behaviour.type ?? 'text/event-stream' });
    response.end(behaviour.body);
  } else if (behaviour.plays === 'hang' && behaviour.after === undefined) {
    // The client waits.
  } else if (stream) answerInPieces(behaviour, response);
  else answerWhole(behaviour, response);
}

function answerWhole(behaviour: ChatBehaviour, response: ServerResponse): void {
  const text = behaviour.plays === 'text' ? behaviour.text : '';
  const message =
    behaviour.plays === 'refusal'
      ? { role: 'assistant', content: null, refusal: behaviour.text }
      : { role: 'assistant', content: text };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      ...envelope('chat.completion'),
      choices: [{ index: 0, message, finish_reason: 'stop' }],
    }),
  );
}

function answerInPieces(behaviour: ChatBehaviour, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(frame({ role: 'assistant', content: '' }, null));
  if (behaviour.plays === 'text') {
    for (const piece of piecesOf(behaviour.text, behaviour.piece ?? 7))
      response.write(frame({ content: piece }, null));
    response.end(`${frame({}, behaviour.finish ?? 'stop')}data: [DONE]\n\n`);
  } else if (behaviour.plays === 'refusal') {
    response.end(`${frame({ refusal: behaviour.text }, null)}${frame({}, 'stop')}data: [DONE]\n\n`);
  } else if (behaviour.plays === 'hang') response.write(frame({ content: behaviour.after }, null));
  else if (behaviour.plays === 'disconnect')
    response.write(frame({ content: behaviour.after }, null), () => response.destroy());
  else if (behaviour.plays === 'endless') {
    const timer = setInterval(() => response.write(frame({ content: behaviour.text }, null)), 1);
    response.on('close', () => clearInterval(timer));
  }
}

/** Pieces end in the middle of words, markers and characters' pairs, as tokens do. */
function piecesOf(text: string, size: number): string[] {
  const signs = [...text];
  return Array.from({ length: Math.ceil(signs.length / size) }, (_, at) =>
    signs.slice(at * size, (at + 1) * size).join(''),
  );
}

export function frame(delta: object, finish: string | null): string {
  const choice = { index: 0, delta, finish_reason: finish };
  return `data: ${JSON.stringify({ ...envelope('chat.completion.chunk'), choices: [choice] })}\n\n`;
}

function envelope(object: string): object {
  return { id: 'chatcmpl-1', object, created: 1_700_000_000, model: 'played' };
}
