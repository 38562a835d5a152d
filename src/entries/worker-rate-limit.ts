/** Refuses a visitor who asks too often, by Cloudflare's own counters, in the visitor's language. */
import { toProblem } from '../http/problem.ts';
import type { RateLimitBinding } from './worker-environment.ts';

/** The period of the binding in wrangler.toml, which does not tell when it ends. */
const PERIOD_SECONDS = 60;

/** An IPv6 visitor owns a whole /64: counting single addresses would count nobody. */
export function visitorKey(address: string | null): string {
  if (!address?.includes(':')) return address ?? 'unknown';
  const [head = '', tail] = address.split('::');
  const start = head.split(':').filter(Boolean);
  const end = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - start.length - end.length }, () => '0');
  return `${[...start, ...zeros, ...end].slice(0, 4).join(':')}::/64`;
}

export interface RateLimitOptions {
  /** Without it nobody is refused. */
  readonly limiter: RateLimitBinding | undefined;
  /** Sites that may read the refusal; `['*']` admits all. */
  readonly allowedOrigins: readonly string[];
  readonly languageOf: (request: Request) => string;
}

/** Null where the request may go on. Only questions are counted: pages and documents cost next to nothing. */
export async function refuseTooMany(
  request: Request,
  { limiter, allowedOrigins, languageOf }: RateLimitOptions,
): Promise<Response | null> {
  if (!limiter || request.method !== 'POST' || new URL(request.url).pathname !== '/ask') return null;
  const { success } = await limiter.limit({ key: visitorKey(request.headers.get('CF-Connecting-IP')) });
  if (success) return null;
  const facts = { status: 429, key: 'error.tooManyRequests', values: { limit: PERIOD_SECONDS } } as const;
  const problem = toProblem(facts, languageOf(request));
  const headers = new Headers({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': problem.language,
    'Retry-After': String(PERIOD_SECONDS),
  });
  const origin = request.headers.get('Origin') ?? '';
  if (allowedOrigins.includes('*')) headers.set('Access-Control-Allow-Origin', '*');
  else if (allowedOrigins.includes(origin)) headers.set('Access-Control-Allow-Origin', origin);
  return new Response(JSON.stringify(problem), { status: 429, headers });
}
