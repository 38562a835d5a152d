/** Gold questions with candidates → weights that rank the answers first, measured on documents that the weights have not seen. */
import { NOTHING_OPEN } from '../../src/retrieval/match-open.ts';
import { describe, expect, it } from 'vitest';
import { calibrate, type CalibrationExample } from '../../src/calibration/calibrate.ts';
import { Calibration, SENTENCE_FEATURES, type SentenceFeatures } from '../../src/retrieval/calibration.ts';

function features(dense: number, figure: number): SentenceFeatures {
  const none = Object.fromEntries(SENTENCE_FEATURES.map((name) => [name, 0])) as SentenceFeatures;
  return { ...none, dense, figure };
}

/** The answer holds a figure and is near; a sentence without one may be nearer. Nothing is near to what is not answered. */
function example(document: string, number: number): CalibrationExample {
  const answerable = number % 3 > 0;
  const near = answerable ? 0.6 + (number % 5) / 50 : 0.1 + (number % 5) / 50;
  return {
    document,
    background: false,
    withheld: false,
    listed: false,
    group: `${document}/${number}`,
    answerable,
    candidates: [
      { number: 0, features: features(near, 1) },
      { number: 1, features: features(near + 0.1, 0) },
      { number: 2, features: features(near - 0.1, 1) },
    ],
    answers: new Set(answerable ? [0] : []),
    passages: new Set(answerable ? [0] : []),
    passageOf: (sentence) => sentence,
    openOf: () => NOTHING_OPEN,
  };
}

describe.each([
  ['by document', ['a', 'b', 'c', 'd', 'e', 'f']],
  ['by fact where documents are few', ['a']],
])('calibrate %s', (_, documents) => {
  const examples = documents.flatMap((document) =>
    Array.from({ length: 60 }, (_unused, number) => example(document, number)),
  );
  const { calibration, rates } = calibrate(examples, 'fake@1');

  it('ranks what answers first and tells apart what nothing answers', () => {
    expect(rates).toEqual({ passage: 1, sentence: 1, answerableRefused: 0, unanswerableRefused: 1 });
  });

  it('gives a calibration that can be stored, with thresholds in their order', () => {
    expect(Calibration.parse(JSON.parse(JSON.stringify(calibration)))).toEqual(calibration);
    expect(calibration.embedder).toBe('fake@1');
    expect(calibration.answerFrom).toBeLessThanOrEqual(calibration.mediumFrom);
    expect(calibration.mediumFrom).toBeLessThanOrEqual(calibration.highFrom);
  });
});

describe('calibrate with anticipated questions', () => {
  const plain = Array.from({ length: 60 }, (_, number) => example('a', number));
  /** What is left open is near to an open question, and as near to the text as what is answered. */
  const listed = Array.from({ length: 60 }, (_, number) => {
    const one = example('a', number % 3 === 0 ? number + 1 : number);
    const open = number % 3 === 0 ? 0.9 : 0.1;
    return {
      ...one,
      answerable: number % 3 > 0,
      listed: true,
      group: `listed/${number}`,
      openOf: () => ({ lists: 'own' as const, open, openAnywhere: open, openDensity: open }),
    };
  });

  it('fits a rule of their own, which reads them, and leaves the other as it is without them', () => {
    const { calibration, rates } = calibrate([...plain, ...listed], 'fake@1');
    expect(calibration.anticipated?.decision.steps['open']?.length).toBeGreaterThan(0);
    expect(calibration.decision.steps['open'] ?? []).toEqual([]);
    expect(rates).toMatchObject({ answerableRefused: 0, unanswerableRefused: 1 });
    expect(calibrate(plain, 'fake@1').calibration.anticipated).toBeUndefined();
    expect(calibrate(listed, 'fake@1').calibration.decision.steps['open']?.length).toBeGreaterThan(0);
    expect(calibrate([], 'fake@1').calibration.answerFrom).toBe(1);
  });
});

describe('calibrate with lists in other languages', () => {
  const plain = Array.from({ length: 60 }, (_, number) => example('a', number));
  /** Everything is near to the list, what it leaves open a little nearer. */
  const abroad = plain.map((one) => {
    const open = one.answerable ? 0.7 : 0.8;
    const lists = 'others' as const;
    return {
      ...one,
      listed: true,
      group: `abroad/${one.group}`,
      openOf: () => ({ lists, open, openAnywhere: open, openDensity: open }),
    };
  });

  it('fits a rule of their own', () => {
    const { calibration } = calibrate([...plain, ...abroad], 'fake@1');
    expect(calibration.anticipatedElsewhere?.decision.steps['open']?.length).toBeGreaterThan(0);
    expect(calibration.anticipated).toBeUndefined();
    expect(calibration.decision.steps['open'] ?? []).toEqual([]);
    expect(calibrate(plain, 'fake@1').calibration.anticipatedElsewhere).toBeUndefined();
  });
});

describe('calibrate with a background', () => {
  const own = Array.from({ length: 60 }, (_, number) => example('a', number));
  const background = own.map((one) => ({ ...one, document: 'b', group: `b/${one.group}`, background: true }));

  it('fits on it', () => {
    const [alone, together] = [calibrate(own, 'fake@1'), calibrate([...own, ...background], 'fake@1')];
    expect(together.calibration.decision).not.toEqual(alone.calibration.decision);
  });

  it('takes no rate from it, nor from questions whose answer was withheld', () => {
    const wrong = background.map((one) => ({
      ...one,
      answers: new Set<number>(),
      passages: new Set<number>(),
    }));
    const withheld = own.map((one) => ({ ...one, answerable: false, withheld: true }));
    const { rates } = calibrate([...own, ...wrong, ...withheld], 'fake@1');
    expect(rates.passage).toBe(1);
    expect(rates.answerableRefused + rates.unanswerableRefused).toBeGreaterThan(0);
  });
});
