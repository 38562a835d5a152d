/** Puts the application together from the Worker's bindings, as node.ts does from the settings. */
import { createExtractiveWriter } from '../answer/drivers/extractive.ts';
import { createWorkersAiWriter } from '../answer/drivers/workers-ai.ts';
import { verifyQuotation } from '../answer/verification/verify-quotation.ts';
import { verifySentence } from '../answer/verification/verify-sentence.ts';
import { createApp } from '../http/app.ts';
import type { Asset, App } from '../http/app-options.ts';
import { createService } from '../http/create-service.ts';
import type { Service } from '../http/service.ts';
import { createRetriever } from '../retrieval/retrieve.ts';
import type { WorkerAssets } from './worker-assets.ts';
import type { WorkerEnvironment } from './worker-environment.ts';
import type { WorkerIndex, WorkerModel } from './worker-index.ts';

export interface WorkerApplication {
  readonly app: App;
  readonly service: Service;
}

export function list(value: string | undefined): string[] {
  return value?.split(',').flatMap((part) => part.trim() || []) ?? [];
}

/** Sites that may call the API; all where the setting says nothing. */
export function allowedOrigins({ LECTERN_ORIGINS }: WorkerEnvironment): string[] {
  return list(LECTERN_ORIGINS ?? '*');
}

function assetReader(assets: WorkerAssets): (path: string) => Promise<Asset | null> {
  return async (path) => {
    const file = `site${path}`;
    if (!assets.has(file)) return null;
    const contentType = path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
    return { body: await assets.read(file), contentType };
  };
}

function createWorkerService(
  environment: WorkerEnvironment,
  model: WorkerModel,
  opened: WorkerIndex,
): Service {
  const { library, vectors, index, search } = opened;
  const { AI, LECTERN_CHAT_MODEL: chat } = environment;
  if (chat && !AI)
    throw new Error(`LECTERN_CHAT_MODEL is "${chat}", which needs the binding AI (see wrangler.toml)`);
  const windows = { vectors, ...search };
  const retriever = createRetriever({ ...model, library, index, lexical: search.lexical, windows });
  return createService({
    library,
    retriever,
    indexName: index.name,
    chat: chat && AI ? createWorkersAiWriter({ binding: AI, model: chat }) : null,
    extractive: createExtractiveWriter(),
    verifyQuotation,
    verifySentence: async (sentence, task) => (await verifySentence(sentence, task)).verdict === 'verified',
  });
}

export interface ApplicationParts {
  readonly environment: WorkerEnvironment;
  readonly assets: WorkerAssets;
  readonly model: WorkerModel;
  readonly opened: WorkerIndex;
  readonly onError: (error: unknown) => void;
}

export function createWorkerApplication(parts: ApplicationParts): WorkerApplication {
  const { environment, assets, model, opened, onError } = parts;
  const service = createWorkerService(environment, model, opened);
  const app = createApp({
    service,
    asset: assetReader(assets),
    allowedOrigins: allowedOrigins(environment),
    frameAncestors: list(environment.LECTERN_FRAME_ANCESTORS),
    onError,
  });
  return { app, service };
}
