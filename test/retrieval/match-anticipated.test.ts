/** How a question meets those that a sentence was expected to answer. */
import { describe, expect, it } from 'vitest';
import {
  matchAnticipated,
  type AnticipatedData,
  type AskedQuestion,
} from '../../src/retrieval/match-anticipated.ts';
import { matchOpen, NOTHING_OPEN } from '../../src/retrieval/match-open.ts';
import { wantedBy } from '../../src/retrieval/wanted.ts';

/** By language, numbers of the questions that the only sentence answers. */
type Questions = Readonly<Record<string, readonly number[]>>;

/** Question `n` has the cosine `cosines[n]`. */
function dataOf(
  questions: Questions,
  cosines: readonly number[],
  texts: readonly string[] = [],
): AnticipatedData {
  return {
    answeredBy: () => new Map(Object.entries(questions)),
    isListed: () => true,
    vectors: { size: 10, dot: (_, row) => cosines[row] ?? 0 },
    wantedBy: (number) => wantedBy(texts[number] ?? '', 'en'),
    fullListsOf: (document) => new Set(document === 'c' ? [] : ['en']),
    openIn: () => new Map(),
    classifier: { classify: () => () => 0 },
  };
}

const asked = (text: string, base?: string, nearest: readonly string[] = []): AskedQuestion => ({
  vector: new Float32Array(1),
  wanted: wantedBy(text, 'en'),
  base,
  languages: [...(base === undefined ? [] : [base]), ...nearest],
  classified: (sentence) => (sentence === 7 ? Math.exp(-4) : 0),
});

describe('matchAnticipated', () => {
  it('takes the nearest question in the language asked, where it has one', () => {
    const data = dataOf({ en: [0, 1], ru: [2] }, [0.3, 0.5, 0.9]);
    expect(matchAnticipated(0, asked('?', 'en'), data).asked).toBe(0.5);
    expect(matchAnticipated(0, asked('?', 'hi'), data).asked).toBe(0.9);
    expect(matchAnticipated(0, asked('?'), data).asked).toBe(0.9);
  });

  it('averages the languages in which a question is nearest', () => {
    const data = dataOf({ en: [0, 1], ru: [2], zh: [3], tr: [4] }, [0.2, 0.4, 0.9, 0.8, 0.1]);
    const { askedAnywhere } = matchAnticipated(0, asked('?', 'en'), data);
    expect(askedAnywhere).toBeCloseTo((0.9 + 0.8 + 0.4) / 3, 9);
  });

  it('looks at few languages: the one asked, then the nearest, then others', () => {
    const names = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh'];
    const looked: number[] = [];
    const data = {
      ...dataOf(Object.fromEntries(names.map((name, at) => [name, [at]])), []),
      vectors: { size: 10, dot: (_: Float32Array, row: number) => looked.push(row) && 0 },
    };
    matchAnticipated(0, asked('?', 'hh', ['gg', 'xx', 'ff']), data);
    expect(looked).toEqual([7, 6, 5, 0, 1, 2]);
  });

  it('tells apart questions that want another kind of answer', () => {
    const texts = [
      'How many halls are there?',
      'When do the halls open?',
      'How much money did the halls cost?',
    ];
    const data = dataOf({ en: [0, 1, 2] }, [0.3, 0.8, 0.6], texts);
    const alike = (text: string): number => matchAnticipated(0, asked(text, 'en'), data).askedAlike;
    expect(alike('When was the opening?')).toBe(0.8);
    expect(alike('How many halls?')).toBe(0.6);
    expect(alike('What percentage of halls?')).toBe(0.3);
    expect(alike('Who opened them?')).toBe(0);
  });

  it('says nothing of a sentence that answers no anticipated question', () => {
    const none = { asked: 0, askedAlike: 0, askedAnywhere: 0, askedDensity: 0, taught: 0 };
    expect(matchAnticipated(0, asked('?', 'en'), dataOf({}, []))).toEqual(none);
  });

  it('adds up all questions: many that are fairly near tell as much as one that is very near', () => {
    const density = (...cosines: number[]): number =>
      matchAnticipated(0, asked('?', 'en'), dataOf({ en: [...cosines.keys()] }, cosines)).askedDensity;
    expect(density(0.6)).toBeCloseTo(0.6, 9);
    expect(density(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5)).toBeCloseTo(0.5 + Math.log(8) / 20, 9);
    expect(density(0.6, 0.1)).toBeCloseTo(0.6, 4);
  });

  it('tells the probability that the classifier gives, by its logarithm', () => {
    const taught = (number: number): number =>
      matchAnticipated(number, asked('?', 'en'), dataOf({}, [])).taught;
    expect(taught(7)).toBeCloseTo(0.6, 9);
    expect(taught(8)).toBe(0);
  });
});

describe('matchOpen', () => {
  const openIn = (document: string): ReadonlyMap<string, readonly number[]> =>
    document === 'b' ? new Map(Object.entries({ en: [3], zh: [4] })) : new Map();

  it('tells how near a question is to those of a document', () => {
    const data = {
      ...dataOf({}, []),
      vectors: { size: 10, dot: (_: Float32Array, row: number) => row / 10 },
      openIn,
    };
    const bothOpen: unknown = expect.closeTo(0.4 + Math.log(1 + Math.exp(-2)) / 20, 9);
    expect(matchOpen('b', asked('?', 'en'), data)).toEqual({
      lists: 'own',
      open: 0.3,
      openAnywhere: 0.35,
      openDensity: bothOpen,
    });
    expect(matchOpen('b', asked('?', 'hi'), data)).toEqual({
      lists: 'others',
      open: 0.4,
      openAnywhere: 0.35,
      openDensity: bothOpen,
    });
    expect(matchOpen('c', asked('?', 'en'), data)).toEqual(NOTHING_OPEN);
  });
});
