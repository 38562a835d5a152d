/** The decision to answer: a calibrated probability from several features of the ranking, never one score. */
import {
  answerProbability,
  DECISION_FEATURES,
  type Calibration,
  type DecisionFeatures,
} from './calibration.ts';
import type { Ranking } from './evidence.ts';
import type { ScoredSentence } from './score-sentences.ts';

/** Passages that may be quoted in one answer. */
const ANSWER_PASSAGES = 2;

export type Decision = Pick<Ranking, 'probability' | 'answerable' | 'confidence'>;

/** What the decision needs to know beside the sentences. */
export interface RankingFacts {
  /** Number of the passage that a sentence of the table belongs to. */
  readonly passageOf: (sentence: number) => number;
  /** Whether some text of the library is in the question's language. */
  readonly ownLanguage: boolean;
}

const NOTHING_FOUND = Object.fromEntries(
  DECISION_FEATURES.map((feature) => [feature, 0]),
) as DecisionFeatures;

/** `scored` must be sorted, best first. */
export function decide(
  scored: readonly ScoredSentence[],
  facts: RankingFacts,
  calibration: Calibration,
): Decision {
  const best = scored[0];
  if (!best) return { probability: 0, answerable: 0, confidence: 'low' };
  const probability = answerProbability(decisionFeatures(scored, facts), calibration);
  return {
    probability,
    answerable: probability >= calibration.answerFrom ? passagesWorthQuoting(scored, facts) : 0,
    confidence: confidenceOf(probability, calibration),
  };
}

function confidenceOf(probability: number, { mediumFrom, highFrom }: Calibration): Decision['confidence'] {
  if (probability >= highFrom) return 'high';
  return probability >= mediumFrom ? 'medium' : 'low';
}

/** One passage, and the next one too where its best sentence is nearly as probable. */
function passagesWorthQuoting(scored: readonly ScoredSentence[], facts: RankingFacts): number {
  const seen = new Map<number, number>();
  for (const { number, score } of scored) {
    const passage = facts.passageOf(number);
    if (!seen.has(passage)) seen.set(passage, score);
  }
  const [first = 0, ...others] = seen.values();
  return 1 + others.slice(0, ANSWER_PASSAGES - 1).filter((score) => first - score < Math.log(2)).length;
}

/** Features are of the best sentence, and of how far it stands out. */
export function decisionFeatures(scored: readonly ScoredSentence[], facts: RankingFacts): DecisionFeatures {
  const [best] = scored;
  if (!best) return NOTHING_FOUND;
  const { features, score } = best;
  const rival = scored.find(({ number }) => facts.passageOf(number) !== facts.passageOf(best.number));
  const strongest = (feature: 'dense' | 'lexical' | 'tokens'): number =>
    Math.max(...scored.map((sentence) => sentence.features[feature]));
  const agrees = (feature: 'dense' | 'lexical' | 'tokens'): number =>
    features[feature] >= strongest(feature) - 1e-9 ? 1 / 3 : 0;
  // Words can only be shared with a text in the question's own language: elsewhere their absence means nothing.
  const own = facts.ownLanguage ? 1 : 0;
  return {
    bias: 1,
    score: score / 10,
    dense: features.dense,
    cover: features.cover,
    tokens: features.tokensBest,
    margin: Math.min(1, (score - (rival?.score ?? 0)) / 5),
    share: 1 / scored.reduce((sum, sentence) => sum + Math.exp(sentence.score - score), 0),
    agreement: agrees('dense') + agrees('lexical') + agrees('tokens'),
    answerType: features.answerType,
    own,
    ownScore: (own * score) / 10,
    ownCover: own * features.cover,
    ownTokens: own * features.tokensBest,
    ownLexical: own * features.lexical,
    bestDense: strongest('dense'),
    bestTokens: Math.max(...scored.map((sentence) => sentence.features.tokensBest)),
  };
}
