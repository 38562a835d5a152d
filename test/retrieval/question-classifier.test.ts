/** What a list of questions teaches: whose question it is, and that it is one of those left open. */
import { describe, expect, it } from 'vitest';
import { normalised } from '../../src/embedding/vector.ts';
import {
  NO_QUESTIONS,
  type FollowUpQuestion,
  type ListedQuestions,
  type Place,
} from '../../src/anticipation/list-questions.ts';
import type { Library, LibraryDocument } from '../../src/index/library.ts';
import { readClassifier, teachClassifier } from '../../src/retrieval/question-classifier.ts';
import { numberQuestions, readQuestions } from '../../src/retrieval/question-numbers.ts';
import { KERNELS } from '../fakes/kernels.ts';
import { emptyPassage } from '../fakes/empty-passage.ts';

const SUBJECTS = ['halls', 'boats', 'songs'] as const;
const ASKED = 20;

/** Numbers of a question: its subject, whether it is one that is left open, and a little of its own. */
function vectorOf(subject: number, open: boolean, own: number): Float32Array {
  const vector = new Float32Array(12);
  vector[subject] = 1;
  vector[open ? 4 : 3] = 0.5;
  vector[5 + (own % 7)] = 0.3;
  return normalised(vector);
}

/** Document `a` has a sentence a subject; `b` has one. */
function libraryOf(): Library {
  const passages = [emptyPassage('a', 3), emptyPassage('b', 1)];
  const documents = new Map(['a', 'b'].map((id) => [id, { id } as LibraryDocument]));
  return { documents, passages, windows: [] };
}

const each = <T>(make: (at: number) => T): T[] => Array.from({ length: ASKED }, (_, at) => make(at));
const placeOf = (first: number): Place => ({ passage: 0, first, last: first + 1 });

/** Only `a` has a list, which leaves open some of what is asked about boats. */
const listed: ListedQuestions = {
  answered: SUBJECTS.flatMap((subject, first) =>
    each((at) => ({ ...placeOf(first), text: `${subject} ${at}?`, language: 'en' })),
  ),
  open: each((at) => ({ document: 'a', text: `open boats ${at}?`, language: 'en' })),
  followUps: [],
};

/** After what was said of songs some ask for boats, others for what nobody tells; their own words are few. */
const followUps: FollowUpQuestion[] = [true, false].flatMap((told) =>
  each((at) => ({
    document: 'a',
    text: `and ${told ? 'boats' : 'prices'} ${at}?`,
    language: 'en',
    after: placeOf(2),
    answer: told ? placeOf(1) : null,
  })),
);

/** What follow-ups have that others have not: of boats, and of what stays open. */
function followUpVector(told: boolean, own: number): Float32Array {
  const vector = vectorOf(1, !told, own);
  vector[told ? 3 : 4] = 0;
  vector[1] = told ? 1 : 0;
  vector[told ? 11 : 10] = 1;
  return normalised(vector);
}

function teach(questions: ListedQuestions, vectors: readonly Float32Array[]) {
  const rows = Float32Array.from(vectors.flatMap((vector) => [...vector]));
  const library = libraryOf();
  const numbers = readQuestions(numberQuestions(questions, library));
  return teachClassifier(library, { listed: questions, vectors: { rows, dimensions: 12 } }, numbers, KERNELS);
}

describe('the question classifier', () => {
  const vectors = [
    ...listed.answered.map(({ first }, at) => vectorOf(first, false, at)),
    ...listed.open.map((_, at) => vectorOf(1, true, at)),
  ];
  const taught = teach(listed, vectors);
  const classifier = readClassifier(taught, KERNELS);

  it('has a class for what each sentence answers, and one for what is left open about it', () => {
    expect(taught.alone.classes).toEqual([{ document: 'a', answered: [0, 1, 2], open: [1] }]);
  });

  it('tells whose question it is', () => {
    for (const subject of SUBJECTS.keys()) {
      const own = classifier.classify(vectorOf(subject, false, 3), false);
      const parts = SUBJECTS.map((_, sentence) => own(sentence));
      expect(parts.indexOf(Math.max(...parts))).toBe(subject);
      expect(own(subject)).toBeGreaterThan(0.5);
    }
  });

  it('leaves to none of the sentences what is left open', () => {
    const own = classifier.classify(vectorOf(1, true, 3), false);
    expect(SUBJECTS.reduce((sum, _, sentence) => sum + own(sentence), 0)).toBeLessThan(0.5);
  });

  it('says nothing of a document without a list, and nothing where nobody has one', () => {
    expect(classifier.classify(vectorOf(0, false, 0), false)(3)).toBe(0);
    const untaught = teach(NO_QUESTIONS, []);
    expect(untaught.alone.classes).toEqual([]);
    expect(readClassifier(untaught, KERNELS).classify(vectorOf(0, false, 0), false)(0)).toBe(0);
  });

  it('knows nothing else of follow-ups where nobody has listed any', () => {
    expect(taught.followUps.classes).toEqual([]);
    const [asked, next] = [false, true].map((followsUp) =>
      classifier.classify(vectorOf(1, false, 2), followsUp),
    );
    expect([0, 1, 2].map((sentence) => next?.(sentence))).toEqual(
      [0, 1, 2].map((sentence) => asked?.(sentence)),
    );
  });

  it('learns from listed follow-ups what is asked next, and asks them of follow-ups alone', () => {
    const all = [...vectors, ...followUps.map(({ answer }, at) => followUpVector(answer !== null, at))];
    const both = teach({ ...listed, followUps }, all);
    expect(both.alone).toEqual(taught.alone);
    expect(both.followUps.classes).toEqual([{ document: 'a', answered: [0, 1, 2], open: [1, 2] }]);
    const reader = readClassifier(both, KERNELS);
    const asked = (told: boolean): Float32Array =>
      normalised(vectorOf(2, false, 3).map((value, at) => value + 1.5 * followUpVector(told, 3)[at]!));
    expect(reader.classify(asked(true), true)(1)).toBeGreaterThan(0.5);
    const open = reader.classify(asked(false), true);
    expect(open(0) + open(1) + open(2)).toBeLessThan(0.5);
    const alone = reader.classify(asked(false), false);
    expect(alone(0) + alone(1) + alone(2)).toBeGreaterThan(0.5);
  });
});
