/** What the exchange formats share: a gold question with its document, and how a foreign file is read. */
import { GoldError, shown } from '../gold-error.ts';
import { GoldQuestionSchema, parseGoldRecord, type GoldQuestion, type GoldSet } from '../gold-question.ts';

/** A gold question as it travels: with the id of its document. */
export interface ExchangedQuestion extends GoldQuestion {
  /** Null where a foreign file does not say. */
  readonly document: string | null;
}

/** One foreign format for gold questions. Conversations are left out: none of these formats holds them. */
export interface ExchangeFormat {
  readonly name: string;
  exportQuestions(questions: readonly ExchangedQuestion[]): string;
  /** @throws {GoldError} naming the record and the value. */
  importQuestions(text: string, file: string): ExchangedQuestion[];
}

export function exchangedQuestions(sets: readonly GoldSet[]): ExchangedQuestion[] {
  return sets.flatMap(({ document, questions }) => questions.map((question) => ({ ...question, document })));
}

/** What the record of a foreign file says of a question; what it does not say is left out. */
export interface ForeignQuestion {
  readonly id?: unknown;
  readonly language?: unknown;
  readonly question?: unknown;
  readonly kind?: unknown;
  readonly expected?: unknown;
  readonly quotes?: unknown;
  readonly facts?: unknown;
  readonly group?: unknown;
  readonly speaker?: unknown;
  readonly document?: unknown;
}

/**
 * Completes and checks a foreign record. Without quotations it is a question to abstain from; without facts the quotations
 * themselves are the facts, for nothing less is known to answer.
 */
export function completeQuestion(foreign: ForeignQuestion, file: string, line: number): ExchangedQuestion {
  const quotes = Array.isArray(foreign.quotes) ? foreign.quotes : [];
  const expected = foreign.expected ?? (quotes.length > 0 ? 'answer' : 'abstain');
  const facts = Array.isArray(foreign.facts) && foreign.facts.length > 0 ? foreign.facts : quotes.slice(0, 1);
  const { document, ...rest } = foreign;
  const stated = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
  const record = {
    id: `imported-${line}`,
    kind: expected === 'abstain' ? 'not_said' : 'how',
    ...Object.fromEntries(stated),
    expected,
    quotes,
    facts: expected === 'abstain' ? [] : facts,
  };
  const question = parseGoldRecord(record, { file, line }, GoldQuestionSchema);
  return { ...question, document: typeof document === 'string' ? document : null };
}

/** A JSON array, an object with the records under one of `keys`, or JSON Lines. @throws {GoldError} */
export function readRecords(text: string, file: string, keys: readonly string[]): Record<string, unknown>[] {
  const values = parseWhole(text, keys) ?? parseLines(text, file);
  return values.map((value, index) => {
    if (isRecord(value)) return value;
    throw new GoldError({ file, line: index + 1 }, `must be an object, found ${shown(value)}`);
  });
}

function parseWhole(text: string, keys: readonly string[]): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
    const key = isRecord(value) ? keys.find((candidate) => Array.isArray(value[candidate])) : undefined;
    return key !== undefined && isRecord(value) ? (value[key] as unknown[]) : null;
  } catch {
    return null;
  }
}

function parseLines(text: string, file: string): unknown[] {
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch (error) {
      throw new GoldError({ file, line: index + 1 }, `is not JSON: ${shown(line.trim())}`, { cause: error });
    }
  });
}

/** An object's own fields; an empty object for anything else. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Indented JSON with a final newline, as people's editors leave it. */
export function writeRecords(records: readonly unknown[]): string {
  return `${JSON.stringify(records, null, 2)}\n`;
}
