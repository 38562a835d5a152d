/** Gold questions with their candidates → fitted calibration, and what it reaches on questions it was not fitted on. */
import {
  answerProbability,
  DECISION_FEATURES,
  NEVER_ANSWER,
  SENTENCE_FEATURES,
  type Calibration,
  type DecisionFeatures,
  type DecisionModel,
  type DecisionRule,
  type SentenceFeatures,
} from '../retrieval/calibration.ts';
import { decisionFeatures, type PassageOf } from '../retrieval/decide.ts';
import type { ListsOf, OpenMatch } from '../retrieval/match-open.ts';
import type { ScoredSentence } from '../retrieval/score-sentences.ts';
import { chooseAnswerFrom, choosePrecisionFrom, share, type Prediction } from './choose-thresholds.ts';
import { fitDecision, type DecisionExample } from './fit-decision.ts';
import { fitRanking, scoreOf, type RankingExample } from './fit-ranking.ts';

/** A gold question with everything that retrieval found for it. */
export interface CalibrationExample {
  readonly document: string;
  /** Fitted on, but no rate and no threshold is taken from it. */
  readonly background: boolean;
  /** Whether its document has anticipated questions, in whichever language. */
  readonly listed: boolean;
  /** Made from an answerable question by looking past what answers it: fitted on, but nobody asked it so. */
  readonly withheld: boolean;
  /** Questions after the same fact share it, so that no fact is in two folds. */
  readonly group: string;
  readonly answerable: boolean;
  readonly candidates: readonly { readonly number: number; readonly features: SentenceFeatures }[];
  /** Numbers of the sentences that answer. */
  readonly answers: ReadonlySet<number>;
  /** Numbers of the passages that hold an answer. */
  readonly passages: ReadonlySet<number>;
  readonly passageOf: PassageOf;
  /** How near the question is to those that the document of a sentence leaves open. */
  readonly openOf: (sentence: number) => OpenMatch;
}

export interface CalibrationResult {
  readonly calibration: Calibration;
  /** Cross-validated rates: never of a question whose fact the weights have seen. */
  readonly rates: Readonly<
    Record<'passage' | 'sentence' | 'answerableRefused' | 'unanswerableRefused', number>
  >;
}

/** By fact, where there are fewer documents than this; else each document is ranked by weights that have not seen it. */
const FOLDS = 5;
/** How often the best sentence of an answer of medium and of high confidence must be one that answers: the right passage alone is not what was asked. */
const PRECISION = { medium: 0.6, high: 0.8 };

export function calibrate(examples: readonly CalibrationExample[], embedder: string): CalibrationResult {
  const weights = fitWeights(examples);
  const background = examples.filter((one) => one.background);
  // Decisions are fitted on rankings by weights that have not seen the question, as they will be in use. The background is
  // too large for its own questions to bend the weights.
  const ranked = [
    ...foldsByDocument(examples).flatMap(({ inside, outside }) => rankAll(inside, fitWeights(outside))),
    ...rankAll(background, weights),
  ];
  // What anticipated questions in the asker's language tell is missing elsewhere, and nothing else weighs then as it does with them;
  // those in other languages alone are nearer to every question than no list is, and tell less than one's own.
  const plain = fitRule(ranked.filter((one) => !one.listed));
  const listed = fitRule(ranked.filter(({ lists }) => lists === 'own'));
  const elsewhere = fitRule(ranked.filter(({ lists }) => lists === 'others'));
  return {
    calibration: {
      embedder,
      ranking: named(SENTENCE_FEATURES, weights),
      ...(plain ?? listed ?? { rule: NEVER_ANSWER }).rule,
      ...(listed && plain ? { anticipated: listed.rule } : {}),
      ...(elsewhere ? { anticipatedElsewhere: elsewhere.rule } : {}),
    },
    rates: ratesOf(
      ranked.filter((one) => !one.background),
      [plain, listed, elsewhere].flatMap((fitted) => fitted?.decided ?? []),
    ),
  };
}

interface FittedRule {
  readonly rule: DecisionRule;
  /** Questions decided by a rule that was fitted without them. */
  readonly decided: readonly { readonly answerable: boolean; readonly refused: boolean }[];
}

