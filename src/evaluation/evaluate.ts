/** Gold questions × system → Report. */
import type { ConversationTurn, DocumentDetail } from '../http/contract.ts';
import { GoldError } from './gold-error.ts';
import { threadsOf, type GoldCase, type GoldThread } from './gold-case.ts';
import type { GoldSet } from './gold-question.ts';
import { judgeAnswer, type Outcome } from './judge-answer.ts';
import { METRICS } from './metric-catalogue.ts';
import { riskCoverageCurve } from './metrics/risk-coverage.ts';
import { predictionOf } from './prediction.ts';
import { REPORT_FORMAT, REPORT_VERSION, type QuestionResult, type Report } from './report.ts';
import { DEFAULT_RESAMPLING, type ResamplingOptions } from './statistics/bootstrap.ts';
import { summarise } from './summarise.ts';
import type { EvaluatedSystem, SystemQuestion } from './system.ts';

export interface EvaluateOptions {
  /** Sends the language of the answer with every question; otherwise the system has to recognise it. */
  readonly explicitLanguage?: boolean;
  /** Tags of the question languages to ask in; all when absent. */
  readonly languages?: readonly string[];
  readonly resampling?: ResamplingOptions;
  /** Lines that say how the run differed from the ordinary, kept in the report. */
  readonly notes?: readonly string[];
  readonly generatedAt?: Date;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Asks every question once, a conversation turn by turn with the system's own answers between, and judges what comes back.
 * A question that the system fails on is a result; so is the failure's message.
 * @throws {GoldError} when the gold data and the served documents do not fit together.
 */
export async function evaluate(
  sets: readonly GoldSet[],
  system: EvaluatedSystem,
  options: EvaluateOptions = {},
): Promise<Report> {
  const threads = threadsOf(sets, options.languages);
  const total = threads.reduce((sum, thread) => sum + thread.length, 0);
  const documents = new DocumentShelf(system);
  const results: QuestionResult[] = [];
  for (const thread of threads) {
    for await (const result of askThread(thread, system, documents, options.explicitLanguage ?? false)) {
      results.push(result);
      options.onProgress?.(results.length, total);
    }
  }
  return report(results, system, options);
}

function report(results: QuestionResult[], system: EvaluatedSystem, options: EvaluateOptions): Report {
  const { explicitLanguage = false, resampling = DEFAULT_RESAMPLING, notes = [], generatedAt } = options;
  return {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    generatedAt: generatedAt?.toISOString() ?? null,
    system: system.name,
    settings: { explicitLanguage, ...resampling, notes: [...notes] },
    metrics: METRICS.map(({ id, title, explanation, better, format }) => ({
      id,
      title,
      explanation,
      better,
      format,
    })),
    scopes: summarise(results, resampling),
    riskCoverage: riskCoverageCurve(results.map(predictionOf)),
    results,
  };
}

async function* askThread(
  thread: GoldThread,
  system: EvaluatedSystem,
  documents: DocumentShelf,
  explicitLanguage: boolean,
): AsyncGenerator<QuestionResult> {
  const conversation: ConversationTurn[] = [];
  for (const gold of thread) {
    const document = await documents.required(gold.document);
    const outcome = await askCase(gold, conversation, system, explicitLanguage);
    const { response } = outcome;
    for (const { document } of [...(response?.citations ?? []), ...(response?.related ?? [])]) {
      await documents.fetch(document.id);
    }
    yield judgeAnswer(gold, outcome, document, documents.shelf);
    conversation.push({ role: 'user', content: gold.question });
    if (response) conversation.push({ role: 'assistant', content: response.answer });
  }
}

async function askCase(
  { question, language }: GoldCase,
  conversation: readonly ConversationTurn[],
  system: EvaluatedSystem,
  explicitLanguage: boolean,
): Promise<Outcome> {
  const plain: SystemQuestion = {
    question,
    ...(conversation.length > 0 ? { conversation: [...conversation] } : {}),
  };
  try {
    const explicit = await system.ask({ ...plain, language });
    const response = explicitLanguage ? explicit : await system.ask(plain);
    const ranking = (await system.rank?.({ question: response.question })) ?? null;
    return { response, failure: null, ranking, explicitAnswerLanguage: explicit.language };
  } catch (error) {
    const failure = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    // Where rankings are measured, a failure is one without anything relevant: it must not raise the mean.
    const ranking = system.rank ? { passages: [], probability: null } : null;
    return { response: null, failure, ranking, explicitAnswerLanguage: null };
  }
}

/** Documents as the system serves them, each fetched once. */
class DocumentShelf {
  readonly shelf = new Map<string, DocumentDetail>();
  readonly #absent = new Set<string>();
  readonly #system: EvaluatedSystem;

  constructor(system: EvaluatedSystem) {
    this.#system = system;
  }

  async fetch(id: string): Promise<DocumentDetail | null> {
    const known = this.shelf.get(id);
    if (known || this.#absent.has(id)) return known ?? null;
    const document = await this.#system.document(id);
    if (document) this.shelf.set(id, document);
    else this.#absent.add(id);
    return document;
  }

  async required(id: string): Promise<DocumentDetail> {
    const document = await this.fetch(id);
    if (document) return document;
    throw new GoldError(
      { file: id },
      `there are questions on this document, but ${this.#system.name} does not serve it`,
    );
  }
}

/** Whether nothing at all was answered, as when the service cannot be reached; the first failure then says why. */
export function totalFailure({ results }: Report): string | null {
  return results.length > 0 && results.every(({ status }) => status === 'failed')
    ? (results[0]?.failure ?? null)
    : null;
}
