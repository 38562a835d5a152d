/** The Hono application: routes, limits, headers. Knows no runtime; assets and service are handed in. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { requestLanguage, type App, type AppOptions } from './app-options.ts';
import { handleAsk } from './ask-route.ts';
import { addDocumentRoutes } from './document-routes.ts';
import { describeApi } from './openapi.ts';
import { addPageRoutes } from './page-routes.ts';
import { quoted, RequestProblem, sendProblem } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import type { Service } from './service.ts';

export function createApp(options: AppOptions): App {
  const app = new OpenAPIHono();
  const { service } = options;
  app.use(securityHeaders(options.frameAncestors));
  app.use(cors({ origin: corsOrigin(options.allowedOrigins), allowMethods: ['GET', 'POST', 'OPTIONS'] }));
  app.onError((error, context) => {
    const language = requestLanguage(context, service);
    if (error instanceof RequestProblem) return sendProblem(context, error.facts, language);
    options.onError(error);
    return sendProblem(context, { status: 500, key: 'error.internal' }, language);
  });
  app.notFound((context) => {
    const values = { value: quoted(context.req.path) };
    return sendProblem(
      context,
      { status: 404, key: 'error.notFound', values },
      requestLanguage(context, service),
    );
  });
  app.post('/ask', (context) => handleAsk(context, options));
  app.get('/healthz', (context) => health(context, options));
  addDocumentRoutes(app, options);
  addPageRoutes(app, options);
  describeApi(app, options);
  refuseOtherMethods(app, service);
  return app;
}

/** Hono takes `*` only as a word of its own. */
function corsOrigin(origins: readonly string[]): string | string[] {
  return origins.includes('*') ? '*' : [...origins];
}

/** 200 only when an answer could be given: it embeds and searches. */
async function health(context: Context, { service, onError }: AppOptions): Promise<Response> {
  const { library, indexName } = service;
  const counts = { documents: library.documents.size, passages: library.passages.length, index: indexName };
  try {
    await service.probe();
    return context.json({ status: 'ok', ...counts });
  } catch (error) {
    onError(error);
    return context.json({ status: 'starting', ...counts }, 503);
  }
}

function refuseOtherMethods(app: App, service: Service): void {
  app.all('/ask', (context) => {
    context.header('Allow', 'POST');
    const values = { value: context.req.method, limit: 'POST' };
    const facts = { status: 405, key: 'error.methodNotAllowed', values } as const;
    return sendProblem(context, facts, requestLanguage(context, service));
  });
}
