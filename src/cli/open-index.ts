/** Opens the index that fits corpus and model, or makes it: what every command starts from. */
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { AnticipatedLists } from '../anticipation/anticipated-question.ts';
import { inOrder, listQuestions, type OpenQuestion } from '../anticipation/list-questions.ts';
import { compareSentences } from '../answer/verification/compare-sentences.ts';
import { readCorpusFolder } from '../corpus/drivers/folder.ts';
import { withoutLanguages, withoutParts, type CorpusPart } from '../corpus/corpus-parts.ts';
import { loadDocuments } from '../corpus/load-documents.ts';
import type { CorpusProblem, SourceCorpus } from '../corpus/source-document.ts';
import { openVectorFile } from '../embedding/drivers/vector-file.ts';
import { embedRows, type BulkEmbedder } from '../embedding/embed-texts.ts';
import type { Embedder, TextRole } from '../embedding/embedder.ts';
import { buildLibrary } from '../index/build-library.ts';
import { storeRows } from '../embedding/wasm-core/store-rows.ts';
import { createExactIndex } from '../index/drivers/exact.ts';
import { createFolderStore, type FolderStore } from '../index/drivers/folder-store.ts';
import { buildHnswlibGraph, hnswlibAvailable, openHnswlibIndex } from '../index/drivers/hnswlib.ts';
import type { Library } from '../index/library.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import type { TokenTable } from '../embedding/token-table.ts';
import type { ComparableRows } from '../embedding/vector.ts';
import { foldSpelling } from '../language/fold-spelling.ts';
import {
  decodeSearchData,
  encodeSearchData,
  SEARCH_FILES,
  type SearchData,
} from '../retrieval/search-data.ts';
import type { EmbeddedQuestions } from '../retrieval/question-classifier.ts';
import { SnapshotError } from '../index/snapshot-error.ts';
import {
  decodeSnapshot,
  describeSnapshot,
  encodeSnapshot,
  fingerprintOf,
  type Snapshot,
  type SnapshotIdentity,
  type SnapshotManifest,
} from '../index/snapshot.ts';

const GRAPH = 'graph.hnsw';

export interface OpenIndex {
  readonly snapshot: Snapshot;
  readonly index: PassageIndex;
  /** Of the windows, as the snapshot has them. */
  readonly vectors: ComparableRows;
  readonly search: SearchData;
  /** What the corpus holds that could not be used; empty when the index was opened as it was. */
  readonly problems: readonly CorpusProblem[];
  /** Texts embedded anew, or null when nothing had to be made. */
  readonly embedded: number | null;
}

export interface OpenOptions {
  readonly corpusFolder: string;
  readonly dataFolder: string;
  /** Where vectors are kept between runs; `cache` in the data folder when absent. */
  readonly vectorFolder?: string;
  /** Version of the code that cuts the corpus. */
  readonly builder: string;
  /** The model's tokens, where they can be compared. */
  readonly tokenTable: TokenTable | null;
  /** Compiled kernels.wasm. */
  readonly kernels: WebAssembly.Module;
  readonly startBulk?: () => BulkEmbedder;
  /** What to leave out of the documents, to measure what it brings. */
  readonly without?: readonly CorpusPart[];
  /** The same: base tags of languages. */
  readonly withoutLanguages?: ReadonlySet<string>;
  /** Makes the index even where one fits. */
  readonly rebuild?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told in one line when an index is there but cannot be used. */
  readonly onNotice?: (notice: string) => void;
}

export async function openIndex(embedder: Embedder, options: OpenOptions): Promise<OpenIndex> {
  const read = await readCorpusFolder(options.corpusFolder);
  const parted = withoutParts(read, options.without ?? []);
  const corpus = withoutLanguages(parted, options.withoutLanguages ?? new Set());
  const identity: SnapshotIdentity = {
    embedder: { id: embedder.id, dimensions: embedder.dimensions },
    corpus: hashCorpus(corpus),
    builder: options.builder,
  };
  const store = createFolderStore(options.dataFolder);
  if (!options.rebuild) {
    const opened = await openStored(store, identity, options);
    if (opened) return opened;
  }
  return make(corpus, embedder, identity, store, options);
}

function hashCorpus({ documents }: SourceCorpus): string {
  const hash = createHash('sha256');
  for (const { id, transcript, format, metadata, translations, anticipated } of documents) {
    const texts = [
      id,
      format,
      transcript.text,
      metadata?.text ?? '',
      ...[...translations, ...anticipated].map(({ path, text }) => `${basename(path)} ${text}`),
    ];
    for (const text of texts) hash.update(`${text.length}:`).update(text);
  }
  return hash.digest('hex');
}

