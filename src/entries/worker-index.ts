/** Model, snapshot and index of the Worker, from its assets and bindings. */
import { createWasmEmbedder } from '../embedding/drivers/wasm.ts';
import { createWorkersAiEmbedder } from '../embedding/drivers/workers-ai.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { createTokenTable, type TokenTable } from '../embedding/token-table.ts';
import type { ComparableRows } from '../embedding/vector.ts';
import { readEncoderWeights } from '../embedding/wasm-core/encoder-weights.ts';
import kernels from '../embedding/wasm-core/kernels.wasm';
import { storeRows } from '../embedding/wasm-core/store-rows.ts';
import { createTokenComparison } from '../embedding/wasm-core/token-similarity.ts';
import { createExactIndex } from '../index/drivers/exact.ts';
import { createVectorizeIndex } from '../index/drivers/vectorize.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { openSnapshot, type SnapshotSource } from '../index/snapshot-source.ts';
import type { Library } from '../index/library.ts';
import { Calibration } from '../retrieval/calibration.ts';
import { decodeSearchData, SEARCH_FILES, type SearchData } from '../retrieval/search-data.ts';
import type { WorkerAssets } from './worker-assets.ts';
import type { WorkerEnvironment } from './worker-environment.ts';

export interface WorkerModel {
  readonly embedder: Embedder;
  readonly tokenTable: TokenTable | null;
  readonly calibration: Calibration;
}

export interface WorkerIndex {
  readonly library: Library;
  readonly fingerprint: string;
  /** Of the windows: the snapshot's own copy is let go, as an isolate has little memory. */
  readonly vectors: ComparableRows;
  readonly search: SearchData;
  readonly index: PassageIndex;
}

/** The model that questions are embedded with; the snapshot must have been made with the same. */
export async function openModel(environment: WorkerEnvironment, assets: WorkerAssets): Promise<WorkerModel> {
  const calibration = Calibration.parse(JSON.parse(await assets.readText('model/calibration.json')));
  const { AI, LECTERN_EMBEDDER: chosen = 'bundled' } = environment;
  if (chosen !== 'bundled') {
    if (!AI)
      throw new Error(`LECTERN_EMBEDDER is "${chosen}", which needs the binding AI (see wrangler.toml)`);
    return {
      embedder: createWorkersAiEmbedder({ binding: AI, model: chosen }),
      tokenTable: null,
      calibration,
    };
  }
  const [weights, tokenizerText, manifestText] = await Promise.all([
    assets.read('model/weights.onnx'),
    assets.readText('model/tokenizer.json'),
    assets.readText('model/manifest.json'),
  ]);
  const model = { weights: weights.buffer, tokenizer: JSON.parse(tokenizerText) as unknown };
  const embedder = await createWasmEmbedder({ ...model, manifest: JSON.parse(manifestText), wasm: kernels });
  const network = readEncoderWeights(new Uint8Array(model.weights));
  const tokenTable = { ...createTokenTable(model), compareWith: createTokenComparison(kernels, network) };
  return { embedder, tokenTable, calibration };
}

/** @throws {Error} naming the setting when a binding is missing; SnapshotError when there is no snapshot of this model. */
export async function openWorkerIndex(
  environment: WorkerEnvironment,
  source: SnapshotSource,
  { id, dimensions }: Embedder,
): Promise<WorkerIndex> {
  const { manifest, library, vectors: read } = await openSnapshot(source, id);
  const files = SEARCH_FILES.map(async (name) => [name, await source.readFile(manifest, name)] as const);
  const search = decodeSearchData(library, new Map(await Promise.all(files)), kernels);
  const vectors = storeRows(read, dimensions, kernels);
  const { fingerprint } = manifest;
  const parts = { library, fingerprint, vectors, search };
  const { VECTORIZE, LECTERN_INDEX: chosen = 'exact' } = environment;
  if (chosen === 'exact') return { ...parts, index: createExactIndex(vectors, dimensions) };
  if (chosen !== 'vectorize')
    throw new Error(`LECTERN_INDEX="${chosen}" cannot be used: "exact" or "vectorize"`);
  if (!VECTORIZE)
    throw new Error('LECTERN_INDEX is "vectorize", which needs the binding VECTORIZE (see wrangler.toml)');
  return { ...parts, index: createVectorizeIndex({ binding: VECTORIZE, library, fingerprint, dimensions }) };
}
