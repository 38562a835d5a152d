/** What a metric is, and the few ways in which a question contributes to one. */
import type { Decision, Fraction } from './metrics/abstention.ts';
import type { QuestionResult } from './report.ts';

/** What one question adds; `order` is its confidence, for metrics that sort. */
export interface Contribution extends Fraction {
  readonly order: number;
}

/** Null where the question does not bear on the metric. */
export type Contribute = (result: QuestionResult) => Contribution | null;

export interface MetricName {
  readonly id: string;
  readonly title: string;
  /** What the value says, in a few words. */
  readonly explanation: string;
  readonly better: 'higher' | 'lower';
  readonly format: 'percent' | 'number';
}

export interface Metric extends MetricName {
  readonly contribute: Contribute;
  /** Null without anything to divide by. */
  readonly combine: (contributions: readonly Contribution[]) => number | null;
}

/** Σ numerators / Σ denominators: a mean where every denominator is 1. */
export function ratioOfSums(contributions: readonly Contribution[]): number | null {
  let [numerator, denominator] = [0, 0];
  for (const contribution of contributions) {
    numerator += contribution.numerator;
    denominator += contribution.denominator;
  }
  return denominator === 0 ? null : numerator / denominator;
}

/** One value a question, for the questions that bear on it. */
export function when(
  bears: (result: QuestionResult) => boolean,
  value: (result: QuestionResult) => number | null,
): Contribute {
  return (result) => {
    const numerator = bears(result) ? value(result) : null;
    return numerator === null ? null : { numerator, denominator: 1, order: 0 };
  };
}

export const isAnswerable = ({ expected }: QuestionResult): boolean => expected === 'answer';
export const isAnswered = (result: QuestionResult): boolean =>
  isAnswerable(result) && result.status === 'answered';

/** For answerable questions where the system shows its ranking. */
export function ranked(value: (ranks: readonly number[], relevant: number) => number): Contribute {
  return when(isAnswerable, ({ ranking }) => (ranking ? value(ranking.ranks, ranking.relevant) : null));
}

/** Numerators and denominators summed over questions before dividing. */
export function summed(fraction: (decision: Decision) => Fraction): Contribute {
  return (result) => {
    const { numerator, denominator } = fraction(result);
    return denominator === 0 ? null : { numerator, denominator, order: 0 };
  };
}

/** Every citation counts the same, whatever answer it belongs to; null `rate`: there are none. */
export function perCitation(rate: (citations: QuestionResult['citations']) => number | null): Contribute {
  return ({ citations }) => {
    const share = rate(citations);
    return share === null
      ? null
      : { numerator: share * citations.length, denominator: citations.length, order: 0 };
  };
}
