/** Report → Markdown: what a person reads first, in a terminal or in a pull request. */
import { formatWithInterval, reasonInWords, scopeName } from './format-value.ts';
import type { QuestionResult, Report, ScopeSummary } from './report.ts';

/** Columns of the tables by language, kind and document; the list of all is in the first table. */
const COLUMNS = [
  'hit_1',
  'mrr',
  'cited_passage',
  'quoted_fact',
  'abstention_recall',
  'answerable_refused',
  'citation_found',
  'answer_language',
];

export interface MarkdownOptions {
  /** Most misses written out; all when absent. */
  readonly misses?: number;
}

export function reportToMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const sections = [
    `# Evaluation of ${report.system}`,
    introduction(report),
    '## All questions',
    overallTable(report),
    ...(['language', 'kind', 'document'] as const).flatMap((key) => [
      `## By ${key}`,
      partsTable(report, key),
    ]),
    ...missSections(report.results, options.misses ?? Number.POSITIVE_INFINITY),
  ];
  return `${sections.join('\n\n')}\n`;
}

function introduction({ results, settings, generatedAt }: Report): string {
  const asked = settings.explicitLanguage ? 'with the language given' : 'without the language given';
  const interval = `${settings.level * 100} % bootstrap intervals (${settings.resamples} resamples by fact, seed ${settings.seed})`;
  const lines = [`${results.length} questions, asked ${asked}; in brackets ${interval}.`, ...settings.notes];
  return [...lines, ...(generatedAt ? [`Made ${generatedAt}.`] : [])].join('\n');
}

function overallTable(report: Report): string {
  const overall = scopeOf(report, 'overall');
  const mean = scopeOf(report, 'languages');
  const rows = report.metrics.map(({ id, title, explanation, better, format }) => {
    const values = [overall, mean].map((scope) => valueIn(scope, id, format));
    return [better === 'lower' ? `${title} ↓` : title, ...values, explanation];
  });
  return table([['metric', 'all questions', 'mean over languages', 'what it says'], ...rows]);
}

function partsTable(report: Report, key: string): string {
  const metrics = COLUMNS.flatMap((id) => report.metrics.find((metric) => metric.id === id) ?? []);
  const rows = report.scopes
    .filter(({ scope }) => scope.startsWith(`${key}:`))
    .map((scope) => [
      scopeName(scope.scope),
      String(scope.questions),
      ...metrics.map(({ id, format }) => valueIn(scope, id, format)),
    ]);
  const titles = metrics.map(({ title, better }) => (better === 'lower' ? `${title} ↓` : title));
  return table([[key, 'questions', ...titles], ...rows]);
}

function scopeOf({ scopes }: Report, name: string): ScopeSummary | undefined {
  return scopes.find(({ scope }) => scope === name);
}

function valueIn(scope: ScopeSummary | undefined, id: string, format: 'percent' | 'number'): string {
  const value = scope?.values[id];
  return value ? formatWithInterval(value, format) : '–';
}

function missSections(results: readonly QuestionResult[], most: number): string[] {
  const missed = results.filter(({ miss }) => miss !== null);
  if (missed.length === 0) return ['## Misses', 'None.'];
  const left = missed.length > most ? [`${missed.length - most} more are in the JSON report.`] : [];
  return [
    `## Misses (${missed.length} of ${results.length})`,
    ...missed.slice(0, most).map(missEntry),
    ...left,
  ];
}

function missEntry(result: QuestionResult): string {
  const { id, language, kind, question, miss, failure, wanted } = result;
  const head = `**${inline(id)}** (${language}, ${kind}): ${inline(question)}`;
  const quoted = result.status === 'answered' ? result.citations : result.nearest ? [result.nearest] : [];
  return [
    `- ${head}`,
    `  ${miss ? reasonInWords(miss) : ''}${failure ? `: ${inline(failure)}` : ''}`,
    `  - wanted: ${wanted.quotes.map(({ quote }) => inline(quote)).join(' / ') || 'no answer'}`,
    `  - ${result.status === 'answered' ? 'quoted' : 'nearest'}: ${quoted.map(({ quote }) => inline(quote)).join(' / ') || 'nothing'}`,
  ].join('\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows.map((cells) => cells.map(inline));
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Text that stays on its line and in its cell, whatever a question or a quotation contains. */
function inline(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\|*_`<>[\]]/g, String.raw`\$&`);
}
