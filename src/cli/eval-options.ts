/** What `lectern eval` was asked to do. */
import { parseArgs } from 'node:util';
import { CORPUS_PARTS, type CorpusPart } from '../corpus/corpus-parts.ts';

export const REPORT_FORMATS = ['md', 'json', 'junit', 'html'] as const;
export const EXCHANGE_FORMATS = ['promptfoo', 'ragas', 'langsmith'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];
export type ExchangeName = (typeof EXCHANGE_FORMATS)[number];

export const EVAL_USAGE = `Usage: lectern eval [options]
  --corpus DIR            documents with their gold questions (default: the corpus of the service)
  --url BASE              evaluate the service at this address instead of the one in this process
  --language LIST         ask only in these languages, such as zh,en,ru
  --explicit-language     send the language of the answer with every question
  --held-out              ask the questions that no weight was fitted to (<document>/held-out)
  --without-translations  leave the documents' translations out of the library
  --without-anticipated   leave their anticipated questions out
  --format LIST           md, json, junit, html; one is printed, several need --out (default: md, with --out all)
  --out DIR               write the reports there
  --floors FILE           fail when a value falls under its floor
  --compare A.json B.json compare two JSON reports, question by question
  --export FORMAT         print the gold questions for promptfoo, ragas or langsmith
  --import FORMAT FILE    turn such a file into gold questions
  --schema                print the JSON Schema of the JSON report`;

/** Wrong use of the command, in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface EvaluateCommand {
  readonly name: 'evaluate';
  readonly corpus: string | null;
  readonly url: string | null;
  readonly out: string | null;
  readonly formats: readonly ReportFormat[];
  readonly floors: string | null;
  readonly languages: readonly string[] | null;
  readonly explicitLanguage: boolean;
  /** Asks the gold that is kept apart from what calibration sees. */
  readonly heldOut: boolean;
  /** Parts of the documents that the library is made without. */
  readonly without: readonly CorpusPart[];
}

export type EvalCommand =
  | EvaluateCommand
  | { readonly name: 'compare'; readonly a: string; readonly b: string; readonly out: string | null }
  | {
      readonly name: 'export';
      readonly format: ExchangeName;
      readonly corpus: string | null;
      readonly out: string | null;
      readonly languages: readonly string[] | null;
    }
  | {
      readonly name: 'import';
      readonly format: ExchangeName;
      readonly file: string;
      readonly out: string | null;
    }
  | { readonly name: 'schema' }
  | { readonly name: 'help' };

const OPTIONS = {
  corpus: { type: 'string' },
  url: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  floors: { type: 'string' },
  language: { type: 'string' },
  'explicit-language': { type: 'boolean' },
  'held-out': { type: 'boolean' },
  'without-translations': { type: 'boolean' },
  'without-anticipated': { type: 'boolean' },
  compare: { type: 'boolean' },
  export: { type: 'string' },
  import: { type: 'string' },
  schema: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws {UsageError} */
export function parseEvalOptions(args: readonly string[]): EvalCommand {
  const { values, positionals } = parse(args);
  if (values.help) return { name: 'help' };
  if (values.schema) return { name: 'schema' };
  const [corpus, out] = [values.corpus ?? null, values.out ?? null];
  const languages = values.language === undefined ? null : list('--language', values.language);
  if (values.compare) return { name: 'compare', ...twoReports(positionals), out };
  if (values.import !== undefined) {
    const format = oneOf('--import', values.import, EXCHANGE_FORMATS);
    return { name: 'import', format, file: oneFile(positionals), out };
  }
  noneLeft(positionals);
  if (values.export !== undefined) {
    return {
      name: 'export',
      format: oneOf('--export', values.export, EXCHANGE_FORMATS),
      corpus,
      out,
      languages,
    };
  }
  const without = CORPUS_PARTS.filter((part) => values[`without-${part}`]);
  const url = values.url === undefined ? null : address(values.url);
  if (url && without[0]) {
    throw new UsageError(`--without-${without[0]} has no effect on --url: start that service without them`);
  }
  const explicitLanguage = values['explicit-language'] ?? false;
  const heldOut = values['held-out'] ?? false;
  const formats = formatsOf(values.format, out);
  const floors = values.floors ?? null;
  return {
    name: 'evaluate',
    corpus,
    url,
    out,
    formats,
    floors,
    languages,
    explicitLanguage,
    heldOut,
    without,
  };
}

function parse(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error), {
      cause: error,
    });
  }
}

function formatsOf(format: string | undefined, out: string | null): ReportFormat[] {
  if (format === undefined) return out === null ? ['md'] : [...REPORT_FORMATS];
  const formats = list('--format', format).map((name) => oneOf('--format', name, REPORT_FORMATS));
  if (formats.length > 1 && out === null)
    throw new UsageError(`--format ${format}: more than one format needs --out DIR`);
  return formats;
}

function list(option: string, value: string): string[] {
  const parts = value.split(',').flatMap((part) => part.trim() || []);
  if (parts.length === 0) throw new UsageError(`${option} "${value}": names nothing`);
  return parts;
}

function oneOf<Name extends string>(option: string, value: string, names: readonly Name[]): Name {
  const known = names.find((name) => name === value);
  if (known === undefined) throw new UsageError(`${option} "${value}": must be ${names.join(', ')}`);
  return known;
}

function address(url: string): string {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new UsageError(`--url "${url}": an http or https address is accepted`);
}

function twoReports(positionals: readonly string[]): { a: string; b: string } {
  const [a, b, ...others] = positionals;
  if (a === undefined || b === undefined || others.length > 0) {
    throw new UsageError(`--compare needs two JSON reports, found ${positionals.length}`);
  }
  return { a, b };
}

function oneFile(positionals: readonly string[]): string {
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new UsageError(`--import needs one file, found ${positionals.length}`);
  return file;
}

function noneLeft(positionals: readonly string[]): void {
  if (positionals.length > 0)
    throw new UsageError(`"${positionals[0]}" is not expected here; see lectern eval --help`);
}
