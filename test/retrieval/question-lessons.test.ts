/** Follow-ups are taught behind questions that ask for what was told: a follow-up alone is about nothing. */
import { describe, expect, it } from 'vitest';
import type { ListedQuestions } from '../../src/anticipation/list-questions.ts';
import type { Library } from '../../src/index/library.ts';
import { lessonsOfFollowUps } from '../../src/retrieval/question-lessons.ts';
import { numberQuestions, readQuestions } from '../../src/retrieval/question-numbers.ts';
import { emptyPassage } from '../fakes/empty-passage.ts';

const library: Library = {
  documents: new Map(),
  passages: [emptyPassage('b', 1), emptyPassage('a', 2)],
  windows: [],
};
const told = { passage: 1, first: 0, last: 1 };
const asked = (language: string) => ({ ...told, text: '?', language });
const followUp = { document: 'a', text: 'and?', after: told };
const listed: ListedQuestions = {
  answered: [asked('en'), asked('en'), asked('en'), asked('ru')],
  open: [],
  followUps: [
    { ...followUp, language: 'en-GB', answer: { passage: 1, first: 1, last: 2 } },
    { ...followUp, language: 'ru', answer: null },
    { ...followUp, language: 'hi', answer: null },
  ],
};
const DIMENSIONS = 8;
/** Question `n` points along dimension `n`. */
const rows = Float32Array.from({ length: 7 * DIMENSIONS }, (_, at) =>
  at % DIMENSIONS === Math.floor(at / DIMENSIONS) ? 1 : 0,
);
const numbers = readQuestions(numberQuestions(listed, library));
const lessons = lessonsOfFollowUps('a', listed, library, numbers, { rows, dimensions: DIMENSIONS });

describe('lessonsOfFollowUps', () => {
  it('puts each behind two questions in its language for what was told, or as many as there are', () => {
    const parts = lessons.map(({ vector }) => [...vector().entries()].filter(([, value]) => value > 0));
    expect(parts.map((list) => list.map(([at]) => at))).toEqual([
      [0, 4],
      [2, 4],
      [3, 5],
    ]);
    for (const { vector } of lessons) {
      expect(Math.hypot(...vector())).toBeCloseTo(1, 6);
      const [topic = 0, last = 0] = [...vector()].filter((value) => value > 0);
      expect(last).toBeGreaterThan(topic);
    }
  });

  it('knows the sentences that answer, or the one that it stays open about, by their numbers', () => {
    expect(lessons.map(({ answeredBy, about }) => [answeredBy, about])).toEqual([
      [[2], null],
      [[2], null],
      [[], 1],
    ]);
  });

  it('teaches nothing of another document', () => {
    expect(lessonsOfFollowUps('b', listed, library, numbers, { rows, dimensions: DIMENSIONS })).toEqual([]);
  });
});
