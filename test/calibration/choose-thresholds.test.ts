/** Thresholds are read off predictions on unseen questions, corpora counting alike. */
import { describe, expect, it } from 'vitest';
import {
  chooseAnswerFrom,
  choosePrecisionFrom,
  type Prediction,
} from '../../src/calibration/choose-thresholds.ts';

function prediction(
  corpus: string,
  probability: number,
  answerable: boolean,
  right = answerable,
): Prediction {
  return { corpus, probability, answerable, right };
}

describe('chooseAnswerFrom', () => {
  it('parts answerable from other questions where that can be done', () => {
    const clear = [
      prediction('a', 0.7, true),
      prediction('a', 0.8, true),
      prediction('a', 0.4, false),
      prediction('a', 0.2, false),
    ];
    const from = chooseAnswerFrom(clear);
    expect(from).toBeGreaterThan(0.4);
    expect(from).toBeLessThanOrEqual(0.7);
  });

  it('lets a small corpus count as much as a large one', () => {
    const large = Array.from({ length: 50 }, () => prediction('large', 0.3, false));
    const small = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((corpus) => [
      prediction(corpus, 0.25, true),
      prediction(corpus, 0.2, false),
    ]);
    const from = chooseAnswerFrom([...large, prediction('large', 0.9, true), ...small]);
    expect(from).toBeGreaterThan(0.2);
    expect(from).toBeLessThanOrEqual(0.25);
  });

  it('takes the middle of what makes no difference', () => {
    const clear = [prediction('a', 0.8, true), prediction('a', 0.2, false)];
    expect(chooseAnswerFrom(clear)).toBeCloseTo(0.51, 1);
  });

  it('weighs the two errors as they are tolerated: ten answered in error by seven refused', () => {
    const even = (from: number, answerable: boolean) =>
      Array.from({ length: 200 }, (_, at) => prediction('a', from + at / 400, answerable));
    // From 0.5 on a share of 2 · (from − 0.5) is refused, and one of 2 · (0.7 − from) answered.
    const from = chooseAnswerFrom([...even(0.5, true), ...even(0.2, false)]);
    expect(from).toBeCloseTo((7 * 0.7 + 10 * 0.5) / 17, 1);
    expect(from).toBeLessThan(0.6);
  });
});

describe('choosePrecisionFrom', () => {
  it('is the lowest probability from which answers are right that often, or 1', () => {
    const told = [
      prediction('a', 0.9, true),
      prediction('a', 0.6, true, false),
      prediction('a', 0.5, true),
      prediction('a', 0.3, false),
    ];
    expect(choosePrecisionFrom(told, 0.9)).toBeCloseTo(0.61, 6);
    expect(choosePrecisionFrom(told, 0.6)).toBeCloseTo(0.31, 6);
    expect(choosePrecisionFrom([prediction('a', 0.9, false)], 0.5)).toBe(1);
  });
});
