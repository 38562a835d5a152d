/** A service on a local port that does what a test tells it to: slow, silent, broken or hostile answers included. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { AskEvent, AskRequest, AskResponse } from '../../src/http/contract.ts';
import {
  MESSAGE_LANGUAGES,
  messageLanguageFor,
  messagesFor,
  textDirection,
} from '../../src/language/messages.ts';

/** A file or page that a test serves besides the widget's own. */
export interface FakePage {
  readonly type: string;
  readonly body: string;
}

export interface FakeServer {
  readonly origin: string;
  /** Bodies of the requests to `POST /ask`, oldest first. */
  readonly asked: AskRequest[];
  readonly feedback: unknown[];
  /** Addresses that a browser reported as a violation of the content security policy. */
  readonly violations: string[];
  /** Pages by path; a path not listed here and not of the widget's own is 404. */
  readonly pages: Map<string, (url: URL) => FakePage>;
  /** What `POST /ask` does from now on. */
  answerWith(handler: AskHandler): void;
  close(): Promise<void>;
}

/** Writes the events of one answer; what it does to the response directly is its own affair. */
export type AskHandler = (
  request: AskRequest,
  send: (event: AskEvent) => void,
  response: ServerResponse,
) => Promise<void>;

/** The policy that the service sends, plus a place to report to. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'self'; report-uri /csp-report";

const DIST = new URL('../../dist/', import.meta.url);
const SCRIPTS: Readonly<Record<string, string>> = {
  '/widget.js': 'text/javascript; charset=utf-8',
  '/page.js': 'text/javascript; charset=utf-8',
  '/page.css': 'text/css; charset=utf-8',
};

export async function startFakeServer(policy: string = POLICY): Promise<FakeServer> {
  let handler: AskHandler = async () => {};
  const fake = {
    asked: [] as AskRequest[],
    feedback: [] as unknown[],
    violations: [] as string[],
    pages: new Map<string, (url: URL) => FakePage>(),
  };
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    void route(request, response, fake, handler).catch(() => response.destroy());
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    ...fake,
    origin: `http://127.0.0.1:${port}`,
    answerWith: (next) => {
      handler = next;
    },
    close: () => close(server),
  };
}

type Kept = Pick<FakeServer, 'asked' | 'feedback' | 'violations' | 'pages'>;

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  fake: Kept,
  handler: AskHandler,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const script = SCRIPTS[url.pathname];
  const page = fake.pages.get(url.pathname);
  if (request.method === 'OPTIONS') response.writeHead(204).end();
  else if (url.pathname === '/ask') await answer(request, response, fake, handler);
  else if (url.pathname === '/feedback') {
    fake.feedback.push(JSON.parse(await readBody(request)));
    response.writeHead(204).end();
  } else if (url.pathname === '/csp-report') {
    fake.violations.push(await readBody(request));
    response.writeHead(204).end();
  } else if (script !== undefined)
    send(response, script, await readFile(new URL(`.${url.pathname}`, DIST), 'utf8'));
  else if (page !== undefined) send(response, page(url).type, page(url).body);
  else sendData(url, response);
}

function sendData(url: URL, response: ServerResponse): void {
  const language = /^\/messages\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (url.pathname === '/messages') return sendJson(response, { languages: MESSAGE_LANGUAGES });
  if (url.pathname === '/suggestions')
    return sendJson(response, { suggestions: ['Where do the volunteers come from?', '天津有多少对友城?'] });
  if (language === undefined) return void response.writeHead(404).end();
  const shown = messageLanguageFor(language);
  sendJson(response, { language: shown, direction: textDirection(shown), messages: messagesFor(shown) });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  fake: Kept,
  handler: AskHandler,
): Promise<void> {
  const body = JSON.parse(await readBody(request)) as AskRequest;
  fake.asked.push(body);
  await handler(body, (event) => sendEvent(response, event), response);
  if (!response.writableEnded) response.end();
}

function sendEvent(response: ServerResponse, { event, data }: AskEvent): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The events that a complete answer is sent as, cut into a few deltas. */
export function eventsOf(answer: AskResponse): AskEvent[] {
  const size = Math.max(1, Math.ceil(answer.answer.length / 5));
  const pieces = answer.answer.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  return [
    { event: 'language', data: { language: answer.language, direction: answer.direction } },
    ...answer.citations.map((citation): AskEvent => ({ event: 'citation', data: citation })),
    ...pieces.map((text): AskEvent => ({ event: 'delta', data: { text } })),
    { event: 'done', data: answer },
  ];
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': type }).end(body);
}

function sendJson(response: ServerResponse, body: object): void {
  send(response, 'application/json', JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
