/** The decision is a sum of steps fitted by boosting: it finds what parts the examples, and nothing counts without bound. */
import { describe, expect, it } from 'vitest';
import { fitDecision, sigmoid, type DecisionExample } from '../../src/calibration/fit-decision.ts';
import type { DecisionModel } from '../../src/retrieval/calibration.ts';

const NAMES = ['telling', 'noise'];

function example(telling: number, noise: number, answerable: boolean, right = answerable): DecisionExample {
  return { features: [telling, noise], answerable, right };
}

/** Answerable from 0.6 on; the second feature says nothing. */
const EXAMPLES = Array.from({ length: 200 }, (_, at) => {
  const telling = ((at * 37) % 200) / 200;
  return example(telling, ((at * 61) % 200) / 200, telling >= 0.6);
});

function probability({ bias, steps }: DecisionModel, features: Readonly<Record<string, number>>): number {
  const gains = Object.entries(steps).flatMap(([name, list]) =>
    list.map(([threshold, gain]) => ((features[name] ?? 0) > threshold ? gain : 0)),
  );
  return sigmoid(bias + gains.reduce((sum, gain) => sum + gain, 0));
}

describe('fitDecision', () => {
  const model = fitDecision(EXAMPLES, NAMES);

  it('finds the feature that parts the examples, and where', () => {
    expect(probability(model, { telling: 0.9, noise: 0.5 })).toBeGreaterThan(0.9);
    expect(probability(model, { telling: 0.2, noise: 0.5 })).toBeLessThan(0.1);
    const first = model.steps['telling']?.map(([threshold]) => threshold) ?? [];
    expect(Math.min(...first.map((threshold) => Math.abs(threshold - 0.6)))).toBeLessThan(0.05);
  });

  it('says no more of a value far outside than of the greatest it has seen', () => {
    const known = probability(model, { telling: 0.995, noise: 0.5 });
    expect(probability(model, { telling: 1000, noise: 0.5 })).toBe(known);
  });

  it('lets both kinds weigh the same, however many there are of each', () => {
    const many = Array.from({ length: 90 }, () => example(0.5, 0.5, true));
    const few = Array.from({ length: 10 }, () => example(0.5, 0.5, false));
    expect(probability(fitDecision([...many, ...few], NAMES), { telling: 0.5, noise: 0.5 })).toBeCloseTo(
      0.5,
      3,
    );
  });

  it('learns nothing from an answerable question whose best evidence is wrong', () => {
    const misled = Array.from({ length: 100 }, () => example(0.1, 0.1, true, false));
    expect(fitDecision([...EXAMPLES, ...misled], NAMES)).toEqual(model);
  });

  it('gives the same model each time, and none from nothing', () => {
    expect(fitDecision(EXAMPLES, NAMES)).toEqual(model);
    expect(fitDecision([], NAMES)).toEqual({ bias: 0, steps: {} });
  });
});
