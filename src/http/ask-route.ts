/** `POST /ask`: one JSON answer, or the same answer as server-sent events. */
import type { Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { Answer } from '../answer/answer.ts';
import { textDirection } from '../language/messages.ts';
import type { AppOptions } from './app-options.ts';
import { LIMITS, type AskEvent, type AskRequest } from './contract.ts';
import { presentAnswer, presentCitation } from './present.ts';
import { quoted, RequestProblem, toProblem } from './problem.ts';
import { readAskRequest } from './read-ask-request.ts';
import type { Service, ServiceQuestion } from './service.ts';

const DEFAULT_CITATIONS = 3;
const HEARTBEAT_MS = 10_000;

type AskOptions = Pick<AppOptions, 'service' | 'onError'>;

export async function handleAsk(context: Context, options: AskOptions): Promise<Response> {
  const { service } = options;
  const request = await readAskRequest(context.req.raw);
  assertDocumentsKnown(request, service);
  const question = toServiceQuestion(request, context.req.header('Accept-Language'));
  const language = service.decideLanguage(question);
  context.header('Content-Language', language);
  context.header('Cache-Control', 'no-store');
  const wantsStream = request.stream ?? context.req.header('Accept')?.includes('text/event-stream') ?? false;
  if (wantsStream) return streamAnswer(context, options, question, language);
  const answer = await lastAnswer(service, question, language, context.req.raw.signal);
  return context.json(present(answer, service, question));
}

function assertDocumentsKnown({ documents }: AskRequest, { library }: Service): void {
  const unknown = documents?.find((id) => !library.documents.has(id));
  if (unknown === undefined) return;
  const values = { value: quoted(unknown) };
  throw new RequestProblem({ status: 422, key: 'error.unknownDocument', values, field: 'documents' });
}

function toServiceQuestion(request: AskRequest, acceptLanguage: string | undefined): ServiceQuestion {
  return {
    question: request.question,
    conversation: request.conversation ?? [],
    limit: request.limit ?? Math.min(DEFAULT_CITATIONS, LIMITS.citations),
    ...(request.language ? { language: request.language } : {}),
    ...(request.documents ? { documents: request.documents } : {}),
    ...(acceptLanguage ? { acceptLanguage } : {}),
  };
}

async function lastAnswer(
  service: Service,
  question: ServiceQuestion,
  language: string,
  signal: AbortSignal,
): Promise<Answer> {
  for await (const event of service.ask(question, language, signal)) {
    if (event.kind === 'done') return event.answer;
  }
  throw new Error('the answer ended without a result');
}

function present(
  answer: Answer,
  service: Service,
  question: ServiceQuestion,
): ReturnType<typeof presentAnswer> {
  const suggestions = service.suggest(answer.language, {
    asked: question.question,
    ...(question.documents ? { documents: question.documents } : {}),
  });
  return presentAnswer(answer, crypto.randomUUID(), suggestions);
}

function streamAnswer(
  context: Context,
  { service, onError }: AskOptions,
  question: ServiceQuestion,
  language: string,
): Response {
  // Proxies that buffer would hold the first sentence back.
  context.header('X-Accel-Buffering', 'no');
  return streamSSE(context, async (stream) => {
    const abort = new AbortController();
    stream.onAbort(() => abort.abort());
    const heartbeat = setInterval(() => void stream.write(': heartbeat\n\n'), HEARTBEAT_MS);
    try {
      await tell(stream, service, question, language, abort.signal);
    } catch (error) {
      // Caught here, because Hono would send the error's own words to the client.
      if (abort.signal.aborted) return;
      onError(error);
      await send(stream, {
        event: 'error',
        data: toProblem({ status: 500, key: 'error.internal' }, language),
      });
    } finally {
      clearInterval(heartbeat);
    }
  });
}

async function tell(
  stream: SSEStreamingApi,
  service: Service,
  question: ServiceQuestion,
  language: string,
  signal: AbortSignal,
): Promise<void> {
  await send(stream, { event: 'language', data: { language, direction: textDirection(language) } });
  for await (const event of service.ask(question, language, signal)) {
    if (event.kind === 'citation') {
      await send(stream, { event: 'citation', data: presentCitation(event.citation) });
    } else if (event.kind === 'delta') await send(stream, { event: 'delta', data: { text: event.text } });
    else await send(stream, { event: 'done', data: present(event.answer, service, question) });
  }
}

function send(stream: SSEStreamingApi, { event, data }: AskEvent): Promise<void> {
  return stream.writeSSE({ event, data: JSON.stringify(data) });
}
