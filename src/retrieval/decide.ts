/** The decision to answer: a calibrated probability from several features of the ranking, never one score. */
import {
  answerProbability,
  DECISION_FEATURES,
  PEAKS,
  type Calibration,
  type DecisionFeatures,
  type DecisionRule,
  type SentenceFeature,
} from './calibration.ts';
import type { Ranking } from './evidence.ts';
import { weightOf } from './match-anticipated.ts';
import type { ListsOf, OpenMatch } from './match-open.ts';
import type { ScoredSentence } from './score-sentences.ts';

/** Passages that may be quoted in one answer. */
const ANSWER_PASSAGES = 2;

export type Decision = Pick<Ranking, 'probability' | 'answerable' | 'confidence'>;

/** Number of the passage that a sentence of the table belongs to. */
export type PassageOf = (sentence: number) => number;

const NOTHING_FOUND = Object.fromEntries(
  DECISION_FEATURES.map((feature) => [feature, 0]),
) as DecisionFeatures;

/** `scored` must be sorted, best first; `open` is of the best one's document. */
export function decide(
  scored: readonly ScoredSentence[],
  passageOf: PassageOf,
  open: OpenMatch,
  calibration: Calibration,
): Decision {
  const best = scored[0];
  if (!best) return { probability: 0, answerable: 0, confidence: 'low' };
  const rule = ruleFor(open.lists, calibration);
  const probability = answerProbability(decisionFeatures(scored, passageOf, open), rule.decision);
  return {
    probability,
    answerable: probability >= rule.answerFrom ? passagesWorthQuoting(scored, passageOf) : 0,
    confidence: confidenceOf(probability, rule),
  };
}

function ruleFor(lists: ListsOf, calibration: Calibration): DecisionRule {
  const { anticipated = calibration, anticipatedElsewhere = calibration } = calibration;
  return { own: anticipated, others: anticipatedElsewhere, none: calibration }[lists];
}

function confidenceOf(probability: number, { mediumFrom, highFrom }: DecisionRule): Decision['confidence'] {
  if (probability >= highFrom) return 'high';
  return probability >= mediumFrom ? 'medium' : 'low';
}

/** One passage, and the next one too where its best sentence is nearly as probable. */
function passagesWorthQuoting(scored: readonly ScoredSentence[], passageOf: PassageOf): number {
  const seen = new Map<number, number>();
  for (const { number, score } of scored) {
    const passage = passageOf(number);
    if (!seen.has(passage)) seen.set(passage, score);
  }
  const [first = 0, ...others] = seen.values();
  return 1 + others.slice(0, ANSWER_PASSAGES - 1).filter((score) => first - score < Math.log(2)).length;
}

/** Of the best sentence, and of how far it stands out. */
export function decisionFeatures(
  scored: readonly ScoredSentence[],
  passageOf: PassageOf,
  open: OpenMatch,
): DecisionFeatures {
  const [best] = scored;
  if (!best) return NOTHING_FOUND;
  const { features, score } = best;
  const rival = scored.find(({ number }) => passageOf(number) !== passageOf(best.number));
  const peak = (feature: SentenceFeature): number =>
    Math.max(...scored.map((sentence) => sentence.features[feature]));
  const agrees = (feature: SentenceFeature): number =>
    features[feature] >= peak(feature) - 1e-9 ? 1 / 3 : 0;
  return {
    score: score / 10,
    margin: Math.min(1, (score - (rival?.score ?? 0)) / 5),
    share: 1 / scored.reduce((sum, sentence) => sum + Math.exp(sentence.score - score), 0),
    agreement: agrees('dense') + agrees('lexical') + agrees('tokens'),
    open: open.open,
    openAnywhere: open.openAnywhere,
    ...listFeatures(best, scored, open),
    ...features,
    ...peaks(peak),
  };
}

/** How what lies around the question in the lists is shared out; 0 where there are no lists. */
function listFeatures(
  { features }: ScoredSentence,
  scored: readonly ScoredSentence[],
  { openAnywhere, openDensity }: OpenMatch,
): Record<'askedShare' | 'openShare' | 'askedOverOpen', number> {
  const [best, open] = [weightOf(features.askedDensity), weightOf(openDensity)];
  const all = scored.reduce((sum, sentence) => sum + weightOf(sentence.features.askedDensity), open);
  return {
    askedShare: best / Math.max(all, Number.MIN_VALUE),
    openShare: open / Math.max(all, Number.MIN_VALUE),
    askedOverOpen: features.askedAnywhere - openAnywhere,
  };
}

function peaks(peak: (feature: SentenceFeature) => number): Record<`peak:${(typeof PEAKS)[number]}`, number> {
  const entries = PEAKS.map((feature) => [`peak:${feature}`, peak(feature)]);
  return Object.fromEntries(entries) as Record<`peak:${(typeof PEAKS)[number]}`, number>;
}
