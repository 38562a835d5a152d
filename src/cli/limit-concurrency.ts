/** Refuses requests beyond a number in flight at once: waiting in an endless queue helps nobody. */
import { formatMessage } from '../language/messages.ts';

type Fetch = (request: Request, ...rest: never[]) => Response | Promise<Response>;

/** More than `limit` requests to `POST /ask` at a time get 429 with `Retry-After`. */
export function limitConcurrency<F extends Fetch>(fetch: F, limit: number): F {
  let running = 0;
  const limited = async (request: Request, ...rest: never[]): Promise<Response> => {
    if (!new URL(request.url).pathname.endsWith('/ask')) return fetch(request, ...rest);
    if (running >= limit) return refusal();
    running += 1;
    try {
      return await fetch(request, ...rest);
    } finally {
      running -= 1;
    }
  };
  return limited as F;
}

function refusal(): Response {
  const problem = {
    type: 'about:blank',
    title: 'Too Many Requests',
    status: 429,
    detail: formatMessage('en', 'error.tooManyRequests', { limit: 1 }),
    language: 'en',
    direction: 'ltr',
  };
  const headers = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Retry-After': '1' };
  return new Response(JSON.stringify(problem), { status: 429, headers });
}
