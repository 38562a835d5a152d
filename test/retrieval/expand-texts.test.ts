/** Anticipated questions lead to the sentence that answers them, by words and by meaning. */
import { describe, expect, it } from 'vitest';
import type { AnticipatedQuestion } from '../../src/anticipation/anticipated-question.ts';
import { listQuestions } from '../../src/anticipation/list-questions.ts';
import { buildLibrary } from '../../src/index/build-library.ts';
import { expandTexts } from '../../src/retrieval/expand-texts.ts';
import { numberQuestions, readQuestions } from '../../src/retrieval/question-numbers.ts';
import { buildSentenceTable } from '../../src/retrieval/sentence-table.ts';
import { FAKE_CALIBRATION, fakeApplication } from '../fakes/fake-application.ts';
import { HARBOUR_TEXT, sampleDocument } from '../fakes/sample-documents.ts';

function anticipated(quote: string, text: string, language = 'en'): AnticipatedQuestion {
  const start = HARBOUR_TEXT.indexOf(quote);
  return { answer: { start, end: start + quote.length }, text, language, after: null };
}

const JOBS = 'About 250 people will work there.';
const document = sampleDocument();
const lists = new Map([
  [
    document.id,
    [
      anticipated(JOBS, 'Does that improve employment?'),
      anticipated(JOBS, 'Сколько вакансий появится?', 'ru'),
      anticipated('The ferry line opens on 4 May. Two ships will sail every hour.', 'What is the timetable?'),
    ],
  ],
]);
const library = buildLibrary([document]);
const table = buildSentenceTable(library);
const listed = listQuestions(library, lists);
const numbers = readQuestions(numberQuestions(listed, library));
const textOf = (number: number): string => {
  const { passage = -1, sentence = -1 } = table.sentences[number] ?? {};
  const { start = 0, end = 0 } = library.passages[passage]?.sentences[sentence] ?? {};
  return HARBOUR_TEXT.slice(start, end);
};

describe('an anticipated question that stays open', () => {
  it('is refused, however much of it stands in the text', async () => {
    const question = 'How long will people work there?';
    const calibration = {
      ...FAKE_CALIBRATION,
      decision: { bias: 3, steps: { open: [[0.95, -10]] as [number, number][] } },
    };
    const open = { text: question, language: 'en', answer: null, after: null };
    const bare = await fakeApplication([sampleDocument()], calibration);
    expect((await bare.retriever.retrieve({ question })).answerable).toBeGreaterThan(0);
    const told = await fakeApplication([document], calibration, new Map([[document.id, [open]]]));
    expect((await told.retriever.retrieve({ question })).answerable).toBe(0);
    const other = await told.retriever.retrieve({ question: 'How many people will work there?' });
    expect(other.answerable).toBeGreaterThan(0);
  });
});

describe('anticipated questions', () => {
  it('belong to every sentence that their quotation touches', () => {
    const owners = [...table.sentences.keys()].flatMap((number) =>
      [...numbers.answeredBy(number)].map(([base, list]) => [
        textOf(number),
        base,
        list.map((at) => listed.answered[at]?.text),
      ]),
    );
    expect(owners).toEqual([
      ['The ferry line opens on 4 May.', 'en', ['What is the timetable?']],
      ['Two ships will sail every hour.', 'en', ['What is the timetable?']],
      [JOBS, 'en', ['Does that improve employment?']],
      [JOBS, 'ru', ['Сколько вакансий появится?']],
    ]);
  });

  it('stand beside the window in their language, or the first where there is none', () => {
    const expanded = expandTexts(table, listed, numbers);
    const item = table.single.findIndex((window) => library.windows[window]?.text === JOBS);
    expect(expanded[item]?.map(({ text }) => text)).toEqual([
      'Does that improve employment?',
      'Сколько вакансий появится?',
    ]);
    expect(expanded.flat()).toHaveLength(4);
  });

  it.each(['Does that improve employment?', 'Сколько вакансий там появится?'])(
    'lead a question that shares no word with the text to its answer: %s',
    async (question) => {
      const calibration = {
        ...FAKE_CALIBRATION,
        ranking: { ...FAKE_CALIBRATION.ranking, askedAnywhere: 10 },
      };
      const { retriever } = await fakeApplication([document], calibration, lists);
      const { evidence, answerable } = await retriever.retrieve({ question });
      const [best] = evidence;
      const { start = 0, end = 0 } = best?.passage.sentences[best.matches[0]?.sentence ?? -1] ?? {};
      expect(HARBOUR_TEXT.slice(start, end)).toBe(JOBS);
      expect(answerable).toBeGreaterThan(0);
      const bare = await fakeApplication([sampleDocument()], calibration);
      expect((await bare.retriever.retrieve({ question })).answerable).toBe(0);
    },
  );
});
