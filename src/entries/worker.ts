/** Lectern on Cloudflare Workers: the same application as on Node, from static assets and bindings. */
import { toProblem } from '../http/problem.ts';
import { withAnswerCache } from './worker-answer-cache.ts';
import { allowedOrigins } from './worker-application.ts';
import type { WorkerContext, WorkerEnvironment } from './worker-environment.ts';
import { logError, stateOf } from './worker-loading.ts';
import { refuseTooMany } from './worker-rate-limit.ts';

function notReady(error: unknown): Response {
  logError(error);
  const problem = toProblem({ status: 503, key: 'error.notReady' }, 'en');
  const headers = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Retry-After': '5' };
  return new Response(JSON.stringify(problem), { status: 503, headers });
}

async function answer(
  request: Request,
  environment: WorkerEnvironment,
  context: WorkerContext,
): Promise<Response> {
  const { application, fingerprint } = await stateOf(environment).get(context);
  const { app, service } = application;
  const languageOf = ({ headers }: Request): string => {
    const acceptLanguage = headers.get('Accept-Language') ?? '';
    return service.decideLanguage({ question: '', conversation: [], limit: 1, acceptLanguage });
  };
  const limit = { limiter: environment.ASK_LIMIT, allowedOrigins: allowedOrigins(environment), languageOf };
  const refused = await refuseTooMany(request, limit);
  if (refused) return refused;
  const scope = `${environment.VERSION?.id ?? ''} ${fingerprint} ${environment.LECTERN_CHAT_MODEL ?? ''}`;
  const cache = await caches.open('answers');
  return withAnswerCache(request, { cache, scope, context }, async (passed) => app.fetch(passed));
}

export default {
  async fetch(request: Request, environment: WorkerEnvironment, context: WorkerContext): Promise<Response> {
    return answer(request, environment, context).catch(notReady);
  },
  async scheduled(_event: unknown, environment: WorkerEnvironment): Promise<void> {
    await stateOf(environment).refresh();
  },
};
