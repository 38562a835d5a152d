/** The decision to answer: a calibrated probability from several features of the ranking, never one score. */
import { answerProbability, type Calibration, type DecisionFeatures } from './calibration.ts';
import type { Ranking } from './evidence.ts';
import type { ScoredSentence } from './score-sentences.ts';
import type { SentenceTable } from './sentence-table.ts';

/** Passages that may be quoted in one answer. */
const ANSWER_PASSAGES = 2;

export type Decision = Pick<Ranking, 'probability' | 'answerable' | 'confidence'>;

/** `scored` must be sorted, best first. */
export function decide(
  scored: readonly ScoredSentence[],
  table: SentenceTable,
  calibration: Calibration,
): Decision {
  const best = scored[0];
  if (!best) return { probability: 0, answerable: 0, confidence: 'low' };
  const probability = answerProbability(decisionFeatures(scored, table), calibration);
  return {
    probability,
    answerable: probability >= calibration.answerFrom ? passagesWorthQuoting(scored, table) : 0,
    confidence: confidenceOf(probability, calibration),
  };
}

function confidenceOf(probability: number, { mediumFrom, highFrom }: Calibration): Decision['confidence'] {
  if (probability >= highFrom) return 'high';
  return probability >= mediumFrom ? 'medium' : 'low';
}

/** One passage, and the next one too where its best sentence is nearly as probable. */
function passagesWorthQuoting(scored: readonly ScoredSentence[], table: SentenceTable): number {
  const seen = new Map<number, number>();
  for (const { number, score } of scored) {
    const passage = table.sentences[number]?.passage ?? -1;
    if (!seen.has(passage)) seen.set(passage, score);
  }
  const [first = 0, ...others] = seen.values();
  return 1 + others.slice(0, ANSWER_PASSAGES - 1).filter((score) => first - score < Math.log(2)).length;
}

/** Features are of the best sentence, and of how far it stands out. */
export function decisionFeatures(scored: readonly ScoredSentence[], table: SentenceTable): DecisionFeatures {
  const [best] = scored;
  const passageOf = (sentence: ScoredSentence): number => table.sentences[sentence.number]?.passage ?? -1;
  const rival = scored.find((sentence) => best && passageOf(sentence) !== passageOf(best));
  const strongest = (feature: 'dense' | 'lexical' | 'tokens'): number =>
    Math.max(...scored.map((sentence) => sentence.features[feature]));
  const agrees = (feature: 'dense' | 'lexical' | 'tokens'): number =>
    best && best.features[feature] >= strongest(feature) - 1e-9 ? 1 / 3 : 0;
  const share = 1 / scored.reduce((sum, { score }) => sum + Math.exp(score - (best?.score ?? 0)), 0);
  return {
    bias: 1,
    score: (best?.score ?? 0) / 10,
    dense: best?.features.dense ?? 0,
    cover: best?.features.cover ?? 0,
    tokens: best?.features.tokensBest ?? 0,
    margin: Math.min(1, ((best?.score ?? 0) - (rival?.score ?? 0)) / 5),
    share,
    agreement: agrees('dense') + agrees('lexical') + agrees('tokens'),
    answerType: best?.features.answerType ?? 0,
  };
}
