/** Bootstrap confidence intervals, whole clusters resampled. */
import { seededRandom } from './random.ts';

export interface ResamplingOptions {
  readonly resamples: number;
  readonly seed: number;
  /** Such as 0.95. */
  readonly level: number;
}

export const DEFAULT_RESAMPLING: ResamplingOptions = { resamples: 1000, seed: 20_250_829, level: 0.95 };

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile interval (Efron, "Bootstrap Methods: Another Look at the Jackknife", 1979) of `statistic`. Clusters are drawn with
 * replacement and kept whole, for the same fact asked in twelve languages is not twelve independent questions (Davison and
 * Hinkley, "Bootstrap Methods and their Application", 1997, §3.8). Resamples for which the statistic is null are left out;
 * null when all are.
 */
export function bootstrapInterval<Item>(
  clusters: readonly (readonly Item[])[],
  statistic: (items: readonly Item[]) => number | null,
  { resamples, seed, level }: ResamplingOptions,
): Interval | null {
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const value = statistic(resample(clusters, random));
    if (value !== null) values.push(value);
  }
  if (values.length === 0) return null;
  values.sort((one, other) => one - other);
  const tail = (1 - level) / 2;
  return { low: quantile(values, tail), high: quantile(values, 1 - tail) };
}

function resample<Item>(clusters: readonly (readonly Item[])[], random: () => number): Item[] {
  const drawn: Item[] = [];
  for (let count = 0; count < clusters.length; count += 1) {
    for (const item of clusters[Math.floor(random() * clusters.length)] ?? []) drawn.push(item);
  }
  return drawn;
}

/** Linear interpolation between order statistics; `sorted` ascending and not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
