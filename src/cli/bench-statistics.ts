/** Durations → what a benchmark reports of them; all in milliseconds. */

export interface Summary {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Nearest-rank percentiles: each is a value that was measured. @throws {Error} when nothing was. */
export function summarise(durations: readonly number[]): Summary {
  if (durations.length === 0) throw new Error('nothing was measured');
  const sorted = [...durations].sort((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const mean = sorted.reduce((sum, duration) => sum + duration, 0) / sorted.length;
  return { count: sorted.length, mean, p50: rank(0.5), p95: rank(0.95), p99: rank(0.99) };
}

/** Milliseconds that `work` took, with what it returned. */
export async function timed<T>(
  work: () => Promise<T> | T,
): Promise<{ readonly ms: number; readonly value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** One duration per item, one after another, after a few that are not counted. */
export async function timeEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  warmUp = 5,
): Promise<Summary> {
  for (const item of items.slice(0, warmUp)) await work(item);
  const durations: number[] = [];
  for (const item of items) durations.push((await timed(() => work(item))).ms);
  return summarise(durations);
}

/** `count` of them, evenly spread, in their order; all where there are fewer. */
export function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)] as T);
}

/** A table as GitHub renders it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, column) => (column === 0 ? '---' : '---:')));
  return [line(head), rule, ...rows.map(line)].join('\n');
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)} ms`;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
