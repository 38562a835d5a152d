/** Errors as RFC 9457 problems, in the language of whoever asked. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { MessageKey } from '../language/messages.ts';
import { formatMessage, messageLanguageFor, textDirection } from '../language/messages.ts';
import type { Problem } from './contract.ts';

/** What went wrong, before it is put into a language. */
export interface ProblemFacts {
  readonly status: ContentfulStatusCode;
  readonly key: MessageKey;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Member of the request that is at fault. */
  readonly field?: string;
}

/** A request that cannot be served; thrown by whoever finds out, answered in one place. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly facts: ProblemFacts;

  constructor(facts: ProblemFacts, options?: ErrorOptions) {
    super(formatMessage('en', facts.key, facts.values), options);
    this.facts = facts;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export function toProblem({ status, key, values, field }: ProblemFacts, language: string): Problem {
  const tag = messageLanguageFor(language);
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    detail: formatMessage(tag, key, values),
    ...(field ? { field } : {}),
    language: tag,
    direction: textDirection(tag),
  };
}

export function sendProblem(context: Context, facts: ProblemFacts, language: string): Response {
  const body = toProblem(facts, language);
  return context.body(JSON.stringify(body), facts.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': body.language,
    // The rest of a body that was refused is never read, so the connection cannot carry another request.
    ...(facts.status === 413 ? { Connection: 'close' } : {}),
  });
}

/** A value as an error quotes it: short, on one line. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}
