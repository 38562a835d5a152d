/** Gold questions with their candidates → fitted calibration, and what it reaches on questions it was not fitted on. */
import {
  DECISION_FEATURES,
  SENTENCE_FEATURES,
  type Calibration,
  type SentenceFeatures,
} from '../retrieval/calibration.ts';
import { decisionFeatures, type RankingFacts } from '../retrieval/decide.ts';
import type { ScoredSentence } from '../retrieval/score-sentences.ts';
import {
  chooseAnswerFrom,
  choosePrecisionFrom,
  fitDecision,
  share,
  sigmoid,
  type DecisionExample,
  type Prediction,
} from './fit-decision.ts';
import { fitRanking, scoreOf, type RankingExample } from './fit-ranking.ts';

/** A gold question with everything that retrieval found for it. */
export interface CalibrationExample {
  /** Questions after the same fact share it, so that no fact is in two folds. */
  readonly group: string;
  readonly answerable: boolean;
  readonly candidates: readonly { readonly number: number; readonly features: SentenceFeatures }[];
  /** Numbers of the sentences that answer. */
  readonly answers: ReadonlySet<number>;
  /** Numbers of the passages that hold an answer. */
  readonly passages: ReadonlySet<number>;
  readonly facts: RankingFacts;
}

export interface CalibrationResult {
  readonly calibration: Calibration;
  /** Cross-validated rates: never of a question whose fact the weights have seen. */
  readonly rates: Readonly<
    Record<'passage' | 'sentence' | 'answerableRefused' | 'unanswerableRefused', number>
  >;
}

const FOLDS = 5;
/** How often an answer of medium and of high confidence must have cited the right passage. */
const PRECISION = { medium: 0.75, high: 0.9 };

export function calibrate(examples: readonly CalibrationExample[], embedder: string): CalibrationResult {
  const folds = examples.map(({ group }) => foldOf(group));
  const outside = (fold: number): CalibrationExample[] =>
    examples.filter((_, index) => folds[index] !== fold);
  const inside = (fold: number): CalibrationExample[] => examples.filter((_, index) => folds[index] === fold);
  const numbers = Array.from({ length: FOLDS }, (_, fold) => fold);
  // Decisions are fitted on rankings by weights that have not seen the question, as they will be in use.
  const ranked = numbers.flatMap((fold) => rankAll(inside(fold), fitWeights(outside(fold))));
  const predictions = numbers.flatMap((fold) => {
    const weights = fitDecision(
      decisionExamples(ranked.filter(({ group }) => foldOf(group) !== fold)),
      DECISION_FEATURES.length,
    );
    return ranked.filter(({ group }) => foldOf(group) === fold).map((one) => predict(one, weights));
  });
  const answerFrom = chooseAnswerFrom(predictions);
  return {
    calibration: {
      embedder,
      ranking: named(SENTENCE_FEATURES, fitWeights(examples)),
      decision: named(DECISION_FEATURES, fitDecision(decisionExamples(ranked), DECISION_FEATURES.length)),
      answerFrom,
      mediumFrom: Math.max(answerFrom, choosePrecisionFrom(predictions, PRECISION.medium)),
      highFrom: Math.max(answerFrom, choosePrecisionFrom(predictions, PRECISION.high)),
    },
    rates: ratesOf(ranked, predictions, answerFrom),
  };
}

interface Ranked {
  readonly group: string;
  readonly features: readonly number[];
  readonly answerable: boolean;
  readonly right: boolean;
  readonly exact: boolean;
}

/** FNV-1a: folds must not change from run to run. */
function foldOf(group: string): number {
  let hash = 0x811c9dc5;
  for (const character of group) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % FOLDS;
}

function fitWeights(examples: readonly CalibrationExample[]): number[] {
  return fitRanking(
    examples.filter(({ answerable }) => answerable).map(rankingExample),
    SENTENCE_FEATURES.length,
  );
}

function row(features: SentenceFeatures): number[] {
  return SENTENCE_FEATURES.map((feature) => features[feature]);
}

function rankingExample({ candidates, answers }: CalibrationExample): RankingExample {
  return {
    features: candidates.map(({ features }) => row(features)),
    answers: candidates.map(({ number }) => answers.has(number)),
  };
}

function rankAll(examples: readonly CalibrationExample[], weights: readonly number[]): Ranked[] {
  return examples.map(({ group, answerable, candidates, answers, passages, facts }) => {
    const scored: ScoredSentence[] = candidates
      .map((candidate) => ({ ...candidate, score: scoreOf(row(candidate.features), weights) }))
      .sort((a, b) => b.score - a.score);
    const features = decisionFeatures(scored, facts);
    const best = scored[0]?.number ?? -1;
    return {
      group,
      answerable,
      features: DECISION_FEATURES.map((feature) => features[feature]),
      right: passages.has(facts.passageOf(best)),
      exact: answers.has(best),
    };
  });
}

function decisionExamples(ranked: readonly Ranked[]): DecisionExample[] {
  return ranked.map(({ features, answerable, right }) => ({ features, answerable, right }));
}

function predict({ features, answerable, right }: Ranked, weights: readonly number[]): Prediction {
  return { probability: sigmoid(scoreOf(features, weights)), answerable, right };
}

function named(names: readonly string[], weights: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Number((weights[at] ?? 0).toFixed(4))]));
}

function ratesOf(
  ranked: readonly Ranked[],
  predictions: readonly Prediction[],
  answerFrom: number,
): CalibrationResult['rates'] {
  const answerable = ranked.filter((one) => one.answerable);
  const refused = (wanted: boolean): number =>
    share(
      predictions.filter((one) => one.answerable === wanted),
      ({ probability }) => probability < answerFrom,
    );
  return {
    passage: share(answerable, ({ right }) => right),
    sentence: share(answerable, ({ exact }) => exact),
    answerableRefused: refused(true),
    unanswerableRefused: refused(false),
  };
}
