/** What each candidate sentence has to say for itself, in numbers that a fitted model weighs. */
import { dotRow } from '../embedding/vector.ts';
import type { LexicalHit } from '../lexical/lexical-index.ts';
import type { AnswerType } from './question-words.ts';
import type { SentenceFeatures } from './calibration.ts';
import type { Sentence } from './sentence-table.ts';
import type { TokenQuery } from './token-match.ts';

/** Renderings of one sentence in several languages are noisy witnesses of the same meaning: the best few are averaged. */
const WITNESSES = 3;

/** Languages in which words are compared: each costs time, and the nearest two say nearly all. */
const TOKEN_WITNESSES = 2;

/** Everything about one question that scoring needs. */
export interface QuestionView {
  readonly vector: Float32Array;
  /** By number of the single-sentence window. */
  readonly lexical: ReadonlyMap<number, LexicalHit>;
  /** Best lexical score of the question, at least a tiny bit above 0. */
  readonly bestLexical: number;
  /** Null where the model's tokens cannot be compared. */
  readonly tokens: TokenQuery | null;
  readonly answerTypes: ReadonlySet<AnswerType>;
}

/** Vectors and token lists of a library's windows. */
export interface WindowData {
  readonly vectors: Float32Array;
  /** Token ids of a window that is one sentence. */
  readonly tokensOf: (window: number) => ArrayLike<number>;
}

/** A sentence with its features and the weighted sum of them. */
export interface ScoredSentence {
  /** Number in the sentence table. */
  readonly number: number;
  readonly features: SentenceFeatures;
  readonly score: number;
}

/** Whether the sentence holds an answer of one of these types. */
export type HoldsType = (types: ReadonlySet<AnswerType>) => boolean;

export function scoreSentence(
  sentence: Sentence,
  holdsType: HoldsType,
  question: QuestionView,
  data: WindowData,
): SentenceFeatures {
  const cosine = (window: number): number => dotRow(question.vector, data.vectors, window);
  const alone = sentence.alone.map(cosine);
  const lexical = sentence.alone.map((window) => question.lexical.get(window));
  const languages = nearestLanguages(alone);
  const tokens = languages.map((at) => question.tokens?.match([sentence.alone[at] ?? -1]) ?? 0);
  // An answer often leaves its subject to the sentence before: neighbours count as context.
  const context = languages.map((at) => question.tokens?.match(sentence.around[at] ?? []) ?? 0);
  return {
    dense: meanOfBest(sentence.windows.map((windows, at) => bestCosine(windows, alone[at] ?? 0, cosine))),
    denseAlone: meanOfBest(alone),
    cover: Math.max(0, ...lexical.map((hit) => hit?.cover ?? 0)),
    lexical: Math.max(0, ...lexical.map((hit) => hit?.score ?? 0)) / question.bestLexical,
    tokens: meanOfBest(tokens),
    tokensBest: Math.max(0, ...tokens),
    context: meanOfBest(context),
    contextCover: Math.max(
      0,
      ...sentence.around.flat().map((window) => question.lexical.get(window)?.cover ?? 0),
    ),
    answerType: typeFeature(holdsType, question.answerTypes),
  };
}

/** A translation has one window a sentence: its cosine is known already. */
function bestCosine(windows: readonly number[], alone: number, cosine: (window: number) => number): number {
  return windows.length === 1 ? alone : Math.max(...windows.map(cosine));
}

/** The languages in which the sentence is nearest: comparing words in the others would cost time and add noise. */
function nearestLanguages(alone: readonly number[]): number[] {
  const languages = alone.map((score, language) => ({ language, score }));
  languages.sort((a, b) => b.score - a.score);
  return languages.slice(0, TOKEN_WITNESSES).map(({ language }) => language);
}

function meanOfBest(scores: readonly number[]): number {
  const best = [...scores].sort((a, b) => b - a).slice(0, WITNESSES);
  return best.reduce((sum, score) => sum + score, 0) / Math.max(1, best.length);
}

/** One half where the question does not say what it wants. */
function typeFeature(holdsType: HoldsType, types: ReadonlySet<AnswerType>): number {
  if (types.size === 0) return 0.5;
  return holdsType(types) ? 1 : 0;
}
