/** Talks to the service: one question as a stream of events, and the small things around it. */
import type { AskEvent, AskRequest, AskResponse, MessageCatalogue, Problem } from '../http/contract.ts';
import { readServerSentEvents } from './read-server-sent-events.ts';

/** Nothing has come for so long, not even a heartbeat, that nothing will. */
const SILENCE_MILLISECONDS = 60_000;

export interface AskClient {
  /** Fails with the signal's reason when stopped, and with an error when the service cannot be reached. */
  ask(request: AskRequest, signal: AbortSignal): AsyncGenerator<AskEvent>;
  messages(language: string): Promise<MessageCatalogue | null>;
  languages(): Promise<readonly string[]>;
  suggestions(language: string, documents: readonly string[]): Promise<readonly string[]>;
  /** Whether the service took it. */
  sendFeedback(id: string, helpful: boolean): Promise<boolean>;
}

export function createAskClient(endpoint: string): AskClient {
  const url = (path: string): string => new URL(path, endpoint).href;
  return {
    ask: (request, signal) => ask(url('ask'), request, signal),
    messages: (language) => getJson<MessageCatalogue>(url(`messages/${encodeURIComponent(language)}`)),
    languages: async () => (await getJson<{ languages?: string[] }>(url('messages')))?.languages ?? [],
    suggestions: async (language, documents) => {
      const query = new URLSearchParams({ language });
      if (documents.length > 0) query.set('documents', documents.join(','));
      return (await getJson<{ suggestions?: string[] }>(url(`suggestions?${query}`)))?.suggestions ?? [];
    },
    sendFeedback: async (id, helpful) => {
      const sent = await post(url('feedback'), { id, helpful }).catch(() => null);
      return sent?.ok ?? false;
    },
  };
}

async function* ask(url: string, request: AskRequest, stop: AbortSignal): AsyncGenerator<AskEvent> {
  const silence = watchSilence();
  try {
    const signal = AbortSignal.any([stop, silence.signal]);
    const response = await post(url, { ...request, stream: true }, signal);
    silence.heard();
    if (response.body === null || !isStream(response)) return yield await readWhole(response);
    for await (const message of readServerSentEvents(response.body, silence.heard)) {
      const event = readEvent(message.event, message.data);
      if (event !== null) yield event;
      if (event?.event === 'done' || event?.event === 'error') return;
    }
    throw new Error('the stream ended before the answer was complete');
  } finally {
    silence.end();
  }
}

function post(url: string, body: object, signal: AbortSignal | null = null): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream, application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal, credentials: 'omit' });
}

function isStream(response: Response): boolean {
  return response.ok && (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
}

/** A server that does not stream answers at once, and a refusal comes as a problem. */
async function readWhole(response: Response): Promise<AskEvent> {
  const body: unknown = await response.json();
  if (response.ok && isAskResponse(body)) return { event: 'done', data: body };
  if (isProblem(body)) return { event: 'error', data: body };
  throw new Error(`the service answered ${response.status} without a problem description`);
}

const EVENTS = new Set(['language', 'citation', 'delta', 'done', 'error']);

/** Events of a later version of the service are passed over. */
function readEvent(event: string, data: string): AskEvent | null {
  if (!EVENTS.has(event)) return null;
  const parsed: unknown = JSON.parse(data);
  if (event === 'done' && !isAskResponse(parsed)) throw new Error('the service sent no answer');
  return { event, data: parsed } as AskEvent;
}

function isAskResponse(value: unknown): value is AskResponse {
  const response = value as Partial<AskResponse> | null;
  return (
    typeof response?.answer === 'string' &&
    Array.isArray(response.citations) &&
    Array.isArray(response.related)
  );
}

function isProblem(value: unknown): value is Problem {
  return typeof (value as Partial<Problem> | null)?.detail === 'string';
}

/** What the widget can do without is null when it does not come. */
async function getJson<Body>(url: string): Promise<Body | null> {
  try {
    const response = await fetch(url, { credentials: 'omit' });
    return response.ok ? ((await response.json()) as Body) : null;
  } catch {
    return null;
  }
}

function watchSilence(): {
  readonly signal: AbortSignal;
  readonly heard: () => void;
  readonly end: () => void;
} {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort(new Error(`nothing came for ${SILENCE_MILLISECONDS / 1000} s`));
  let timer = setTimeout(giveUp, SILENCE_MILLISECONDS);
  const end = (): void => clearTimeout(timer);
  const heard = (): void => {
    end();
    timer = setTimeout(giveUp, SILENCE_MILLISECONDS);
  };
  return { signal: controller.signal, heard, end };
}
