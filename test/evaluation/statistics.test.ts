/** Intervals and tests: reproducible, and right where the truth is known. */
import { describe, expect, it } from 'vitest';
import { bootstrapInterval, quantile } from '../../src/evaluation/statistics/bootstrap.ts';
import { pairedPermutationTest } from '../../src/evaluation/statistics/permutation-test.ts';
import { seededRandom } from '../../src/evaluation/statistics/random.ts';

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const options = { resamples: 2000, seed: 7, level: 0.95 };

describe('random numbers', () => {
  it('repeat with the seed and fill the unit interval evenly', () => {
    const [one, other] = [seededRandom(3), seededRandom(3)];
    const values = Array.from({ length: 10_000 }, () => one());
    expect(values).toEqual(Array.from({ length: 10_000 }, () => other()));
    expect(values).not.toEqual(Array.from({ length: 10_000 }, seededRandom(4)));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = values.filter((value) => Math.floor(value * 10) === tenth).length / values.length;
      expect(share).toBeGreaterThan(0.085);
      expect(share).toBeLessThan(0.115);
    }
  });
});

describe('bootstrap', () => {
  it('interpolates quantiles', () => {
    expect(quantile([0, 10, 20], 0.25)).toBe(5);
    expect(quantile([4], 0.9)).toBe(4);
  });

  it('comes close to the normal interval of a share', () => {
    // 80 of 100: 0.8 ± 1.96 · sqrt(0.8 · 0.2 / 100) = 0.722 to 0.878.
    const clusters = Array.from({ length: 100 }, (_, index) => [index < 80 ? 1 : 0]);
    const interval = bootstrapInterval(clusters, mean, options);
    expect(interval?.low).toBeCloseTo(0.722, 1);
    expect(interval?.high).toBeCloseTo(0.878, 1);
    expect(bootstrapInterval(clusters, mean, options)).toEqual(interval);
  });

  it('keeps clusters whole, so that repeated facts do not narrow the interval', () => {
    const single = Array.from({ length: 20 }, (_, index) => [index < 10 ? 1 : 0]);
    const tenfold = single.map(([value = 0]) => Array.from({ length: 10 }, () => value));
    expect(bootstrapInterval(tenfold, mean, options)).toEqual(bootstrapInterval(single, mean, options));
  });

  it('has no interval where there is no value', () => {
    expect(bootstrapInterval<number>([], mean, options)).toBeNull();
  });
});

describe('paired permutation test', () => {
  it('gives the exact tail of the sign test when all eight differences go one way', () => {
    const clusters = Array.from({ length: 8 }, () => ({ a: [0], b: [1] }));
    // Two of 2⁸ sign patterns are as extreme: 0.0078.
    const p = pairedPermutationTest(clusters, mean, { resamples: 20_000, seed: 1 });
    expect(p).toBeGreaterThan(0.005);
    expect(p).toBeLessThan(0.011);
  });

  it('sees no difference in equals, and none where nothing was measured', () => {
    const clusters = [{ a: [1, 0], b: [1, 0] }];
    expect(pairedPermutationTest(clusters, mean, { resamples: 100, seed: 1 })).toBe(1);
    expect(pairedPermutationTest([{ a: [], b: [1] }], mean, { resamples: 100, seed: 1 })).toBeNull();
  });
});
