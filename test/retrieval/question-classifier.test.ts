/** What a list of questions teaches: whose question it is, and that it is one of those left open. */
import { describe, expect, it } from 'vitest';
import { normalised } from '../../src/embedding/vector.ts';
import type { Library, LibraryDocument, OpenQuestion } from '../../src/index/library.ts';
import type { Window } from '../../src/passage/passage.ts';
import { readClassifier, teachClassifier } from '../../src/retrieval/question-classifier.ts';
import { buildSentenceTable } from '../../src/retrieval/sentence-table.ts';
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

/** Document `a` has a sentence a subject with its questions; `b` has a sentence and no list. */
function libraryOf(): Library {
  const passages = [emptyPassage('a', 3), emptyPassage('b', 1)];
  const windows: Window[] = passages.flatMap(({ sentences }, number) =>
    sentences.map((_, first) => ({ passage: number, first, last: first + 1, text: 'x', language: 'en' })),
  );
  const questions: Window[] = SUBJECTS.flatMap((subject, first) =>
    Array.from({ length: ASKED }, (_, at) => ({
      passage: 0,
      first,
      last: first + 1,
      text: `${subject} ${at}?`,
      language: 'en',
    })),
  );
  const openQuestions: OpenQuestion[] = Array.from({ length: ASKED }, (_, at) => ({
    document: 'a',
    text: `open boats ${at}?`,
    language: 'en',
  }));
  const documents = new Map(['a', 'b'].map((id) => [id, { id } as LibraryDocument]));
  return { documents, passages, windows, questions, openQuestions };
}

describe('the question classifier', () => {
  const library = libraryOf();
  const vectors = [
    ...library.questions.map(({ first }, at) => vectorOf(first, false, at)),
    ...library.openQuestions.map((_, at) => vectorOf(1, true, at)),
  ];
  const rows = Float32Array.from(vectors.flatMap((vector) => [...vector]));
  const taught = teachClassifier(library, buildSentenceTable(library), { rows, dimensions: 12 }, KERNELS);
  const classifier = readClassifier(taught, KERNELS);

  it('has a class for what each sentence answers, and one for what is left open about it', () => {
    expect(taught.classes).toEqual([{ document: 'a', answered: [0, 1, 2], open: [1] }]);
  });

  it('tells whose question it is', () => {
    for (const subject of SUBJECTS.keys()) {
      const own = classifier.classify(vectorOf(subject, false, 3));
      const parts = SUBJECTS.map((_, sentence) => own(sentence));
      expect(parts.indexOf(Math.max(...parts))).toBe(subject);
      expect(own(subject)).toBeGreaterThan(0.5);
    }
  });

  it('leaves to none of the sentences what is left open', () => {
    const own = classifier.classify(vectorOf(1, true, 3));
    expect(SUBJECTS.reduce((sum, _, sentence) => sum + own(sentence), 0)).toBeLessThan(0.5);
  });

  it('says nothing of a document without a list, and nothing where nobody has one', () => {
    expect(classifier.classify(vectorOf(0, false, 0))(3)).toBe(0);
    const none = { ...library, questions: [], openQuestions: [] };
    const nothing = { rows: new Float32Array(), dimensions: 0 };
    const untaught = teachClassifier(none, buildSentenceTable(none), nothing, KERNELS);
    expect(untaught.classes).toEqual([]);
    expect(readClassifier(untaught, KERNELS).classify(vectorOf(0, false, 0))(0)).toBe(0);
  });
});
