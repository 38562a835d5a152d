/** The measurements as a page of Markdown. */
import type { LangChainBench } from './bench-langchain.ts';
import type { LargeCorpusBench } from './bench-large-corpus.ts';
import type { LoadResult } from './bench-load.ts';
import type { ProcessUsage } from './bench-server.ts';
import type { Stage } from './bench-stages.ts';
import { ms, seconds, table, type Summary } from './bench-statistics.ts';
import type { VectorBench } from './bench-vectors.ts';

export interface MachineFacts {
  readonly date: string;
  readonly command: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
  /** One-minute load before anything was measured. */
  readonly loadBefore: number;
  readonly model: string;
}

export interface StartResult {
  readonly name: string;
  readonly listeningMs: number;
  readonly firstAnswerMs: number;
  readonly usage: ProcessUsage | null;
}

export interface IngestionResult {
  readonly documents: number;
  readonly passages: number;
  readonly windows: number;
  /** From nothing to the first answer, as in the cold start. */
  readonly coldMs: number;
  /** Windows of a sample embedded without a cache, and how long that took. */
  readonly embedded: number;
  readonly embeddingMs: number;
  /** Index made again with every vector in the cache: parsing, cutting, graph, files. */
  readonly cachedMs: number;
}

export interface LoadRow extends LoadResult {
  /** Processor time of the server for one request; null where the system does not tell. */
  readonly cpuMs: number | null;
}

export interface BenchResults {
  readonly machine: MachineFacts;
  readonly starts: readonly StartResult[];
  readonly ingestion: IngestionResult;
  readonly load: readonly LoadRow[];
  readonly usage: ProcessUsage | null;
  readonly stages: readonly Stage[];
  readonly vectors: VectorBench;
  readonly large: LargeCorpusBench;
  readonly langchain: LangChainBench | string;
}

