/** Results → values per scope, with their intervals. */
import { METRICS } from './metric-catalogue.ts';
import { ratioOfSums, type Contribution, type Metric } from './metric.ts';
import type { MetricValue, QuestionResult, ScopeSummary } from './report.ts';
import { bootstrapInterval, type ResamplingOptions } from './statistics/bootstrap.ts';

/** `overall`, the mean over languages, each language, each kind, each document. */
export function summarise(results: readonly QuestionResult[], options: ResamplingOptions): ScopeSummary[] {
  const whole = summariseScope('overall', results, options);
  const mean = summariseScope('languages', results, options, meanOverLanguages);
  const parts = (['language', 'kind', 'document'] as const).flatMap((key) =>
    [...groupBy(results, (result) => result[key])]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, members]) => summariseScope(`${key}:${name}`, members, options)),
  );
  return [whole, mean, ...parts];
}

interface Item {
  readonly language: string;
  readonly contribution: Contribution;
}

type Combine = (metric: Metric, items: readonly Item[]) => number | null;

function summariseScope(
  scope: string,
  results: readonly QuestionResult[],
  options: ResamplingOptions,
  combine: Combine = combineAll,
): ScopeSummary {
  const values = METRICS.map((metric) => [metric.id, measure(metric, results, options, combine)] as const);
  return {
    scope,
    questions: results.length,
    misses: results.filter(({ miss }) => miss !== null).length,
    values: Object.fromEntries(values),
  };
}

function measure(
  metric: Metric,
  results: readonly QuestionResult[],
  options: ResamplingOptions,
  combine: Combine,
): MetricValue {
  const members = [...groupBy(results, ({ group }) => group).values()]
    .map((cluster) => cluster.flatMap((result) => itemOf(metric, result) ?? []))
    .filter((items) => items.length > 0);
  const clusters =
    metric.combine === ratioOfSums ? members.map((items) => sumParts(items, combine)) : members;
  const statistic = (items: readonly Item[]): number | null => combine(metric, items);
  const value = statistic(clusters.flat());
  const interval = value === null ? null : bootstrapInterval(clusters, statistic, options);
  const questions = members.reduce((sum, items) => sum + items.length, 0);
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, questions };
}

/** Sums stay what they are when their parts are summed first, and a thousand resamples then cost far less. */
function sumParts(items: readonly Item[], combine: Combine): Item[] {
  const parts = combine === combineAll ? [items] : [...groupBy(items, ({ language }) => language).values()];
  return parts.map((members) => {
    let [numerator, denominator] = [0, 0];
    for (const { contribution } of members) {
      numerator += contribution.numerator;
      denominator += contribution.denominator;
    }
    return { language: members[0]?.language ?? '', contribution: { numerator, denominator, order: 0 } };
  });
}

function itemOf(metric: Metric, result: QuestionResult): Item | null {
  const contribution = metric.contribute(result);
  return contribution ? { language: result.language, contribution } : null;
}

function combineAll(metric: Metric, items: readonly Item[]): number | null {
  return metric.combine(items.map(({ contribution }) => contribution));
}

/** Every language counts the same, however many questions it has. */
function meanOverLanguages(metric: Metric, items: readonly Item[]): number | null {
  const values = [...groupBy(items, ({ language }) => language).values()].flatMap(
    (members) => combineAll(metric, members) ?? [],
  );
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** In order of first appearance. */
export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
