/** The decision to answer follows fitted weights and thresholds, and never a single score. */
import { describe, expect, it } from 'vitest';
import {
  answerProbability,
  Calibration,
  DECISION_FEATURES,
  SENTENCE_FEATURES,
  sentenceScore,
  type SentenceFeatures,
} from '../../src/retrieval/calibration.ts';
import { decide, decisionFeatures, type PassageOf } from '../../src/retrieval/decide.ts';
import { NOTHING_OPEN, type OpenMatch } from '../../src/retrieval/match-open.ts';
import type { ScoredSentence } from '../../src/retrieval/score-sentences.ts';

const CALIBRATION: Calibration = {
  embedder: 'fake@1',
  ranking: { dense: 2, cover: 1 },
  decision: {
    bias: -3,
    steps: {
      score: [
        [0.39, 3],
        [0.45, 1],
        [0.65, 2],
      ],
    },
  },
  answerFrom: 0.5,
  mediumFrom: 0.7,
  highFrom: 0.9,
};

/** Two sentences a passage. */
const passageOf: PassageOf = (sentence) => sentence >> 1;

function scored(
  number: number,
  score: number,
  features: Partial<ScoredSentence['features']> = {},
): ScoredSentence {
  const none = Object.fromEntries(SENTENCE_FEATURES.map((feature) => [feature, 0])) as SentenceFeatures;
  return { number, score, features: { ...none, ...features } };
}

describe('decide', () => {
  it('abstains without candidates', () => {
    expect(decide([], passageOf, NOTHING_OPEN, CALIBRATION)).toEqual({
      probability: 0,
      answerable: 0,
      confidence: 'low',
    });
  });

  it('answers from the threshold on, and names its confidence by the others', () => {
    const at = (score: number) => decide([scored(0, score)], passageOf, NOTHING_OPEN, CALIBRATION);
    expect(at(3.8)).toMatchObject({ answerable: 0, confidence: 'low' });
    expect(at(4)).toMatchObject({ probability: 0.5, answerable: 1, confidence: 'low' });
    expect(at(5)).toMatchObject({ answerable: 1, confidence: 'medium' });
    expect(at(7)).toMatchObject({ answerable: 1, confidence: 'high' });
  });

  it('decides by a rule of their own on documents with anticipated questions, where there is one', () => {
    const anticipated = { ...CALIBRATION, answerFrom: 0.9, mediumFrom: 0.9, highFrom: 0.9 };
    const listed = { ...NOTHING_OPEN, lists: 'own' as const };
    const at = (open: OpenMatch, calibration: Calibration) =>
      decide([scored(0, 5)], passageOf, open, calibration).answerable;
    expect(at(listed, { ...CALIBRATION, anticipated })).toBe(0);
    expect(at(NOTHING_OPEN, { ...CALIBRATION, anticipated })).toBe(1);
    expect(at(listed, CALIBRATION)).toBe(1);
  });

  it('decides by another where only other languages have them', () => {
    const anticipatedElsewhere = { ...CALIBRATION, answerFrom: 0.9, mediumFrom: 0.9, highFrom: 0.9 };
    const at = (lists: OpenMatch['lists'], calibration: Calibration) =>
      decide([scored(0, 5)], passageOf, { ...NOTHING_OPEN, lists }, calibration).answerable;
    expect(at('others', { ...CALIBRATION, anticipatedElsewhere })).toBe(0);
    expect(at('own', { ...CALIBRATION, anticipatedElsewhere })).toBe(1);
    expect(at('others', CALIBRATION)).toBe(1);
  });

  it('quotes the next passage too only where it is nearly as good', () => {
    const answerable = (...scores: ScoredSentence[]) =>
      decide(scores, passageOf, NOTHING_OPEN, CALIBRATION).answerable;
    expect(answerable(scored(0, 7), scored(2, 6.5), scored(4, 6.4))).toBe(2);
    expect(answerable(scored(0, 7), scored(2, 6.2))).toBe(1);
    expect(answerable(scored(0, 7), scored(1, 6.9), scored(2, 5))).toBe(1);
  });

  it('sees how far the best stands out from other passages, and whether the ways of searching agree', () => {
    const best = scored(0, 6, {
      dense: 0.8,
      lexical: 1,
      tokens: 0.2,
      cover: 0.5,
      tokensBest: 0.4,
      answerType: 1,
    });
    const features = decisionFeatures(
      [best, scored(1, 5.9, { dense: 0.7 }), scored(2, 3.5, { tokens: 0.6 })],
      passageOf,
      { lists: 'own' as const, open: 0.25, openAnywhere: 0.125, openDensity: 0 },
    );
    expect(features).toMatchObject({
      open: 0.25,
      openAnywhere: 0.125,
      score: 0.6,
      'peak:dense': 0.8,
      dense: 0.8,
      cover: 0.5,
      tokens: 0.2,
      tokensBest: 0.4,
      answerType: 1,
    });
    expect(features.margin).toBeCloseTo(2.5 / 5, 6);
    expect(features.agreement).toBeCloseTo(2 / 3, 6);
    expect(features.share).toBeCloseTo(1 / (1 + Math.exp(-0.1) + Math.exp(-2.5)), 6);
  });
});