/** Null where there is no index that fits, or where it is damaged: the corpus can make it again. */
async function openStored(
  store: FolderStore,
  identity: SnapshotIdentity,
  options: OpenOptions,
): Promise<OpenIndex | null> {
  const fingerprint = await fingerprintOf(identity);
  if ((await store.current()) !== fingerprint) return null;
  try {
    const manifest = await store.readManifest(fingerprint);
    const library = await store.readFile(manifest, 'library.json');
    const snapshot = decodeSnapshot(manifest, library, await store.readFile(manifest, 'vectors.f32'));
    const files = new Map<string, Uint8Array>();
    for (const name of SEARCH_FILES) files.set(name, await store.readFile(manifest, name));
    const search = decodeSearchData(snapshot.library, files, options.kernels);
    const vectors = storeRows(snapshot.vectors, snapshot.manifest.embedder.dimensions, options.kernels);
    const index = await openGraph(store, snapshot.manifest, vectors);
    return { snapshot, vectors, index, search, problems: [], embedded: null };
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    options.onNotice?.(`${error.message}; rebuilding it from the corpus now`);
    return null;
  }
}

async function openGraph(
  store: FolderStore,
  manifest: SnapshotManifest,
  vectors: ComparableRows,
): Promise<PassageIndex> {
  const { dimensions } = manifest.embedder;
  if (!manifest.files[GRAPH] || !(await hnswlibAvailable()).available)
    return createExactIndex(vectors, dimensions);
  await store.readFile(manifest, GRAPH);
  return openHnswlibIndex({ vectors, dimensions }, store.pathOf(manifest.fingerprint, GRAPH));
}

async function make(
  corpus: SourceCorpus,
  embedder: Embedder,
  identity: SnapshotIdentity,
  store: FolderStore,
  options: OpenOptions,
): Promise<OpenIndex> {
  const { documents, anticipated, problems } = loadDocuments(corpus, compareSentences);
  const library = buildLibrary(documents);
  const { vectors, questions, embedded } = await embedLibrary(library, anticipated, embedder, options);
  const rows = storeRows(vectors, embedder.dimensions, options.kernels);
  const searchFiles = encodeSearchData(library, options.tokenTable, options.kernels, questions);
  const files = new Map([...encodeSnapshot(library, vectors), ...searchFiles]);
  const graph = await buildGraph(store, vectors, embedder.dimensions);
  if (graph) files.set(GRAPH, graph);
  const manifest: SnapshotManifest = await describeSnapshot(
    identity,
    library,
    files,
    questions.listed.answered.length,
  );
  await store.write(manifest, files);
  const snapshot = { manifest, library, vectors };
  const search = decodeSearchData(library, searchFiles, options.kernels);
  const index = await openGraph(store, manifest, rows);
  const told = [...problems, ...unquotable(library)];
  return { snapshot, vectors: rows, index, search, problems: told, embedded };
}

/** Documents that nothing can be answered from: whoever added one should not find out by asking. */
function unquotable({ documents, passages }: Library): CorpusProblem[] {
  const quotable = new Set(passages.map(({ document }) => document));
  const reason =
    'no speech in it can be cited, so nothing is answered from it: "lectern ingest --explain" shows how it was read';
  return [...documents.keys()].filter((id) => !quotable.has(id)).map((id) => ({ path: id, reason }));
}

interface EmbeddedLibrary {
  readonly vectors: Float32Array;
  readonly questions: EmbeddedQuestions;
  readonly embedded: number;
}

async function embedLibrary(
  library: Library,
  lists: AnticipatedLists,
  embedder: Embedder,
  options: OpenOptions,
): Promise<EmbeddedLibrary> {
  const { dimensions } = embedder;
  const folder = options.vectorFolder ?? join(options.dataFolder, 'cache');
  const embedAll = async (list: readonly Pick<OpenQuestion, 'text' | 'language'>[], role: TextRole) => {
    const cache = await openVectorFile(folder, embedder, role);
    const texts = list.map(({ text, language }) => foldSpelling(text, language));
    return embedRows(texts, role, embedder, { ...options, cache });
  };
  const searched = await embedAll(library.windows, 'passage');
  const listed = listQuestions(library, lists);
  const asked = await embedAll(inOrder(listed), 'query');
  return {
    vectors: searched.rows,
    questions: { listed, vectors: { rows: asked.rows, dimensions } },
    embedded: searched.embedded + asked.embedded,
  };
}

/** Null where hnswlib-node is not installed: exact search then does the work. */
async function buildGraph(
  store: FolderStore,
  vectors: Float32Array,
  dimensions: number,
): Promise<Uint8Array | null> {
  if (!(await hnswlibAvailable()).available) return null;
  const folder = await store.temporaryFolder();
  try {
    await buildHnswlibGraph({ vectors, dimensions }, join(folder, GRAPH));
    return await readFile(join(folder, GRAPH));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
