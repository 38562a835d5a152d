/** Abstention as a binary decision: the positive class is "there is no answer". */

export interface Decision {
  readonly expected: 'answer' | 'abstain';
  /** `failed`: the system gave neither; that is no abstention. */
  readonly status: 'answered' | 'abstained' | 'failed';
}

/** Numerator and denominator, to be summed over questions before dividing. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Σ right abstentions / Σ abstentions. */
export function abstentionPrecision({ expected, status }: Decision): Fraction {
  const abstained = status === 'abstained';
  return { numerator: abstained && expected === 'abstain' ? 1 : 0, denominator: abstained ? 1 : 0 };
}

/** Σ right abstentions / Σ unanswerable questions. */
export function abstentionRecall({ expected, status }: Decision): Fraction {
  const unanswerable = expected === 'abstain';
  return { numerator: unanswerable && status === 'abstained' ? 1 : 0, denominator: unanswerable ? 1 : 0 };
}

/** F1 = 2·TP / (2·TP + FP + FN): the harmonic mean of the two above, written so that it sums over questions. */
export function abstentionF1(decision: Decision): Fraction {
  const precision = abstentionPrecision(decision);
  const recall = abstentionRecall(decision);
  return { numerator: 2 * recall.numerator, denominator: precision.denominator + recall.denominator };
}

/** Σ abstentions from answerable questions / Σ answerable questions: what refusing costs. Lower is better. */
export function answerableRefused({ expected, status }: Decision): Fraction {
  const answerable = expected === 'answer';
  return { numerator: answerable && status === 'abstained' ? 1 : 0, denominator: answerable ? 1 : 0 };
}
