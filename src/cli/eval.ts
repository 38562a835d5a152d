/** `lectern eval`: gold questions to the service, reports out, floors that fail. */
import { join } from 'node:path';
import { comparisonToMarkdown, compareReports } from '../evaluation/compare-reports.ts';
import { createHttpSystem, HttpSystemError } from '../evaluation/drivers/http-system.ts';
import { evaluate, totalFailure } from '../evaluation/evaluate.ts';
import { checkFloors, FloorError, parseFloors, type Floor } from '../evaluation/floors.ts';
import { GoldError } from '../evaluation/gold-error.ts';
import type { GoldSet } from '../evaluation/gold-question.ts';
import { reportToHtml } from '../evaluation/report-html.ts';
import { parseReport, ReportError, reportJsonSchema, reportToJson } from '../evaluation/report-json.ts';
import { reportToJunit } from '../evaluation/report-junit.ts';
import { reportToMarkdown } from '../evaluation/report-markdown.ts';
import type { Report } from '../evaluation/report.ts';
import type { EvaluatedSystem } from '../evaluation/system.ts';
import { PART_NAMES, type CorpusPart } from '../corpus/corpus-parts.ts';
import {
  EVAL_USAGE,
  parseEvalOptions,
  UsageError,
  type EvalCommand,
  type EvaluateCommand,
  type ReportFormat,
} from './eval-options.ts';
import { readInput, writeOutput } from './eval-files.ts';
import { exportGold, importGold } from './exchange-gold.ts';
import { readGoldFolder } from './read-gold-folder.ts';

export interface OpenSystemOptions {
  readonly corpusFolder: string;
  /** Parts of the documents that the library is made without. */
  readonly without: readonly CorpusPart[];
}

export interface OpenedSystem {
  readonly system: EvaluatedSystem;
  close(): Promise<void>;
}

export interface EvalDependencies {
  /** Opens the service of this process. */
  openSystem(options: OpenSystemOptions): Promise<OpenedSystem>;
  /** Where the corpus lies when `--corpus` is not given. */
  readonly corpusFolder: string;
  /** Standard output. */
  print(text: string): void;
  /** Standard error, a line at a time. */
  warn(line: string): void;
  readonly now?: () => Date;
  readonly onProgress?: (done: number, total: number) => void;
}

const MISSED_FLOOR = 1;
const WRONG_USE = 2;
/** More would push the tables off a terminal; files carry all of them. */
const PRINTED_MISSES = 20;

/** Exit status: 0; 1 when a floor is missed or nothing was answered; 2 when the command cannot be carried out. */
export async function runEval(args: readonly string[], dependencies: EvalDependencies): Promise<number> {
  try {
    return await run(parseEvalOptions(args), dependencies);
  } catch (error) {
    if (!isExpected(error)) throw error;
    dependencies.warn(error.message);
    return WRONG_USE;
  }
}

function isExpected(error: unknown): error is Error {
  return [UsageError, GoldError, FloorError, ReportError, HttpSystemError].some(
    (kind) => error instanceof kind,
  );
}

async function run(command: EvalCommand, dependencies: EvalDependencies): Promise<number> {
  const { print, corpusFolder } = dependencies;
  switch (command.name) {
    case 'help':
      print(EVAL_USAGE);
      return 0;
    case 'schema':
      print(reportJsonSchema().trimEnd());
      return 0;
    case 'compare':
      return compare(command, dependencies);
    case 'export':
      return exportGold({ ...command, corpus: command.corpus ?? corpusFolder }, print);
    case 'import':
      return importGold(command, print);
    case 'evaluate':
      return runEvaluation(command, dependencies);
  }
}