describe('the lists of questions', () => {
  const listed = (openDensity: number, ...densities: number[]) => {
    const sentences = densities.map((askedDensity, at) =>
      scored(at, 5 - at, { askedDensity, askedAnywhere: 0.5 }),
    );
    const open = { lists: 'own' as const, open: 0, openAnywhere: 0.75, openDensity };
    return decisionFeatures(sentences, passageOf, open);
  };

  it('are shared out among the best sentence, the other candidates and what is left open', () => {
    const even = listed(0.5, 0.5, 0.5, 0.5);
    expect(even.askedShare).toBeCloseTo(1 / 4, 9);
    expect(even.openShare).toBeCloseTo(1 / 4, 9);
    const nearer = listed(0.5, 0.5 + Math.log(2) / 20);
    expect(nearer.askedShare).toBeCloseTo(2 / 3, 9);
    expect(nearer.openShare).toBeCloseTo(1 / 3, 9);
    expect(nearer.askedOverOpen).toBeCloseTo(-0.25, 9);
  });

  it('have no share where there are none', () => {
    expect(listed(0, 0, 0)).toMatchObject({ askedShare: 0, openShare: 0 });
    expect(listed(0.5, 0)).toMatchObject({ askedShare: 0, openShare: 1 });
  });
});

describe('Calibration', () => {
  it('weighs features linearly, and adds up the steps that a ranking has taken to a logit', () => {
    expect(sentenceScore(scored(0, 0, { dense: 0.5, cover: 1 }).features, CALIBRATION)).toBe(2);
    const zero = Object.fromEntries(DECISION_FEATURES.map((feature) => [feature, 0]));
    const features = zero as Parameters<typeof answerProbability>[0];
    const { decision } = CALIBRATION;
    expect(answerProbability(features, decision)).toBeCloseTo(1 / (1 + Math.exp(3)), 9);
    expect(answerProbability({ ...features, score: 0.39 }, decision)).toBeCloseTo(1 / (1 + Math.exp(3)), 9);
    expect(answerProbability({ ...features, score: 0.5 }, decision)).toBeCloseTo(1 / (1 + Math.exp(-1)), 9);
  });

  it('refuses a file with thresholds that are no probabilities', () => {
    expect(Calibration.safeParse(CALIBRATION).success).toBe(true);
    expect(Calibration.safeParse({ ...CALIBRATION, answerFrom: 1.2 }).success).toBe(false);
    expect(Calibration.safeParse({ ...CALIBRATION, ranking: { dense: 'much' } }).success).toBe(false);
  });
});
