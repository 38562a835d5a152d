/** `lectern bench`: measures start-up, ingestion, answers over HTTP, stages and drivers, and writes what it found. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type as systemName } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { embedTexts } from '../embedding/embed-texts.ts';
import { openNode, type NodeApplication } from '../entries/node.ts';
import type { GoldSet } from '../evaluation/gold-question.ts';
import { benchLangChain } from './bench-langchain.ts';
import { benchLargeCorpus } from './bench-large-corpus.ts';
import { closeConnections, runLoad } from './bench-load.ts';
import {
  benchReport,
  type BenchResults,
  type IngestionResult,
  type LoadRow,
  type MachineFacts,
  type StartResult,
} from './bench-report.ts';
import { startServer, type BenchServer } from './bench-server.ts';
import { measureStages } from './bench-stages.ts';
import { spread, timed } from './bench-statistics.ts';
import { benchVectors } from './bench-vectors.ts';
import { readGoldFolder } from './read-gold-folder.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** How much is asked: bounded, so that the whole run stays under three minutes on two cores. */
const WARM_STARTS = 3;
const LOAD = [
  { clients: 1, requests: 200 },
  { clients: 8, requests: 600 },
  { clients: 32, requests: 1000 },
] as const;
const EMBEDDED_WINDOWS = 400;
const STAGE_QUESTIONS = 100;
const GOLD_QUESTIONS = 200;
const SYNTHETIC_VECTORS = 10_000;
const SYNTHETIC_QUERIES = 50;
const LARGE_PASSAGES = 1000;

/** Exit status 0; everything is measured in temporary folders, the index of the service is left alone. */
export async function runBench(
  args: readonly string[],
  settings: Settings,
  root: string,
  terminal: Terminal,
): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { output: { type: 'string' } } });
  const output = values.output ?? join(root, 'docs', 'benchmarks.md');
  if (!existsSync(join(root, 'dist', 'lectern.js')))
    throw new Error('dist/lectern.js is missing: run "npm run build"');
  const dataFolder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    const report = benchReport(await measure(settings, root, dataFolder, terminal));
    await mkdir(dirname(output), { recursive: true });
    await writeFile(output, report);
    terminal.print(report);
    terminal.warn(`written to ${output}`);
    return 0;
  } finally {
    closeConnections();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function measure(
  settings: Settings,
  root: string,
  dataFolder: string,
  terminal: Terminal,
): Promise<BenchResults> {
  const loadBefore = loadavg()[0] ?? 0;
  const gold = await readGoldFolder(settings.corpusFolder);
  const questions = mixed(gold);
  const served = await measureServer(settings, root, dataFolder, questions, terminal);
  terminal.warn('stages of one answer');
  const { ms: cachedMs, value: application } = await timed(() =>
    openNode({ ...settings, dataFolder, chat: null }, { rebuild: true }),
  );
  const stages = await measureStages(application, spread(questions, STAGE_QUESTIONS));
  terminal.warn('search among synthetic vectors');
  const vectors = await benchVectors(SYNTHETIC_VECTORS, application.embedder.dimensions, SYNTHETIC_QUERIES);
  terminal.warn('a larger corpus');
  const large = await benchLargeCorpus(
    application,
    settings,
    spread(questions, STAGE_QUESTIONS),
    LARGE_PASSAGES,
  );
  terminal.warn('LangChain');
  const langchain = await benchLangChain(application, gold, GOLD_QUESTIONS);
  terminal.warn('ingestion');
  const ingestion = await measureIngestion(application, served.coldMs, cachedMs);
  const machine = machineFacts(loadBefore, application.embedder.id);
  const { starts, load, usage } = served;
  return { machine, starts, ingestion, load, usage, stages, vectors, large, langchain };
}

/** Languages in turn, as they come from people; questions without an answer too. */
function mixed(gold: readonly GoldSet[]): string[] {
  const byLanguage = new Map<string, string[]>();
  for (const { language, question } of gold.flatMap(({ questions }) => questions)) {
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), question]);
  }
  const lists = [...byLanguage.values()];
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

interface Served extends Pick<BenchResults, 'starts' | 'load' | 'usage'> {
  readonly coldMs: number;
}

async function measureServer(
  settings: Settings,
  root: string,
  dataFolder: string,
  questions: readonly string[],
  terminal: Terminal,
): Promise<Served> {
  const [question = ''] = questions;
  const starts: StartResult[] = [];
  const launch = async (name: string): Promise<BenchServer> => {
    terminal.warn(`start: ${name}`);
    const server = await startServer(root, settings, dataFolder, question);
    const { listeningMs, firstAnswerMs } = server;
    starts.push({ name, listeningMs, firstAnswerMs, usage: await server.usage() });
    return server;
  };
  const cold = await launch('cold: no index, no vectors');
  await cold.stop();
  for (let number = 1; number < WARM_STARTS; number++) {
    await (await launch(`warm ${number}: index as it was left`)).stop();
  }
  const server = await launch(`warm ${WARM_STARTS}: index as it was left`);
  try {
    const load = await measureLoad(server, questions, terminal);
    return { starts, load, usage: await server.usage(), coldMs: cold.firstAnswerMs };
  } finally {
    await server.stop();
  }
}

async function measureLoad(
  server: BenchServer,
  questions: readonly string[],
  terminal: Terminal,
): Promise<LoadRow[]> {
  const rows: LoadRow[] = [];
  await runLoad(server.origin, questions, 2, 40);
  for (const { clients, requests } of LOAD) {
    terminal.warn(`${requests} questions by ${clients} clients`);
    const before = await server.usage();
    const result = await runLoad(server.origin, questions, clients, requests);
    const after = await server.usage();
    rows.push({ ...result, cpuMs: before && after ? (after.cpuMs - before.cpuMs) / requests : null });
  }
  return rows;
}

/** Embedding is measured on a sample without any cache: a first start may find vectors that came with the model. */
async function measureIngestion(
  { opened, embedder }: NodeApplication,
  coldMs: number,
  cachedMs: number,
): Promise<IngestionResult> {
  const texts = opened.snapshot.library.windows.map(({ text }) => text);
  const sample = spread([...new Set(texts)], EMBEDDED_WINDOWS);
  const { ms: embeddingMs } = await timed(() => embedTexts(sample, 'passage', embedder));
  return { ...opened.snapshot.manifest.counts, coldMs, embedded: sample.length, embeddingMs, cachedMs };
}

function machineFacts(loadBefore: number, model: string): MachineFacts {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    command: 'npm run bench',
    processor: processors[0]?.model.trim() ?? 'unknown processor',
    cores: processors.length,
    memoryGigabytes: totalmem() / 1024 ** 3,
    system: `${systemName()} ${release()}`,
    node: process.version,
    loadBefore,
    model,
  };
}