export function benchReport(results: BenchResults): string {
  const { machine } = results;
  const sections = [
    '# Benchmarks',
    `Written by \`${machine.command}\` on ${machine.date}; not edited by hand. Run it again on your machine.`,
    machineSection(machine),
    `## From start to first answer\n\n${startTable(results)}`,
    `## Ingestion\n\n${ingestionTable(results.ingestion)}`,
    `## \`POST /ask\` over HTTP\n\n${loadSection(results)}`,
    `## Stages of one answer\n\nIn one process, each stage by itself over the same questions, all of them asked once before, uncounted.\n\n${stageTable(results.stages)}`,
    `## Search among ${results.vectors.size.toLocaleString('en')} vectors\n\n${vectorSection(results.vectors)}`,
    `## A larger corpus\n\n${largeSection(results.large)}`,
    `## Beside LangChain JS\n\n${langchainSection(results.langchain)}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function machineSection(machine: MachineFacts): string {
  const { processor, cores, memoryGigabytes, system, node, loadBefore, model } = machine;
  const busy =
    loadBefore > cores / 2
      ? ' **The machine was busy with other work: times of the clock are longer than they would be alone.**'
      : '';
  return `${processor}, ${cores} cores, ${memoryGigabytes.toFixed(0)} GB, ${system}, Node ${node}, model \`${model}\`. Load before the run: ${loadBefore.toFixed(2)}.${busy}`;
}

function startTable({ starts }: BenchResults): string {
  const rows = starts.map(({ name, listeningMs, firstAnswerMs, usage }) => {
    const spent = usage
      ? [seconds(usage.cpuMs), `${usage.rssMegabytes.toFixed(0)} MB`]
      : ['not told', 'not told'];
    return [name, seconds(listeningMs), seconds(firstAnswerMs), ...spent];
  });
  return table(['start', 'listening after', 'first answer after', 'processor time', 'memory then'], rows);
}

function ingestionTable(ingestion: IngestionResult): string {
  const { documents, passages, windows, coldMs, embedded, embeddingMs, cachedMs } = ingestion;
  const rate = (count: number, time: number): string => (time > 0 ? ((count * 1000) / time).toFixed(1) : '–');
  const rows = [
    ['documents, passages, windows', `${documents}, ${passages}, ${windows}`],
    ['from nothing to the first answer', seconds(coldMs)],
    ['windows embedded a second', rate(embedded, embeddingMs)],
    [
      'passages a second, with all their windows',
      rate((passages * embedded) / Math.max(1, windows), embeddingMs),
    ],
    ['program started and index made again, every vector known', seconds(cachedMs)],
  ];
  return table(['', ''], rows);
}

function summaryCells({ p50, p95, p99 }: Summary): string[] {
  return [ms(p50), ms(p95), ms(p99)];
}

function loadSection({ load, usage }: BenchResults): string {
  const rows = load.map(({ clients, latency, requestsPerSecond, cpuMs }) => [
    String(clients),
    String(latency.count),
    ...summaryCells(latency),
    requestsPerSecond.toFixed(0),
    cpuMs === null ? 'not told' : ms(cpuMs),
  ]);
  const head = ['clients', 'requests', 'p50', 'p95', 'p99', 'requests/s', 'processor time a request'];
  const memory = usage
    ? `Memory of the server after this load: ${usage.rssMegabytes.toFixed(0)} MB resident, ${usage.peakMegabytes.toFixed(0)} MB at its peak.`
    : 'This system does not tell the memory of a process.';
  return `Questions in many languages over one keep-alive connection a client, clients on the same machine.\n\n${table(head, rows)}\n\n${memory}`;
}

function stageTable(stages: readonly Stage[]): string {
  return table(
    ['stage', 'p50', 'p95', 'p99'],
    stages.map(({ name, summary }) => [name, ...summaryCells(summary)]),
  );
}

function vectorSection({ size, dimensions, exact, graph, reason }: VectorBench): string {
  const rows = [['exact', ...summaryCells(exact), '1.000', '–']];
  if (graph)
    rows.push(['hnswlib', ...summaryCells(graph.search), graph.recall.toFixed(3), seconds(graph.buildMs)]);
  const text = `Synthetic, clustered, ${dimensions} dimensions, ten nearest of ${size}.`;
  const missing = graph ? '' : `\n\nhnswlib was not measured: ${reason}.`;
  return `${text}\n\n${table(['driver', 'p50', 'p95', 'p99', 'recall@10', 'built in'], rows)}${missing}`;
}

function largeSection({ passages, windows, questions, index, stages }: LargeCorpusBench): string {
  const text = `The corpus copied with other figures until it has ${passages} passages (${windows} windows, ${questions} anticipated questions, index ${index}), without translations.`;
  return `${text}\n\n${stageTable(stages)}`;
}

function langchainSection(result: LangChainBench | string): string {
  if (typeof result === 'string') return `Not measured: ${result}.`;
  const { questions, windows, fillMs, langchain, lectern } = result;
  const ratio = (one: number, other: number): string => (one / Math.max(other, 1e-9)).toFixed(2);
  const rows = [
    [
      'LangChain: HNSWLib over our Embeddings',
      ...summaryCells(langchain.retrieval),
      langchain.hitAt1.toFixed(3),
    ],
    [
      'Lectern: dense, lexical and token search, scored',
      ...summaryCells(lectern.retrieval),
      lectern.hitAt1.toFixed(3),
    ],
    [
      'Lectern ÷ LangChain',
      ratio(lectern.retrieval.p50, langchain.retrieval.p50),
      ratio(lectern.retrieval.p95, langchain.retrieval.p95),
      ratio(lectern.retrieval.p99, langchain.retrieval.p99),
      ratio(lectern.hitAt1, langchain.hitAt1),
    ],
  ];
  const text = `The same ${windows} windows, the same model, ${questions} gold questions, asked in turns in one process. Both embed the question; LangChain's store was filled with known vectors in ${seconds(fillMs)}. “hit@1”: the first hit touches the gold quotation.`;
  return `${text}\n\n${table(['path', 'p50', 'p95', 'p99', 'hit@1'], rows)}`;
}
