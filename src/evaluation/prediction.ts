/** A result as a prediction with a confidence: what would have been answered, how surely, and whether wrongly. */
import type { Prediction } from './metrics/risk-coverage.ts';
import type { QuestionResult } from './report.ts';

const BANDS = { high: 2, medium: 1, low: 0 } as const;
/** More than any band: with bands alone, every given answer was surer than every withheld one. */
const ANSWERED = 3;

/**
 * Wrong when no citation is from a right place; after an abstention, when the nearest quotation is not. Every answer to an
 * unanswerable question would be wrong. Confidence is the probability where the system gives one, else answered before
 * abstained and then the band. A failure is wrong and the least sure.
 */
export function predictionOf(result: QuestionResult): Prediction {
  return { confidence: confidenceOf(result), error: isRight(result) ? 0 : 1 };
}

function confidenceOf({ status, probability, confidence }: QuestionResult): number {
  if (status === 'failed') return -1;
  if (probability !== null) return probability;
  return (status === 'answered' ? ANSWERED : 0) + BANDS[confidence ?? 'low'];
}

function isRight({ expected, status, citations, nearest }: QuestionResult): boolean {
  if (expected === 'abstain') return false;
  if (status === 'abstained') return nearest?.inPlace ?? false;
  return citations.some(({ inPlace }) => inPlace);
}
