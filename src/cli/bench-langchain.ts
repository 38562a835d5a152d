/** LangChain JS's own path over the same windows and the same model: its HNSWLib store over our Embeddings, beside our retrieval. */
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import { LecternEmbeddings } from '../embedding/langchain-embeddings.ts';
import type { NodeApplication } from '../entries/node.ts';
import type { GoldSet } from '../evaluation/gold-question.ts';
import { locateGold } from '../evaluation/locate-gold.ts';
import { overlaps } from '../transcript/locate-quote.ts';
import { hnswlibAvailable } from '../index/drivers/hnswlib.ts';
import type { Library } from '../index/library.ts';
import type { Span } from '../transcript/transcript.ts';
import { spread, summarise, timed, type Summary } from './bench-statistics.ts';

export interface PathResult {
  readonly retrieval: Summary;
  /** Share of the gold questions whose first hit touches the gold quotation. */
  readonly hitAt1: number;
}

export interface LangChainBench {
  readonly questions: number;
  readonly windows: number;
  /** Time to fill the store with vectors that are already known. */
  readonly fillMs: number;
  readonly langchain: PathResult;
  readonly lectern: PathResult;
}

interface AskedGold {
  readonly question: string;
  readonly document: string;
  readonly spans: readonly Span[];
}

/** A string where it cannot be measured: the reason. */
export async function benchLangChain(
  application: NodeApplication,
  gold: readonly GoldSet[],
  most: number,
): Promise<LangChainBench | string> {
  const { available, reason } = await hnswlibAvailable();
  if (!available) return `hnswlib-node is not installed (${reason})`;
  const { library } = application.opened.snapshot;
  const asked = spread(answerable(gold, library), most);
  if (asked.length === 0) return 'the corpus has no gold questions';
  const { ms: fillMs, value: store } = await timed(() => fillStore(application));
  const theirs: number[] = [];
  const ours: number[] = [];
  const hits = { theirs: 0, ours: 0 };
  for (const [at, { question, document, spans }] of [...asked.slice(0, 5), ...asked].entries()) {
    const their = await timed(() => store.similaritySearchWithScore(question, 10));
    const our = await timed(() => application.retriever.retrieve({ question }));
    if (at < Math.min(5, asked.length)) continue;
    theirs.push(their.ms);
    ours.push(our.ms);
    const first = windowSpan(library, Number(their.value[0]?.[0].metadata['window'] ?? -1));
    if (first?.document === document && spans.some((span) => overlaps(span, first))) hits.theirs += 1;
    const [best] = our.value.evidence;
    const sentence = best?.passage.sentences[best.matches[0]?.sentence ?? -1];
    if (best?.passage.document === document && sentence && spans.some((span) => overlaps(span, sentence)))
      hits.ours += 1;
  }
  return {
    questions: asked.length,
    windows: library.windows.length,
    fillMs,
    langchain: { retrieval: summarise(theirs), hitAt1: hits.theirs / asked.length },
    lectern: { retrieval: summarise(ours), hitAt1: hits.ours / asked.length },
  };
}

async function fillStore({ embedder, opened }: NodeApplication): Promise<HNSWLib> {
  const { library, vectors } = opened.snapshot;
  const { dimensions } = embedder;
  const store = new HNSWLib(new LecternEmbeddings({ embedder }), {
    space: 'cosine',
    numDimensions: dimensions,
  });
  const rows = library.windows.map((_, row) => [
    ...vectors.subarray(row * dimensions, (row + 1) * dimensions),
  ]);
  const documents = library.windows.map(
    ({ text }, window) => new Document({ pageContent: text, metadata: { window } }),
  );
  await store.addVectors(rows, documents);
  return store;
}

function answerable(gold: readonly GoldSet[], library: Library): AskedGold[] {
  return gold.flatMap(({ document, questions }) => {
    const text = library.documents.get(document)?.transcript.text;
    if (text === undefined) return [];
    return questions
      .filter(({ expected }) => expected === 'answer')
      .map((question) => ({ question: question.question, document, spans: locateGold(question, text) }));
  });
}

/** Where the sentences of a window stand in the original, also for a window of a translation. */
function windowSpan(
  { windows, passages }: Library,
  number: number,
): (Span & { readonly document: string }) | null {
  const window = windows[number];
  const passage = window && passages[window.passage];
  const [first, last] = [
    passage?.sentences[window?.first ?? -1],
    passage?.sentences[(window?.last ?? 0) - 1],
  ];
  return passage && first && last ? { document: passage.document, start: first.start, end: last.end } : null;
}
