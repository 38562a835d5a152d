/** Keeps JSON answers in Cloudflare's cache, by deployment, index and the whole request. */
import { LIMITS } from '../http/contract.ts';
import type { WorkerContext } from './worker-environment.ts';

/** An answer changes only with the index or the deployment, and both are in the key; the bound only limits storage. */
const SECONDS = 86_400;
const HEADER = 'X-Lectern-Cache';
const VARYING = ['Accept-Language', 'Origin'];

export interface AnswerCacheOptions {
  readonly cache: Cache;
  /** Whatever changes answers beside the request: deployment, fingerprint of the index. */
  readonly scope: string;
  readonly context: WorkerContext;
}

async function keyOf(scope: string, request: Request, body: string): Promise<Request> {
  // The origin too, because headers of the response depend on the site that asks.
  const parts = [scope, ...VARYING.map((name) => request.headers.get(name) ?? ''), body];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return new Request(`https://answers.lectern.invalid/${hex}`);
}

/** Only whole JSON answers to `POST /ask` can be repeated; a stream is told as it is made. */
function cacheable(request: Request): boolean {
  const { headers } = request;
  return (
    request.method === 'POST' &&
    new URL(request.url).pathname === '/ask' &&
    !headers.get('Accept')?.includes('text/event-stream') &&
    Number(headers.get('Content-Length') ?? Infinity) <= LIMITS.bodyBytes
  );
}

/** The request again, after its body has been read. */
function withBody({ url, headers, signal }: Request, body: string): Request {
  return new Request(url, { method: 'POST', headers, body, signal });
}

/** The stored answer under an id of its own, as if it had been made now. */
async function repeat(stored: Response): Promise<Response> {
  const answer = (await stored.json()) as Record<string, unknown>;
  const headers = new Headers(stored.headers);
  headers.set('Cache-Control', 'no-store');
  headers.set(HEADER, 'hit');
  headers.delete('Content-Length');
  return new Response(JSON.stringify({ ...answer, id: crypto.randomUUID() }), { headers });
}

/** Answers from the cache where it can, else through `answer`, and keeps what may be repeated. */
export async function withAnswerCache(
  request: Request,
  { cache, scope, context }: AnswerCacheOptions,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (!cacheable(request)) return answer(request);
  const body = await request.text();
  const key = await keyOf(scope, request, body);
  const stored = await cache.match(key);
  if (stored) return repeat(stored);
  const response = await answer(withBody(request, body));
  const type = response.headers.get('Content-Type') ?? '';
  if (response.status !== 200 || !type.startsWith('application/json')) return response;
  const kept = new Response(response.clone().body, response);
  kept.headers.set('Cache-Control', `max-age=${SECONDS}`);
  context.waitUntil(cache.put(key, kept));
  const fresh = new Response(response.body, response);
  fresh.headers.set(HEADER, 'miss');
  return fresh;
}
