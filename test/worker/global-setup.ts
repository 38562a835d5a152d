/** Runs in Node before the Worker tests: opens the application there, builds the assets, and tells what the Worker must agree with. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildWorkerAssets } from '../../scripts/build-worker.mjs';
import { readSettings } from '../../src/cli/settings.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { openNode } from '../../src/entries/node.ts';
import { createServiceSystem } from '../../src/evaluation/drivers/service-system.ts';
import type { EvaluatedSystem } from '../../src/evaluation/system.ts';
import { multilingualSentences, type Sentence } from '../embedding/multilingual-sentences.ts';
import { essenceOf } from './answer-essence.ts';
import { ASK_LIMIT } from './ask-limit.ts';

interface GoldAnswer {
  readonly id: string;
  readonly question: string;
  readonly essence: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly sentences: readonly Sentence[];
    /** The Node driver's vectors of `sentences`, rows of float32 end to end, as base64. */
    readonly nodeVectors: string;
    readonly nodeEmbedderId: string;
    readonly goldAnswers: readonly GoldAnswer[];
    /** Questions a visitor may ask in a minute in these tests. */
    readonly askLimit: number;
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));

async function vectorsOf(embedder: Embedder, sentences: readonly Sentence[]): Promise<string> {
  const rows: Buffer[] = [];
  for (const { text } of sentences) {
    const [vector] = await embedder.embed([text], 'passage');
    if (vector) rows.push(Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  }
  return Buffer.concat(rows).toString('base64');
}

/** Every second gold question of every document in the corpus: a thousand would take minutes. */
function goldQuestions(corpusFolder: string): { id: string; question: string }[] {
  const files = readdirSync(corpusFolder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /questions\/[^/]+\.jsonl$/.test(file) && !file.includes('held-out'))
    .flatMap((file) => readFileSync(`${corpusFolder}/${file}`, 'utf8').trim().split('\n'))
    .filter((_, at) => at % 2 === 0)
    .map((line) => JSON.parse(line) as { id: string; question: string });
}

async function answersOf(
  system: EvaluatedSystem,
  questions: ReturnType<typeof goldQuestions>,
): Promise<GoldAnswer[]> {
  const answers: GoldAnswer[] = [];
  for (const { id, question } of questions) {
    answers.push({ id, question, essence: essenceOf(await system.ask({ question })) });
  }
  return answers;
}

export async function setup(project: TestProject): Promise<void> {
  const settings = readSettings(process.env, root);
  const { service, embedder } = await openNode(settings);
  await buildWorkerAssets({ model: settings.model, data: settings.dataFolder });
  const sentences = multilingualSentences(25);
  const system = createServiceSystem(service);
  project.provide('sentences', sentences);
  project.provide('nodeVectors', await vectorsOf(embedder, sentences));
  project.provide('nodeEmbedderId', embedder.id);
  project.provide('goldAnswers', await answersOf(system, goldQuestions(settings.corpusFolder)));
  project.provide('askLimit', ASK_LIMIT);
}
