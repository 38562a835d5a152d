/** What each candidate sentence has to say for itself, in numbers that a fitted model weighs. */
import type { ComparableRows } from '../embedding/vector.ts';
import type { LexicalHit } from '../lexical/lexical-index.ts';
import type { FigureContext } from './figure-contexts.ts';
import type { Classified } from './question-classifier.ts';
import type { AnswerType } from './question-words.ts';
import type { SentenceFeatures } from './calibration.ts';
import type { AskedUnit } from './asked-unit.ts';
import { matchAnticipated, type AnticipatedData } from './match-anticipated.ts';
import type { SentenceSigns } from './sentence-signs.ts';
import type { Sentence } from './sentence-table.ts';
import type { TokenQuery } from './token-match.ts';
import type { Wanted } from './wanted.ts';

/** Renderings of one sentence in several languages are noisy witnesses of the same meaning: the best few are averaged. */
const WITNESSES = 3;

/** Languages in which words are compared: each costs time, and the nearest two say nearly all. */
const TOKEN_WITNESSES = 2;

/** Everything about one question that scoring needs. */
export interface QuestionView {
  /** Of the question with a window. */
  readonly cosine: (window: number) => number;
  /** By number of the single-sentence window. */
  readonly lexical: ReadonlyMap<number, LexicalHit>;
  /** Best lexical score of the question, at least a tiny bit above 0. */
  readonly bestLexical: number;
  /** Whether it names a figure, a date or a country. */
  readonly anchored: boolean;
  /** Null where the model's tokens cannot be compared. */
  readonly tokens: TokenQuery | null;
  /** The same with the weights that its tokens have amid the candidates. */
  readonly rare: TokenQuery | null;
  readonly wanted: Wanted;
  readonly vector: Float32Array;
  readonly figuresOf: WindowData['figuresOf'];
  readonly anticipated: AnticipatedData;
  /** Its language without script and region, where it is known. */
  readonly base: string | undefined;
  /** Base languages, its own first, then the nearest. */
  readonly languages: readonly string[];
  readonly classified: Classified;
}

/** Vectors and token lists of a library's windows. */
export interface WindowData {
  readonly vectors: ComparableRows;
  /** Token ids of a window that is one sentence. */
  readonly tokensOf: (window: number) => ArrayLike<number>;
  /** What stands beside the figures of a window that is one sentence. */
  readonly figuresOf: (window: number) => readonly FigureContext[];
  readonly anticipated: AnticipatedData;
}

/** A sentence with its features and the weighted sum of them. */
export interface ScoredSentence {
  /** Number in the sentence table. */
  readonly number: number;
  readonly features: SentenceFeatures;
  readonly score: number;
}

export function scoreSentence(
  number: number,
  sentence: Sentence,
  signs: SentenceSigns,
  question: QuestionView,
): SentenceFeatures {
  const alone = sentence.alone.map(question.cosine);
  const lexical = sentence.alone.map((window) => question.lexical.get(window));
  const order = byNearness(alone);
  // Comparing words in all languages would cost time and add noise.
  const languages = order.slice(0, TOKEN_WITNESSES);
  const tokens = languages.map((at) => question.tokens?.match([sentence.alone[at] ?? -1]).mean ?? 0);
  // An answer often leaves its subject to the sentence before: neighbours count as context.
  const around = languages.map((at) => question.tokens?.match(sentence.around[at] ?? []));
  const context = around.map((match) => match?.mean ?? 0);
  const rare = languages.map((at) => question.rare?.match([sentence.alone[at] ?? -1]).mean ?? 0);
  const rareAround = languages.map((at) => question.rare?.match(sentence.around[at] ?? []));
  // Words are shared only within a language, and vectors are nearer there: who stands in another starts from elsewhere.
  const foreign = question.base === undefined || sentence.bases.has(question.base) ? 0 : 1;
  const denseAlone = meanOfBest(alone);
  const met = meanOfBest(tokens);
  const { types } = question.wanted;
  return {
    dense: meanOfBest(
      sentence.windows.map((windows, at) => bestCosine(windows, alone[at] ?? 0, question.cosine)),
    ),
    denseAlone,
    cover: Math.max(0, ...lexical.map((hit) => hit?.cover ?? 0)),
    lexical: Math.max(0, ...lexical.map((hit) => hit?.score ?? 0)) / question.bestLexical,
    tokens: met,
    tokensBest: Math.max(0, ...tokens),
    context: meanOfBest(context),
    contextCover: bestCover(sentence.around.flat(), question),
    rare: meanOfBest(rare),
    rareContext: meanOfBest(rareAround.map((match) => match?.mean ?? 0)),
    contextWorst: Math.max(0, ...around.map((match) => match?.worst ?? 0)),
    rareWorst: Math.max(0, ...rareAround.map((match) => match?.worst ?? 0)),
    anchors: bestAnchors(sentence.around.flat(), question),
    anchorsAlone: bestAnchors(sentence.alone, question),
    figure: typeFeature(signs, types, FIGURES),
    date: typeFeature(signs, types, DATES),
    besideFigure: besideFigure(
      languages.map((at) => sentence.alone[at] ?? -1),
      question,
    ),
    answerType: typeFeature(signs, types, NAMES),
    place: placeFeature(signs, types),
    unit: unitFeature(signs, question.wanted.unit),
    foreign,
    foreignDense: foreign * denseAlone,
    foreignTokens: foreign * met,
    ...matchAnticipated(number, question, question.anticipated),
  };
}

