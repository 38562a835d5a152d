/** Whose questions are whose, and what they want: kept without their words, through JSON. */
import { describe, expect, it } from 'vitest';
import type { ListedQuestions } from '../../src/anticipation/list-questions.ts';
import type { Library } from '../../src/index/library.ts';
import {
  numberQuestions,
  readQuestions,
  type StoredQuestions,
} from '../../src/retrieval/question-numbers.ts';
import { emptyPassage } from '../fakes/empty-passage.ts';

const library: Library = {
  documents: new Map(),
  passages: [emptyPassage('a', 1), emptyPassage('a', 2), emptyPassage('b', 2)],
  windows: [],
};
const answered = (passage: number, first: number, last: number, text: string, language: string) => ({
  passage,
  first,
  last,
  text,
  language,
});
const listed: ListedQuestions = {
  answered: [
    answered(0, 0, 1, '什么时候?', 'zh'),
    answered(1, 0, 2, '幾個?', 'zh-Hant'),
    answered(1, 1, 2, '谁?', 'zh'),
    answered(1, 1, 2, 'How many?', 'en'),
    answered(2, 0, 1, 'How much money did it cost?', 'en'),
  ],
  open: [
    { document: 'a', text: 'Who pays?', language: 'en' },
    { document: 'b', text: 'Who won?', language: 'en' },
    { document: 'b', text: '谁?', language: 'zh-Hant' },
    { document: 'c', text: 'Why?', language: 'en' },
  ],
  followUps: [],
};
const stored = numberQuestions(listed, library);
const numbers = readQuestions(JSON.parse(JSON.stringify(stored)) as StoredQuestions);

describe('the numbers of anticipated questions', () => {
  it('belong to every sentence that the answer touches, by language without script and region', () => {
    const lists = [0, 1, 2, 3, 4].map((sentence) => Object.fromEntries(numbers.answeredBy(sentence)));
    expect(lists).toEqual([{ zh: [0] }, { zh: [1] }, { zh: [1, 2], en: [3] }, { en: [4] }, {}]);
  });

  it('go on behind the others for those left open', () => {
    expect(Object.fromEntries(numbers.openIn('a'))).toEqual({ en: [5] });
    expect(Object.fromEntries(numbers.openIn('b'))).toEqual({ en: [6], zh: [7] });
    expect(numbers.openIn('d').size).toBe(0);
  });

  it('make a list full that has a question a sentence', () => {
    expect([...numbers.fullListsOf('a')]).toEqual(['zh']);
    expect([...numbers.fullListsOf('b')]).toEqual([]);
    expect([...numbers.fullListsOf('d')]).toEqual([]);
  });

  it('tell what is listed at all, be it only what is left open', () => {
    expect(['a', 'b', 'c', 'd'].map(numbers.isListed)).toEqual([true, true, true, false]);
  });

  it('say what each question wants to know, open ones too', () => {
    expect([...numbers.wantedBy(0).types]).toEqual(['date']);
    expect([...numbers.wantedBy(3).types]).toEqual(['quantity']);
    expect(numbers.wantedBy(4).unit).toBe('money');
    expect([...numbers.wantedBy(5).types]).toContain('person');
    expect(numbers.wantedBy(99).types.size).toBe(0);
  });

  it('keep no words', () => {
    for (const { text } of [...listed.answered, ...listed.open])
      expect(JSON.stringify(stored)).not.toContain(text);
  });
});
