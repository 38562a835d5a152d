/** Evaluates a service behind an address, on Node or on Workers; a ranking is not part of the HTTP contract. */
import { AskResponse, DocumentDetail, Problem } from '../../http/contract.ts';
import type { EvaluatedSystem, SystemQuestion } from '../system.ts';

export interface HttpSystemOptions {
  readonly fetch?: typeof fetch;
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const NOT_FOUND = 404;

/** A service that did not answer as the contract says; the message names the request and what came back. */
export class HttpSystemError extends Error {
  override readonly name = 'HttpSystemError';
}

/** `base`: such as `http://127.0.0.1:8787`, with or without a path. */
export function createHttpSystem(base: string, options: HttpSystemOptions = {}): EvaluatedSystem {
  const { fetch: send = fetch, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const root = base.replace(/\/+$/, '');
  const request = (path: string, init: RequestInit): Promise<Response> =>
    attempt(send, `${root}${path}`, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  return {
    name: root,
    ask: (question) => ask(request, question),
    document: async (id) => {
      const path = `/documents/${encodeURIComponent(id)}`;
      const response = await request(path, { headers: { Accept: 'application/json' } });
      if (response.status === NOT_FOUND) return null;
      return read(response, `GET ${path}`, DocumentDetail);
    },
  };
}

type Request = (path: string, init: RequestInit) => Promise<Response>;

async function ask(request: Request, question: SystemQuestion): Promise<AskResponse> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  const response = await request('/ask', { method: 'POST', headers, body: JSON.stringify(question) });
  return read(response, 'POST /ask', AskResponse);
}

async function attempt(send: typeof fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await send(url, init);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HttpSystemError(`no answer from ${url}: ${reason}`, { cause: error });
  }
}

interface Schema<Value> {
  safeParse(
    value: unknown,
  ): { success: true; data: Value } | { success: false; error: { issues: readonly Issue[] } };
}
interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

async function read<Value>(response: Response, request: string, schema: Schema<Value>): Promise<Value> {
  const text = await response.text();
  const body = parseJson(text);
  if (!response.ok) {
    const problem = Problem.safeParse(body);
    const detail = problem.success ? problem.data.detail : text.slice(0, 120);
    throw new HttpSystemError(`${request} answered ${response.status}: ${detail}`);
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HttpSystemError(
    `${request} answered against the contract: ${issue?.path.join('.')}: ${issue?.message}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
