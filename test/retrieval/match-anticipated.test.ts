/** How a question meets those that a sentence was expected to answer. */
import { describe, expect, it } from 'vitest';
import {
  matchAnticipated,
  wantedBy,
  type AnticipatedData,
  type AskedQuestion,
} from '../../src/retrieval/match-anticipated.ts';
import { fullLists, matchOpen, NOTHING_OPEN, openByLanguage } from '../../src/retrieval/match-open.ts';
import type { Sentence } from '../../src/retrieval/sentence-table.ts';
import { emptyPassage } from '../fakes/empty-passage.ts';

/** Question `n` has the cosine `cosines[n]`. */
function dataOf(cosines: readonly number[], texts: readonly string[] = []): AnticipatedData {
  return {
    vectors: { size: 10, dot: (_, row) => cosines[row] ?? 0 },
    wantedBy: (number) => wantedBy(texts[number] ?? '', 'en'),
    fullListsOf: (document) => new Set(document === 'c' ? [] : ['en']),
    openIn: () => new Map(),
    classifier: { classify: () => () => 0 },
  };
}

function sentenceWith(questions: Readonly<Record<string, readonly number[]>>): Sentence {
  const nothing = { passage: 0, sentence: 0, languages: [], bases: new Set<string>() };
  return { ...nothing, windows: [], alone: [], around: [], questions: new Map(Object.entries(questions)) };
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
    const sentence = sentenceWith({ en: [0, 1], ru: [2] });
    const data = dataOf([0.3, 0.5, 0.9]);
    expect(matchAnticipated(0, sentence, asked('?', 'en'), data).asked).toBe(0.5);
    expect(matchAnticipated(0, sentence, asked('?', 'hi'), data).asked).toBe(0.9);
    expect(matchAnticipated(0, sentence, asked('?'), data).asked).toBe(0.9);
  });

  it('averages the languages in which a question is nearest', () => {
    const sentence = sentenceWith({ en: [0, 1], ru: [2], zh: [3], tr: [4] });
    const data = dataOf([0.2, 0.4, 0.9, 0.8, 0.1]);
    const { askedAnywhere } = matchAnticipated(0, sentence, asked('?', 'en'), data);
    expect(askedAnywhere).toBeCloseTo((0.9 + 0.8 + 0.4) / 3, 9);
  });

  it('looks at few languages: the one asked, then the nearest, then others', () => {
    const names = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh'];
    const sentence = sentenceWith(Object.fromEntries(names.map((name, at) => [name, [at]])));
    const looked: number[] = [];
    const data = {
      ...dataOf([]),
      vectors: { size: 10, dot: (_: Float32Array, row: number) => looked.push(row) && 0 },
    };
    matchAnticipated(0, sentence, asked('?', 'hh', ['gg', 'xx', 'ff']), data);
    expect(looked).toEqual([7, 6, 5, 0, 1, 2]);
  });

  it('tells apart questions that want another kind of answer', () => {
    const texts = [
      'How many halls are there?',
      'When do the halls open?',
      'How much money did the halls cost?',
    ];
    const sentence = sentenceWith({ en: [0, 1, 2] });
    const data = dataOf([0.3, 0.8, 0.6], texts);
    const alike = (text: string): number => matchAnticipated(0, sentence, asked(text, 'en'), data).askedAlike;
    expect(alike('When was the opening?')).toBe(0.8);
    expect(alike('How many halls?')).toBe(0.6);
    expect(alike('What percentage of halls?')).toBe(0.3);
    expect(alike('Who opened them?')).toBe(0);
  });

  it('says nothing of a sentence that answers no anticipated question', () => {
    const none = { asked: 0, askedAlike: 0, askedAnywhere: 0, askedDensity: 0, taught: 0 };
    expect(matchAnticipated(0, sentenceWith({}), asked('?', 'en'), dataOf([]))).toEqual(none);
  });

  it('adds up all questions: many that are fairly near tell as much as one that is very near', () => {
    const density = (...cosines: number[]): number =>
      matchAnticipated(0, sentenceWith({ en: [...cosines.keys()] }), asked('?', 'en'), dataOf(cosines))
        .askedDensity;
    expect(density(0.6)).toBeCloseTo(0.6, 9);
    expect(density(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5)).toBeCloseTo(0.5 + Math.log(8) / 20, 9);
    expect(density(0.6, 0.1)).toBeCloseTo(0.6, 4);
  });

  it('tells the probability that the classifier gives, by its logarithm', () => {
    const taught = (number: number): number =>
      matchAnticipated(number, sentenceWith({}), asked('?', 'en'), dataOf([])).taught;
    expect(taught(7)).toBeCloseTo(0.6, 9);
    expect(taught(8)).toBe(0);
  });
});

describe('matchOpen', () => {
  const open = (document: string, text: string, language: string) => ({ document, text, language });
  const openQuestions = [
    open('a', 'Who pays?', 'en'),
    open('b', 'Who won?', 'en'),
    open('b', '谁?', 'zh-Hant'),
  ];
  const placed = { passage: 0, first: 0, last: 1, text: 'When?', language: 'en' };
  const openIn = openByLanguage({
    documents: new Map(),
    passages: [],
    windows: [],
    questions: [placed, placed],
    openQuestions,
  });

  it('numbers open questions on behind the others', () => {
    expect([...openIn('b')]).toEqual([
      ['en', [3]],
      ['zh', [4]],
    ]);
    expect(openIn('c').size).toBe(0);
  });

  it('tells how near a question is to those of a document', () => {
    const data = {
      ...dataOf([]),
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

  it('calls a list full that has a question a sentence', () => {
    const question = (index: number, language: string) => ({ ...placed, passage: index, language });
    const listsOf = fullLists({
      documents: new Map(),
      windows: [],
      openQuestions: [],
      passages: [emptyPassage('a', 1), emptyPassage('a', 1), emptyPassage('b', 2)],
      questions: [question(0, 'zh'), question(1, 'zh-Hant'), question(0, 'en'), question(2, 'en')],
    });
    expect([...listsOf('a')]).toEqual(['zh']);
    expect([...listsOf('b')]).toEqual([]);
    expect([...listsOf('c')]).toEqual([]);
  });
});