/** Null where there is nothing to fit it to. */
function fitRule(ranked: readonly Ranked[]): FittedRule | null {
  // A list belongs to its document: what is left out here are facts, as those that visitors ask for beyond the gold questions.
  const predictions = foldsByFact(ranked).flatMap(({ inside, outside }) => {
    const decision = fitDecision(outside.map(asExample), DECISION_FEATURES);
    return inside.filter((one) => !one.withheld).map((one) => predict(one, decision));
  });
  if (predictions.length === 0) return null;
  const answerFrom = chooseAnswerFrom(predictions);
  return {
    rule: {
      decision: fitDecision(ranked.map(asExample), DECISION_FEATURES),
      answerFrom,
      mediumFrom: Math.max(answerFrom, choosePrecisionFrom(predictions, PRECISION.medium)),
      highFrom: Math.max(answerFrom, choosePrecisionFrom(predictions, PRECISION.high)),
    },
    decided: predictions.map(({ answerable, probability }) => ({
      answerable,
      refused: probability < answerFrom,
    })),
  };
}

interface Foldable {
  readonly background: boolean;
  readonly document: string;
  readonly group: string;
}

interface Fold<T> {
  readonly inside: readonly T[];
  readonly outside: readonly T[];
}

/** A document each, where there are enough of them. */
function foldsByDocument<T extends Foldable>(items: readonly T[]): Fold<T>[] {
  const documents = [...new Set(items.filter(isOwn).map(({ document }) => document))];
  if (documents.length < FOLDS) return foldsByFact(items);
  return foldsBy(items, documents.length, ({ document }) => documents.indexOf(document));
}

function foldsByFact<T extends Foldable>(items: readonly T[]): Fold<T>[] {
  return foldsBy(items, FOLDS, ({ group }) => hash(group) % FOLDS);
}

function isOwn({ background }: Foldable): boolean {
  return !background;
}

/** The background is outside of every fold. */
function foldsBy<T extends Foldable>(
  items: readonly T[],
  count: number,
  foldOf: (item: T) => number,
): Fold<T>[] {
  const own = items.filter(isOwn);
  return Array.from({ length: count }, (_, fold) => ({
    inside: own.filter((item) => foldOf(item) === fold),
    outside: items.filter((item) => item.background || foldOf(item) !== fold),
  }));
}

interface Ranked extends Foldable {
  readonly listed: boolean;
  readonly lists: ListsOf;
  readonly withheld: boolean;
  readonly features: DecisionFeatures;
  readonly answerable: boolean;
  readonly right: boolean;
  readonly exact: boolean;
}

/** FNV-1a: folds must not change from run to run. */
function hash(group: string): number {
  let value = 0x811c9dc5;
  for (const character of group) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
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
  return examples.map(({ candidates, answers, passages, passageOf, openOf, ...example }) => {
    const scored: ScoredSentence[] = candidates
      .map((candidate) => ({ ...candidate, score: scoreOf(row(candidate.features), weights) }))
      .sort((a, b) => b.score - a.score);
    const best = scored[0]?.number ?? -1;
    const open = openOf(best);
    const features = decisionFeatures(scored, passageOf, open);
    return {
      ...example,
      lists: open.lists,
      features,
      right: passages.has(passageOf(best)),
      exact: answers.has(best),
    };
  });
}

function asExample({ features, answerable, right }: Ranked): DecisionExample {
  return { features: DECISION_FEATURES.map((feature) => features[feature]), answerable, right };
}

function predict({ features, answerable, exact }: Ranked, decision: DecisionModel): Prediction {
  return { probability: answerProbability(features, decision), answerable, right: exact };
}

function named(names: readonly string[], weights: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Number((weights[at] ?? 0).toFixed(4))]));
}

function ratesOf(ranked: readonly Ranked[], decided: FittedRule['decided']): CalibrationResult['rates'] {
  const answerable = ranked.filter((one) => one.answerable);
  const refused = (wanted: boolean): number =>
    share(
      decided.filter((one) => one.answerable === wanted),
      (one) => one.refused,
    );
  return {
    passage: share(answerable, ({ right }) => right),
    sentence: share(answerable, ({ exact }) => exact),
    answerableRefused: refused(true),
    unanswerableRefused: refused(false),
  };
}
