/** Retrieval over a corpus of a thousand passages: the documents at hand, copied with other figures in them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTokenTable } from '../embedding/drivers/model-folder.ts';
import { compileKernels } from '../embedding/drivers/wasm-folder.ts';
import type { ComparableRows } from '../embedding/vector.ts';
import { storeRows } from '../embedding/wasm-core/store-rows.ts';
import { embedRows } from '../embedding/embed-texts.ts';
import type { NodeApplication } from '../entries/node.ts';
import type { AnticipatedLists, AnticipatedQuestion } from '../anticipation/anticipated-question.ts';
import { inOrder, listQuestions } from '../anticipation/list-questions.ts';
import { compareSentences } from '../answer/verification/compare-sentences.ts';
import { readCorpusFolder } from '../corpus/drivers/folder.ts';
import { loadDocuments } from '../corpus/load-documents.ts';
import { buildLibrary } from '../index/build-library.ts';
import { createExactIndex } from '../index/drivers/exact.ts';
import { buildHnswlibGraph, hnswlibAvailable, openHnswlibIndex } from '../index/drivers/hnswlib.ts';
import type { Library, LibraryDocument } from '../index/library.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { createRetriever } from '../retrieval/retrieve.ts';
import { decodeSearchData, encodeSearchData } from '../retrieval/search-data.ts';
import { noise } from './bench-vectors.ts';
import { measureRetrieval, type Stage } from './bench-stages.ts';
import { readCalibration } from './calibration-file.ts';
import type { Settings } from './settings.ts';

export interface LargeCorpusBench {
  readonly passages: number;
  readonly windows: number;
  readonly questions: number;
  readonly index: string;
  readonly stages: readonly Stage[];
}

/** Share of a vector's length by which the copies differ from it and from each other. */
const DIFFERENCE = 0.3;

export async function benchLargeCorpus(
  { embedder, opened }: NodeApplication,
  settings: Settings,
  questions: readonly string[],
  passages: number,
): Promise<LargeCorpusBench> {
  const { library: source, manifest } = opened.snapshot;
  const { dimensions } = manifest.embedder;
  const library = enlarged(source, passages);
  const { anticipated } = loadDocuments(await readCorpusFolder(settings.corpusFolder), compareSentences);
  const listed = listQuestions(library, copied(anticipated, library));
  const vectors = vectorsFor(library, source, opened.snapshot.vectors, dimensions);
  const tokenTable = await readTokenTable(settings.model);
  const texts = inOrder(listed).map(({ text }) => text);
  const { rows } = await embedRows(texts, 'query', embedder);
  const kernels = await compileKernels();
  const stored = storeRows(vectors, dimensions, kernels);
  const files = encodeSearchData(library, tokenTable, kernels, {
    listed,
    vectors: { rows, dimensions },
  });
  const search = decodeSearchData(library, files, kernels);
  const { lexical } = search;
  const index = await indexOf(vectors, stored, dimensions);
  const calibration = await readCalibration(settings);
  const windows = { vectors: stored, ...search };
  const retriever = createRetriever({ library, embedder, index, lexical, tokenTable, windows, calibration });
  const stages = await measureRetrieval({ embedder, index, lexical, retriever }, questions);
  return {
    passages: library.passages.length,
    windows: library.windows.length,
    questions: listed.answered.length,
    index: index.name,
    stages,
  };
}

/** Without translations: they would multiply the sentences, not the passages. So would questions in other languages than the text's. */
function enlarged({ documents, passages }: Library, wanted: number): Library {
  const copies = Math.ceil(wanted / Math.max(1, passages.length));
  return buildLibrary(
    [...documents.values()].flatMap((document) => {
      return Array.from({ length: copies }, (_, copy) => altered(document, copy));
    }),
  );
}

/** Other digits in the same places, so that every offset stays right. */
function altered(document: LibraryDocument, copy: number): LibraryDocument {
  const change = (digit: string): string => String((Number(digit) + copy) % 10);
  const text = document.transcript.text.replace(/[0-9]/g, change);
  const id = `${document.id}~${String(copy).padStart(4, '0')}`;
  return { ...document, id, translations: [], transcript: { ...document.transcript, text } };
}

/** A copy is asked what its original is, in its own language. */
function copied(lists: AnticipatedLists, { documents }: Library): AnticipatedLists {
  const ofCopy = ({ id, language }: LibraryDocument): AnticipatedQuestion[] =>
    atMost((lists.get(originalOf(id)) ?? []).filter((question) => question.language === language));
  return new Map([...documents.values()].map((document) => [document.id, ofCopy(document)]));
}

function originalOf(copy: string): string {
  return copy.slice(0, copy.lastIndexOf('~'));
}

/** A list as long as one writer makes it: the bundled ones are the work of ten. */
const LIST = { sentence: 8, open: 400 };

function atMost(questions: readonly AnticipatedQuestion[]): AnticipatedQuestion[] {
  const counts = new Map<number, number>();
  return questions.filter(({ answer }) => {
    const place = answer?.start ?? -1;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count <= (answer ? LIST.sentence : LIST.open);
  });
}

/** The vector of the original's window with noise of its own; copies cut into windows as their originals are. */
function vectorsFor(
  library: Library,
  source: Library,
  known: Float32Array,
  dimensions: number,
): Float32Array {
  const vectors = new Float32Array(library.windows.length * dimensions);
  const originals = originalWindows(source);
  const random = noise(vectors.length, 3);
  const seen = new Map<string, number>();
  for (const [number, window] of library.windows.entries()) {
    const copy = library.passages[window.passage]?.document ?? '';
    const position = seen.get(copy) ?? 0;
    seen.set(copy, position + 1);
    const original = originals.get(originalOf(copy))?.[position] ?? 0;
    blend(vectors, number, known, original, random, dimensions);
  }
  return vectors;
}

/** Numbers of the windows in each document's own language, in order. */
function originalWindows({ documents, passages, windows }: Library): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [number, { passage, language }] of windows.entries()) {
    const id = passages[passage]?.document ?? '';
    if (documents.get(id)?.language === language) found.set(id, [...(found.get(id) ?? []), number]);
  }
  return found;
}

function blend(
  into: Float32Array,
  row: number,
  known: Float32Array,
  original: number,
  random: Float32Array,
  dimensions: number,
): void {
  const scale = (DIFFERENCE / Math.sqrt(dimensions)) * 2;
  let sum = 0;
  for (let at = 0; at < dimensions; at++) {
    const place = row * dimensions + at;
    const value = (known[original * dimensions + at] ?? 0) + scale * (random[place] ?? 0);
    into[place] = value;
    sum += value * value;
  }
  const length = Math.sqrt(sum) || 1;
  for (let place = row * dimensions; place < (row + 1) * dimensions; place++)
    into[place] = (into[place] ?? 0) / length;
}

async function indexOf(
  vectors: Float32Array,
  stored: ComparableRows,
  dimensions: number,
): Promise<PassageIndex> {
  if (!(await hnswlibAvailable()).available) return createExactIndex(stored, dimensions);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    const file = join(folder, 'graph.hnsw');
    await buildHnswlibGraph({ vectors, dimensions }, file);
    return await openHnswlibIndex({ vectors: stored, dimensions }, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
