/** The application on Node: chooses the drivers and puts them together. */
import { answerPorts } from '../cli/answer-ports.ts';
import { readCalibration } from '../cli/calibration-file.ts';
import { openIndex, type OpenIndex, type OpenOptions } from '../cli/open-index.ts';
import type { Settings } from '../cli/settings.ts';
import { readTokenTable } from '../embedding/drivers/model-folder.ts';
import { compileKernels } from '../embedding/drivers/wasm-folder.ts';
import { createTransformersEmbedder } from '../embedding/drivers/transformers.ts';
import { bulkAvailable, startEmbeddingThreads } from '../embedding/drivers/wasm-threads.ts';
import type { BulkEmbedder } from '../embedding/embed-texts.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { TokenTable } from '../embedding/token-table.ts';
import { createService } from '../http/create-service.ts';
import type { Service } from '../http/service.ts';
import type { Calibration } from '../retrieval/calibration.ts';
import { createRetriever, type ExplainingRetriever } from '../retrieval/retrieve.ts';

export interface NodeApplication {
  readonly service: Service;
  readonly retriever: ExplainingRetriever;
  readonly embedder: Embedder;
  readonly opened: OpenIndex;
}

export type NodeOptions = Pick<
  OpenOptions,
  'rebuild' | 'onProgress' | 'onNotice' | 'without' | 'withoutLanguages' | 'vectorFolder'
> & {
  /** Instead of the one stored with the model. */
  readonly calibration?: Calibration;
  /** Instead of the one that the settings name, where several applications share it. */
  readonly model?: OpenModel;
};

export interface OpenModel {
  readonly embedder: Embedder;
  readonly tokenTable: TokenTable | null;
  readonly kernels: WebAssembly.Module;
  /** Only for models of the bundled architecture, and in the bundled program. */
  readonly startBulk?: () => BulkEmbedder;
}

/** Replaced at build time by a hash of the sources that cut the corpus. */
declare const LECTERN_BUILDER: string | undefined;
const BUILDER = typeof LECTERN_BUILDER === 'string' ? LECTERN_BUILDER : 'source';

export async function openModel({ model, modelCache, offline }: Settings): Promise<OpenModel> {
  const [embedder, tokenTable, kernels] = await Promise.all([
    createTransformersEmbedder({ model, cacheFolder: modelCache, offline }),
    readTokenTable(model),
    compileKernels(),
  ]);
  if (!tokenTable || !bulkAvailable()) return { embedder, tokenTable, kernels };
  return { embedder, tokenTable, kernels, startBulk: () => startEmbeddingThreads(model, embedder) };
}

export async function openNode(settings: Settings, options: NodeOptions = {}): Promise<NodeApplication> {
  const model = options.model ?? (await openModel(settings));
  const { embedder, tokenTable } = model;
  // After the model: of one that is not there, a missing calibration is not what has to be told.
  const calibration = options.calibration ?? (await readCalibration(settings));
  const { corpusFolder, dataFolder } = settings;
  const opened = await openIndex(embedder, {
    ...options,
    corpusFolder,
    dataFolder,
    ...model,
    builder: BUILDER,
  });
  const { snapshot, vectors, index, search } = opened;
  const { library } = snapshot;
  const windows = { vectors, ...search };
  const { lexical } = search;
  const retriever = createRetriever({ library, embedder, index, lexical, tokenTable, windows, calibration });
  const ports = await answerPorts(settings, library, embedder);
  const service = createService({ ...ports, library, retriever, indexName: index.name });
  return { service, retriever, embedder, opened };
}