async function runEvaluation(command: EvaluateCommand, dependencies: EvalDependencies): Promise<number> {
  const corpusFolder = command.corpus ?? dependencies.corpusFolder;
  const sets = await readGoldFolder(corpusFolder, command.heldOut ? 'held-out' : '.');
  checkLanguages(command.languages, sets);
  // Read before the long run, so that a mistake in it costs nothing.
  const floors = command.floors === null ? [] : parseFloors(await readInput(command.floors), command.floors);
  const { system, close } = await open(command, corpusFolder, dependencies);
  try {
    const report = await evaluate(sets, system, evaluateOptions(command, dependencies));
    await deliver(report, command, dependencies);
    return conclude(report, floors, dependencies);
  } finally {
    await close();
  }
}

async function open(
  { url, without }: EvaluateCommand,
  corpusFolder: string,
  { openSystem }: EvalDependencies,
): Promise<OpenedSystem> {
  if (url === null) return openSystem({ corpusFolder, without });
  return { system: createHttpSystem(url), close: async () => {} };
}

function evaluateOptions(
  command: EvaluateCommand,
  { now, onProgress }: EvalDependencies,
): Parameters<typeof evaluate>[2] {
  const { explicitLanguage, heldOut, languages, without } = command;
  return {
    explicitLanguage,
    notes: [
      ...(heldOut ? ['The questions are held out: no weight and no threshold was fitted to them.'] : []),
      ...without.map((part) => `The library has no ${PART_NAMES[part]} of the documents.`),
    ],
    generatedAt: now?.() ?? new Date(),
    ...(languages ? { languages } : {}),
    ...(onProgress ? { onProgress } : {}),
  };
}

function checkLanguages(languages: readonly string[] | null, sets: readonly GoldSet[]): void {
  const known = new Set(
    sets.flatMap(({ questions, dialogues }) => [...questions, ...dialogues].map(({ language }) => language)),
  );
  const unknown = languages?.find((language) => !known.has(language));
  if (unknown === undefined) return;
  throw new UsageError(`--language "${unknown}": there are questions in ${[...known].sort().join(', ')}`);
}

const WRITERS: Readonly<Record<ReportFormat, { file: string; write: (report: Report) => string }>> = {
  md: { file: 'evaluation.md', write: reportToMarkdown },
  json: { file: 'evaluation.json', write: reportToJson },
  junit: { file: 'evaluation.xml', write: reportToJunit },
  html: { file: 'evaluation.html', write: reportToHtml },
};

async function deliver(
  report: Report,
  { out, formats }: EvaluateCommand,
  { print }: EvalDependencies,
): Promise<void> {
  const [format = 'md'] = formats;
  if (out === null && format !== 'md') return print(WRITERS[format].write(report).trimEnd());
  print(reportToMarkdown(report, { misses: PRINTED_MISSES }).trimEnd());
  if (out === null) return;
  for (const name of formats)
    print(await writeOutput(join(out, WRITERS[name].file), WRITERS[name].write(report)));
}

function conclude(report: Report, floors: readonly Floor[], { warn }: EvalDependencies): number {
  const failure = totalFailure(report);
  if (failure !== null) warn(`nothing was answered: ${failure}`);
  const faults = checkFloors(report, floors);
  for (const fault of faults) warn(fault);
  return failure !== null || faults.length > 0 ? MISSED_FLOOR : 0;
}

async function compare(
  { a, b, out }: { readonly a: string; readonly b: string; readonly out: string | null },
  { print }: EvalDependencies,
): Promise<number> {
  const reports = [parseReport(await readInput(a), a), parseReport(await readInput(b), b)] as const;
  const comparison = compareReports(...reports);
  if (comparison.questions === 0) throw new ReportError(`${a} and ${b} have no question in common`);
  print(comparisonToMarkdown(comparison).trimEnd());
  if (out === null) return 0;
  print(await writeOutput(join(out, 'comparison.md'), comparisonToMarkdown(comparison)));
  print(await writeOutput(join(out, 'comparison.json'), `${JSON.stringify(comparison, null, 2)}\n`));
  return 0;
}
