/** Weights fitted on gold questions by `lectern calibrate`, stored beside the model whose scores they belong to. */
import { z } from 'zod';

/** What is known of one sentence for one question; each about 0 to 1. */
export const SENTENCE_FEATURES = [
  'dense',
  'denseAlone',
  'cover',
  'lexical',
  'tokens',
  'tokensBest',
  'context',
  'contextCover',
  'answerType',
  'foreign',
  'foreignDense',
  'foreignTokens',
] as const;
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];
export type SentenceFeatures = Readonly<Record<SentenceFeature, number>>;

/** What is known of a whole ranking, to decide whether its best sentence answers. */
export const DECISION_FEATURES = [
  'bias',
  'score',
  'dense',
  'cover',
  'tokens',
  'margin',
  'share',
  'agreement',
  'answerType',
  'own',
  'ownScore',
  'ownCover',
  'ownTokens',
  'ownLexical',
  'bestDense',
  'bestTokens',
] as const;
export type DecisionFeature = (typeof DECISION_FEATURES)[number];
export type DecisionFeatures = Readonly<Record<DecisionFeature, number>>;

const Weights = z.record(z.string(), z.number());

export const Calibration = z.object({
  /** Id of the embedder whose scores were fitted; another's are not comparable. */
  embedder: z.string(),
  /** Linear weights of a sentence's features; their softmax over the candidates was fitted. */
  ranking: Weights,
  /** Logistic weights of the decision. */
  decision: Weights,
  /** Probabilities from which an answer is given, and from which its confidence is medium and high. */
  answerFrom: z.number().min(0).max(1),
  mediumFrom: z.number().min(0).max(1),
  highFrom: z.number().min(0).max(1),
});
export type Calibration = z.infer<typeof Calibration>;

export function sentenceScore(features: SentenceFeatures, { ranking }: Calibration): number {
  return SENTENCE_FEATURES.reduce((sum, feature) => sum + (ranking[feature] ?? 0) * features[feature], 0);
}

/** Logistic function of the weighted features: 0 to 1. */
export function answerProbability(features: DecisionFeatures, { decision }: Calibration): number {
  const sum = DECISION_FEATURES.reduce(
    (total, feature) => total + (decision[feature] ?? 0) * features[feature],
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}
