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
  'rare',
  'rareContext',
  'contextWorst',
  'rareWorst',
  'anchors',
  'anchorsAlone',
  'figure',
  'date',
  'besideFigure',
  'answerType',
  'place',
  'unit',
  'foreign',
  'foreignDense',
  'foreignTokens',
  'asked',
  'askedAlike',
  'askedAnywhere',
  'askedDensity',
  'taught',
] as const;
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];
export type SentenceFeatures = Readonly<Record<SentenceFeature, number>>;

/** Features whose greatest value among all candidates the decision looks at too: some sentence may say what the best does not. */
export const PEAKS = [
  'dense',
  'cover',
  'lexical',
  'tokensBest',
  'rareContext',
  'rareWorst',
  'contextCover',
  'anchors',
  'askedAnywhere',
] as const satisfies readonly SentenceFeature[];

/**
 * They tell which of two sentences answers. Whether one does, a question without figures would have to say by a made-up value, and a
 * list of questions that happens to ask for another kind of answer does not tell.
 */
const OF_ORDER_ONLY = ['besideFigure', 'askedAlike'] as const satisfies readonly SentenceFeature[];
type OfOrderOnly = (typeof OF_ORDER_ONLY)[number];

const OF_THE_RANKING = ['score', 'margin', 'share', 'agreement'] as const;
/** How near the question is to those that the best sentence's document leaves open. */
const OF_THE_DOCUMENT = ['open', 'openAnywhere'] as const;
/** How the anticipated questions near to the question part into those of the best sentence, of other candidates, and those left open. */
const OF_THE_LIST = ['askedShare', 'openShare', 'askedOverOpen'] as const;

export type DecisionFeature =
  | (typeof OF_THE_RANKING)[number]
  | (typeof OF_THE_DOCUMENT)[number]
  | (typeof OF_THE_LIST)[number]
  | Exclude<SentenceFeature, OfOrderOnly>
  | `peak:${(typeof PEAKS)[number]}`;

/** What is known of a whole ranking, to decide whether its best sentence answers. */
export const DECISION_FEATURES: readonly DecisionFeature[] = [
  ...OF_THE_RANKING,
  ...OF_THE_DOCUMENT,
  ...OF_THE_LIST,
  ...SENTENCE_FEATURES.filter(isOfDecision),
  ...PEAKS.map((feature) => `peak:${feature}` as const),
];
export type DecisionFeatures = Readonly<Record<DecisionFeature, number>>;

function isOfDecision(feature: SentenceFeature): feature is Exclude<SentenceFeature, OfOrderOnly> {
  return !OF_ORDER_ONLY.some((other) => other === feature);
}

const Weights = z.record(z.string(), z.number());

/** A sum of step functions: the probability's logit is the bias and, of each feature, the gains of all thresholds that it is above. */
export const DecisionModel = z.object({
  bias: z.number(),
  steps: z.record(z.string(), z.array(z.tuple([z.number(), z.number()]))),
});
export type DecisionModel = z.infer<typeof DecisionModel>;

/** When to answer, and how surely. */
export const DecisionRule = z.object({
  decision: DecisionModel,
  /** Probabilities from which an answer is given, and from which its confidence is medium and high. */
  answerFrom: z.number().min(0).max(1),
  mediumFrom: z.number().min(0).max(1),
  highFrom: z.number().min(0).max(1),
});
export type DecisionRule = z.infer<typeof DecisionRule>;

/** Answers nothing: stands where nothing has been fitted. */
export const NEVER_ANSWER: DecisionRule = {
  decision: { bias: 0, steps: {} },
  answerFrom: 1,
  mediumFrom: 1,
  highFrom: 1,
};

export const Calibration = DecisionRule.extend({
  /** Id of the embedder whose scores were fitted; another's are not comparable. */
  embedder: z.string(),
  /** Linear weights of a sentence's features; their softmax over the candidates was fitted. */
  ranking: Weights,
  /** For documents with a full list of anticipated questions in the language asked, which tell much that others leave to be guessed; as for the others when absent. */
  anticipated: DecisionRule.optional(),
  /** For documents with such lists in other languages than the one asked, which are near to every question in their way; as above. */
  anticipatedElsewhere: DecisionRule.optional(),
});
export type Calibration = z.infer<typeof Calibration>;

export function sentenceScore(features: SentenceFeatures, { ranking }: Calibration): number {
  return SENTENCE_FEATURES.reduce((sum, feature) => sum + (ranking[feature] ?? 0) * features[feature], 0);
}

/** 0 to 1. */
export function answerProbability(features: DecisionFeatures, decision: DecisionModel): number {
  let logit = decision.bias;
  for (const feature of DECISION_FEATURES) {
    for (const [threshold, gain] of decision.steps[feature] ?? [])
      if (features[feature] > threshold) logit += gain;
  }
  return 1 / (1 + Math.exp(-logit));
}
