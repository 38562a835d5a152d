import { describe, expect, it } from 'vitest';
import { lastQuestion } from '../../src/retrieval/last-question.ts';
import { nearestLanguages } from '../../src/retrieval/nearest-languages.ts';
import type { Sentence } from '../../src/retrieval/sentence-table.ts';

describe('nearestLanguages', () => {
  const sentence = (languages: readonly string[], alone: readonly number[]) =>
    ({ languages, alone }) as unknown as Sentence;
  const close = [sentence(['zh-Hant', 'en', 'ru'], [0, 1, 2]), sentence(['zh', 'en', 'ru'], [3, 4, 5])];
  const cosines = [0.2, 0.6, 0.1, 0.3, 0.1, 0.9];
  const cosine = (window: number): number => cosines[window] ?? 0;

  it('puts first the language asked, then those in which the sentences are nearest', () => {
    expect(nearestLanguages(close, undefined, cosine)).toEqual(['ru', 'en', 'zh']);
    expect(nearestLanguages(close, 'zh', cosine)).toEqual(['zh', 'ru', 'en']);
    expect(nearestLanguages(close, 'pl', cosine)).toEqual(['pl', 'ru', 'en', 'zh']);
    expect(nearestLanguages([], 'pl', cosine)).toEqual(['pl']);
  });
});

describe('lastQuestion', () => {
  it.each([
    ['How many halls are there? And boats?', ' And boats?'],
    ['天津建了几个鲁班工坊?都在哪些国家?', '都在哪些国家?'],
    ['How many halls are there? where', ' where'],
    ['How many halls are there?!', 'How many halls are there?'],
    ['halls', 'halls'],
    ['?', '?'],
  ])('%s', (text, last) => expect(lastQuestion(text)).toBe(last));
});
