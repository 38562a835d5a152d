/** Two reports on the same questions → differences, with intervals and a paired test. */
import { formatValue, formatWithInterval, scopeName } from './format-value.ts';
import { METRICS } from './metric-catalogue.ts';
import type { Contribution, Metric } from './metric.ts';
import type { QuestionResult, Report } from './report.ts';
import { bootstrapInterval, DEFAULT_RESAMPLING, type ResamplingOptions } from './statistics/bootstrap.ts';
import { pairedPermutationTest, type PairedCluster } from './statistics/permutation-test.ts';
import { groupBy } from './summarise.ts';

export interface Difference {
  readonly metric: string;
  readonly scope: string;
  readonly a: number;
  readonly b: number;
  /** b − a. */
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided, by permutation; not corrected for the number of rows. */
  readonly p: number;
}

export interface Comparison {
  readonly a: string;
  readonly b: string;
  /** Questions that both reports have; only these are compared. */
  readonly questions: number;
  readonly onlyInA: number;
  readonly onlyInB: number;
  readonly differences: readonly Difference[];
  /** Ids of questions that were right in one and wrong in the other. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

interface Pair {
  readonly a: QuestionResult;
  readonly b: QuestionResult;
}

export function compareReports(
  a: Report,
  b: Report,
  options: ResamplingOptions = DEFAULT_RESAMPLING,
): Comparison {
  const others = new Map(b.results.map((result) => [result.id, result]));
  const pairs = a.results.flatMap((result): Pair[] => {
    const other = others.get(result.id);
    return other ? [{ a: result, b: other }] : [];
  });
  const byLanguage = [...groupBy(pairs, ({ a: { language } }) => language)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return {
    a: a.system,
    b: b.system,
    questions: pairs.length,
    onlyInA: a.results.length - pairs.length,
    onlyInB: b.results.length - pairs.length,
    differences: [
      ...differencesIn('overall', pairs, options),
      ...byLanguage.flatMap(([language, members]) => differencesIn(`language:${language}`, members, options)),
    ],
    gained: pairs.filter((pair) => pair.a.miss !== null && pair.b.miss === null).map((pair) => pair.a.id),
    lost: pairs.filter((pair) => pair.a.miss === null && pair.b.miss !== null).map((pair) => pair.a.id),
  };
}

function differencesIn(scope: string, pairs: readonly Pair[], options: ResamplingOptions): Difference[] {
  const clusters = [...groupBy(pairs, ({ a }) => a.group).values()];
  return METRICS.flatMap((metric) => differenceIn(metric, scope, clusters, options) ?? []);
}

function differenceIn(
  metric: Metric,
  scope: string,
  clusters: readonly (readonly Pair[])[],
  options: ResamplingOptions,
): Difference | null {
  const contribute = (results: readonly QuestionResult[]): Contribution[] =>
    results.flatMap((result) => metric.contribute(result) ?? []);
  const paired: PairedCluster<Contribution>[] = clusters.map((pairs) => ({
    a: contribute(pairs.map((pair) => pair.a)),
    b: contribute(pairs.map((pair) => pair.b)),
  }));
  const combine = (side: 'a' | 'b', sample: readonly PairedCluster<Contribution>[]): number | null =>
    metric.combine(sample.flatMap((cluster) => cluster[side]));
  const subtract = (sample: readonly PairedCluster<Contribution>[]): number | null => {
    const [one, other] = [combine('a', sample), combine('b', sample)];
    return one === null || other === null ? null : other - one;
  };
  const [a, b] = [combine('a', paired), combine('b', paired)];
  const p = pairedPermutationTest(paired, (items) => metric.combine(items), options);
  if (a === null || b === null || p === null) return null;
  const interval = bootstrapInterval(
    paired.map((cluster) => [cluster]),
    subtract,
    options,
  );
  return {
    metric: metric.id,
    scope,
    a,
    b,
    difference: b - a,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    p,
  };
}

/** Overall in full; of the languages only what is hardly chance (p < 0.05). */
export function comparisonToMarkdown(comparison: Comparison): string {
  const { a, b, questions, onlyInA, onlyInB, differences, gained, lost } = comparison;
  const overall = differences.filter(({ scope }) => scope === 'overall');
  const languages = differences.filter(({ scope, p }) => scope !== 'overall' && p < 0.05);
  return [
    `# A: ${a}, B: ${b}`,
    `${questions} questions in both (${onlyInA} only in A, ${onlyInB} only in B). Difference is B − A, with its bootstrap interval; p by paired permutation.`,
    differenceTable(overall),
    '## Languages with p < 0.05 (not corrected for their number)',
    languages.length > 0 ? differenceTable(languages) : 'None.',
    `## Right in B, wrong in A (${gained.length})`,
    gained.join(', ') || 'None.',
    `## Wrong in B, right in A (${lost.length})`,
    lost.join(', ') || 'None.',
    '',
  ].join('\n\n');
}

function differenceTable(differences: readonly Difference[]): string {
  const rows = differences.map(({ metric: id, scope, a, b, difference, low, high, p }) => {
    const metric = METRICS.find((candidate) => candidate.id === id);
    const format = metric?.format ?? 'number';
    const change = formatWithInterval({ value: difference, low, high, questions: 0 }, format);
    const title = metric?.better === 'lower' ? `${metric.title} ↓` : (metric?.title ?? id);
    return [scopeName(scope), title, formatValue(a, format), formatValue(b, format), change, p.toFixed(4)];
  });
  const head = ['scope', 'metric', 'A', 'B', 'B − A', 'p'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
