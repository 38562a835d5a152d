/** Thresholds are read off predictions on unseen questions, each question counting alike. */
import { describe, expect, it } from 'vitest';
import {
  chooseAnswerFrom,
  choosePrecisionFrom,
  type Prediction,
} from '../../src/calibration/choose-thresholds.ts';

function prediction(probability: number, answerable: boolean, right = answerable): Prediction {
  return { probability, answerable, right };
}

describe('chooseAnswerFrom', () => {
  it('parts answerable from other questions where that can be done', () => {
    const clear = [
      prediction(0.7, true),
      prediction(0.8, true),
      prediction(0.4, false),
      prediction(0.2, false),
    ];
    const from = chooseAnswerFrom(clear);
    expect(from).toBeGreaterThan(0.4);
    expect(from).toBeLessThanOrEqual(0.7);
  });

  it('takes the middle of what makes no difference', () => {
    const clear = [prediction(0.8, true), prediction(0.2, false)];
    expect(chooseAnswerFrom(clear)).toBeCloseTo(0.51, 1);
  });

  it('weighs the two errors as they are tolerated: ten answered in error by seven refused', () => {
    const even = (from: number, answerable: boolean) =>
      Array.from({ length: 200 }, (_, at) => prediction(from + at / 400, answerable));
    // From 0.5 on a share of 2 · (from − 0.5) is refused, and one of 2 · (0.7 − from) answered.
    const from = chooseAnswerFrom([...even(0.5, true), ...even(0.2, false)]);
    expect(from).toBeCloseTo((7 * 0.7 + 10 * 0.5) / 17, 1);
    expect(from).toBeLessThan(0.6);
  });
});

describe('choosePrecisionFrom', () => {
  it('is the lowest probability from which answers are right that often, or 1', () => {
    const told = [
      prediction(0.9, true),
      prediction(0.6, true, false),
      prediction(0.5, true),
      prediction(0.3, false),
    ];
    expect(choosePrecisionFrom(told, 0.9)).toBeCloseTo(0.61, 6);
    expect(choosePrecisionFrom(told, 0.6)).toBeCloseTo(0.31, 6);
    expect(choosePrecisionFrom([prediction(0.9, false)], 0.5)).toBe(1);
  });
});
