/** Lectern on Cloudflare Workers: the same application as on Node, from static assets and bindings. */
import { toProblem } from '../http/problem.ts';
import { withAnswerCache } from './worker-answer-cache.ts';
import { allowedOrigins, createWorkerApplication, type WorkerApplication } from './worker-application.ts';
import { openWorkerAssets } from './worker-assets.ts';
import type { WorkerContext, WorkerEnvironment } from './worker-environment.ts';
import { findSnapshots, openModel, openWorkerIndex } from './worker-index.ts';
import { refuseTooMany } from './worker-rate-limit.ts';
import { WorkerState, type Loaded } from './worker-state.ts';

/** How often an isolate asks whether a newer snapshot was pushed. */
const LOOK_MS = 60_000;

function logError(error: unknown): void {
  // oxlint-disable-next-line no-console -- Workers Logs collects what is written to the console
  console.error(
    JSON.stringify({ level: 'error', message: error instanceof Error ? error.message : String(error) }),
  );
}

async function load(environment: WorkerEnvironment): Promise<Loaded<WorkerApplication>> {
  const assets = await openWorkerAssets(environment.ASSETS);
  const [model, source] = await Promise.all([
    openModel(environment, assets),
    findSnapshots(environment, assets),
  ]);
  const opened = await openWorkerIndex(environment, source, model.embedder);
  const application = createWorkerApplication({ environment, assets, model, opened, onError: logError });
  return { application, fingerprint: opened.snapshot.manifest.fingerprint };
}

async function newest(environment: WorkerEnvironment): Promise<string | null> {
  if (!environment.SNAPSHOTS) return null;
  return (await findSnapshots(environment, await openWorkerAssets(environment.ASSETS))).current();
}

let state: WorkerState<WorkerApplication> | null = null;

/** Bindings do not change during the life of an isolate, so the first request's serve all. */
function stateOf(environment: WorkerEnvironment): WorkerState<WorkerApplication> {
  state ??= new WorkerState({
    load: () => load(environment),
    newest: () => newest(environment),
    interval: LOOK_MS,
    now: Date.now,
    onError: logError,
  });
  return state;
}

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
