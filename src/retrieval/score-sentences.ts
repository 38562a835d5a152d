/** What each candidate sentence has to say for itself, in numbers that a fitted model weighs. */
import { dotRow } from '../embedding/vector.ts';
import type { LexicalHit } from '../lexical/lexical-index.ts';
import type { AnswerType } from './question-words.ts';
import { answersType } from './answer-type.ts';
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

export function scoreSentence(
  sentence: Sentence,
  text: string,
  language: string,
  question: QuestionView,
  data: WindowData,
): SentenceFeatures {
  const cosine = (window: number): number => dotRow(question.vector, data.vectors, window);
  const alone = sentence.alone.map(cosine);
  const lexical = sentence.alone.map((window) => question.lexical.get(window));
  const languages = nearestLanguages(alone);
  const tokens = tokenMatches(sentence, languages, question, data);
  return {
    dense: meanOfBest(sentence.windows.map((windows, at) => bestCosine(windows, alone[at] ?? 0, cosine))),
    denseAlone: meanOfBest(alone),
    cover: Math.max(0, ...lexical.map((hit) => hit?.cover ?? 0)),
    lexical: Math.max(0, ...lexical.map((hit) => hit?.score ?? 0)) / question.bestLexical,
    tokens: meanOfBest(tokens),
    tokensBest: Math.max(...tokens),
    context: meanOfBest(contextMatches(sentence, languages, question, data)),
    contextCover: Math.max(
      0,
      ...sentence.around.flat().map((window) => question.lexical.get(window)?.cover ?? 0),
    ),
    answerType: typeFeature(text, language, question.answerTypes),
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

/** How well the words of the question are met by the sentence, in each of `languages`. */
function tokenMatches(
  { alone }: Sentence,
  languages: readonly number[],
  { tokens }: QuestionView,
  { tokensOf }: WindowData,
): number[] {
  if (!tokens) return [0];
  return languages.map((language) => tokens.match(tokensOf(alone[language] ?? -1)));
}

/** The same for the sentence with its neighbours: an answer often leaves its subject to the sentence before. */
function contextMatches(
  { around }: Sentence,
  languages: readonly number[],
  { tokens }: QuestionView,
  { tokensOf }: WindowData,
): number[] {
  if (!tokens) return [0];
  return languages.map((language) =>
    tokens.match((around[language] ?? []).flatMap((window) => Array.from(tokensOf(window)))),
  );
}

function meanOfBest(scores: readonly number[]): number {
  const best = [...scores].sort((a, b) => b - a).slice(0, WITNESSES);
  return best.reduce((sum, score) => sum + score, 0) / Math.max(1, best.length);
}

/** One half where the question does not say what it wants. */
function typeFeature(text: string, language: string, types: ReadonlySet<AnswerType>): number {
  if (types.size === 0) return 0.5;
  return answersType(text, types, language) ? 1 : 0;
}
