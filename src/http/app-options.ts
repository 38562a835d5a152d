/** What the HTTP application is given, and the language that its errors are told in. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { messageLanguageFor } from '../language/messages.ts';
import type { PageContext } from '../page/page-view.ts';
import type { Service } from './service.ts';

export interface Asset {
  readonly body: string | Uint8Array;
  readonly contentType: string;
}

export interface AppOptions {
  readonly service: Service;
  /** Files of the widget and the pages by path, such as `/widget.js`; null where there is none. */
  readonly asset: (path: string) => Promise<Asset | null>;
  /** Sites that may call the API from a browser; `['*']` admits all. */
  readonly allowedOrigins: readonly string[];
  /** Sites that may frame `/embed`, as CSP sources. */
  readonly frameAncestors: readonly string[];
  /** Told about faults of the server, never about bad requests. */
  readonly onError: (error: unknown) => void;
  /** Keeps a reader's judgement of an answer; without it `POST /feedback` is not offered. */
  readonly onFeedback?: (feedback: { readonly id: string; readonly helpful: boolean }) => Promise<void>;
}

export type App = OpenAPIHono;

/** Language that errors are told in before a question is understood. */
export function requestLanguage(context: Context, service: Service): string {
  const explicit = context.req.query('language') ?? context.req.query('lang');
  const acceptLanguage = context.req.header('Accept-Language');
  return service.decideLanguage({
    question: '',
    conversation: [],
    limit: 1,
    ...(explicit ? { language: explicit } : {}),
    ...(acceptLanguage ? { acceptLanguage } : {}),
  });
}

/** What every page is told about the request. */
export function pageContext(context: Context, options: AppOptions): PageContext {
  return {
    language: messageLanguageFor(requestLanguage(context, options.service)),
    origin: new URL(context.req.url).origin,
    offersFeedback: options.onFeedback !== undefined,
  };
}