function bestCover(windows: readonly number[], { lexical }: QuestionView): number {
  return Math.max(0, ...windows.map((window) => lexical.get(window)?.cover ?? 0));
}

/** One half where the question names no figure, date or country. */
function bestAnchors(windows: readonly number[], { lexical, anchored }: QuestionView): number {
  if (!anchored) return 0.5;
  return Math.max(0, ...windows.map((window) => lexical.get(window)?.anchors ?? 0));
}

/** A translation has one window a sentence: its cosine is known already. */
function bestCosine(windows: readonly number[], alone: number, cosine: (window: number) => number): number {
  return windows.length === 1 ? alone : Math.max(...windows.map(cosine));
}

/** The languages of a sentence, that in which it is nearest first. */
function byNearness(alone: readonly number[]): number[] {
  return [...alone.keys()].sort((a, b) => alone[b]! - alone[a]!);
}

function meanOfBest(scores: readonly number[]): number {
  const best = [...scores].sort((a, b) => b - a).slice(0, WITNESSES);
  return best.reduce((sum, score) => sum + score, 0) / Math.max(1, best.length);
}

/** Types that can be seen in a sentence: figures nearly always, dates too, names and reasons by cues. */
const FIGURES: readonly AnswerType[] = ['quantity'];
const DATES: readonly AnswerType[] = ['date'];
const NAMES: readonly AnswerType[] = ['person', 'organisation', 'reason'];

const PLACES: ReadonlySet<AnswerType> = new Set(['place']);

/** One half where the question asks for none of these types. */
function typeFeature(
  signs: SentenceSigns,
  types: ReadonlySet<AnswerType>,
  among: readonly AnswerType[],
): number {
  const asked = among.filter((type) => types.has(type));
  if (asked.length === 0) return 0.5;
  return signs.holds(new Set(asked)) ? 1 : 0;
}

/** One half where no place is asked for, and where one is only named. */
function placeFeature(signs: SentenceSigns, types: ReadonlySet<AnswerType>): number {
  if (!types.has('place')) return 0.5;
  if (signs.locates()) return 1;
  return signs.holds(PLACES) ? 0.5 : 0;
}

/** One half where no unit is asked for. */
function unitFeature(signs: SentenceSigns, unit: AskedUnit | null): number {
  if (unit === null) return 0.5;
  return signs.states(unit) ? 1 : 0;
}

/** How well the question's telling words match what stands beside a figure of the kind asked for; one half where none is. */
function besideFigure(windows: readonly number[], { wanted, figuresOf, rare }: QuestionView): number {
  const { types } = wanted;
  if (!types.has('quantity') && !types.has('date')) return 0.5;
  const figures = windows.flatMap((window) => figuresOf(window));
  const asked = figures.filter(({ answers }) => types.has(answers));
  return Math.max(0, ...asked.map(({ tokens }) => rare?.matchTokens(tokens).mean ?? 0));
}

/** Windows of the sentence in the language in which it is nearest to the question. */
export function nearestWindow(sentence: Sentence, cosine: (window: number) => number): number {
  const alone = sentence.alone.map(cosine);
  return sentence.alone[alone.indexOf(Math.max(...alone))] ?? -1;
}
