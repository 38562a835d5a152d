/** Anticipated questions get numbers, and the sentences that they are about. */
import { describe, expect, it } from 'vitest';
import type { AnticipatedQuestion } from '../../src/anticipation/anticipated-question.ts';
import { inOrder, listQuestions } from '../../src/anticipation/list-questions.ts';
import { buildLibrary } from '../../src/index/build-library.ts';
import { HARBOUR_TEXT, sampleDocument } from '../fakes/sample-documents.ts';

const library = buildLibrary([sampleDocument(), sampleDocument(undefined, { id: 'other' })]);

function question(text: string, quote: string | null, told?: string): AnticipatedQuestion {
  const span = (words: string) => {
    const start = HARBOUR_TEXT.indexOf(words);
    return { start, end: start + words.length };
  };
  return {
    text,
    language: 'en',
    answer: quote === null ? null : span(quote),
    after: told ? span(told) : null,
  };
}

const FERRY = 'The ferry line opens on 4 May.';
const BOTH = 'The ferry line opens on 4 May. Two ships will sail every hour.';
const own = [
  question('What is the timetable?', BOTH),
  question('Who pays?', null),
  question('And how often?', 'Two ships will sail every hour.', FERRY),
  question('How many jobs?', 'About 250 people will work there.'),
  question('At what price?', null, FERRY),
  question('After the greeting?', null, 'Good morning. Mayor Anna Lind'),
  question('And who moderates?', 'Moderator', FERRY),
];
const listed = listQuestions(library, new Map([['harbour', own]]));
const textOf = ({ passage, first, last }: { passage: number; first: number; last: number }): string => {
  const sentences = library.passages[passage]?.sentences.slice(first, last) ?? [];
  return sentences.map(({ start, end }) => HARBOUR_TEXT.slice(start, end)).join(' ');
};

describe('listQuestions', () => {
  it('gives each answered question all sentences that its answer touches', () => {
    expect(listed.answered.map((one) => [one.text, textOf(one)])).toEqual([
      ['What is the timetable?', BOTH],
      ['How many jobs?', 'About 250 people will work there.'],
    ]);
  });

  it('keeps what is left open apart, and follow-ups from both', () => {
    expect(listed.open).toEqual([{ document: 'harbour', text: 'Who pays?', language: 'en' }]);
    expect(
      listed.followUps.map(({ text, after, answer }) => [text, textOf(after), answer && textOf(answer)]),
    ).toEqual([
      ['And how often?', FERRY, 'Two ships will sail every hour.'],
      ['At what price?', FERRY, null],
    ]);
  });

  it('numbers answered ones first, then open ones, then follow-ups', () => {
    expect(inOrder(listed).map(({ text }) => text)).toEqual([
      'What is the timetable?',
      'How many jobs?',
      'Who pays?',
      'And how often?',
      'At what price?',
    ]);
  });

  it('places nothing in a document that has no list', () => {
    const places = listed.answered.map(({ passage }) => library.passages[passage]?.document);
    expect(new Set(places)).toEqual(new Set(['harbour']));
    expect(inOrder(listQuestions(library, new Map()))).toEqual([]);
  });
});
