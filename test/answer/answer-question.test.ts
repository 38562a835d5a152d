/** The use case with fakes: what is told in which order, and what becomes of a chat model that lies or fails. */
import { describe, expect, it } from 'vitest';
import type { Answer, AnswerEvent, Quotation } from '../../src/answer/answer.ts';
import { answerQuestion, type AnswerDependencies, type Question } from '../../src/answer/answer-question.ts';
import { createExtractiveWriter } from '../../src/answer/drivers/extractive.ts';
import { verifyQuotation } from '../../src/answer/verification/verify-quotation.ts';
import { fakeApplication } from '../fakes/fake-application.ts';
import type { Retriever } from '../../src/retrieval/retriever.ts';
import { fakeWriter } from '../fakes/fake-writer.ts';
import { sampleDocument } from '../fakes/sample-documents.ts';

const application = await fakeApplication([sampleDocument()]);
const QUESTION: Question = {
  text: 'How long is it?',
  standalone: 'How long is the new quay?',
  language: 'en',
  conversation: [{ role: 'user', content: 'Tell me of the new quay.' }],
  limit: 3,
};
const QUOTE = 'The new quay is 420 metres long.';

function dependencies(overrides: Partial<AnswerDependencies> = {}): AnswerDependencies {
  return {
    library: application.library,
    retriever: application.retriever,
    chat: null,
    extractive: createExtractiveWriter(),
    verifyQuotation,
    verifySentence: async ({ text }) => !text.includes('LIE'),
    ...overrides,
  };
}

async function ask(
  overrides: Partial<AnswerDependencies> = {},
  question: Partial<Question> = {},
): Promise<{ events: AnswerEvent[]; answer: Answer }> {
  const events: AnswerEvent[] = [];
  const signal = new AbortController().signal;
  for await (const event of answerQuestion({ ...QUESTION, ...question }, dependencies(overrides), signal)) {
    events.push(event);
  }
  const last = events.at(-1);
  if (last?.kind !== 'done') throw new Error('the answer did not end');
  expect(events.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  const told = events.map((event) => (event.kind === 'delta' ? event.text : '')).join('');
  if (last.answer.status === 'answered') expect(told).toBe(last.answer.text);
  else expect(told).toBe('');
  return { events, answer: last.answer };
}

function cited(answer: Answer): readonly Quotation[] {
  return answer.status === 'answered' ? answer.citations : [];
}

describe('answerQuestion without a chat model', () => {
  it('quotes verbatim, cites before the words, and searches the standalone question', async () => {
    const { events, answer } = await ask();
    expect(answer).toMatchObject({ status: 'answered', writer: 'extractive', language: 'en' });
    expect(answer.question).toBe(QUESTION.standalone);
    expect(answer.text).toContain(`${QUOTE} [1]`);
    expect(cited(answer)[0]?.quote).toMatch(QUOTE);
    const kinds = events.map(({ kind }) => kind);
    expect(kinds.indexOf('citation')).toBeLessThan(kinds.indexOf('delta'));
    expect(application.embedder.texts.at(-1)).toBe(QUESTION.standalone);
  });

  it('takes a short question as it stands where nothing answers it as a follow-up, unless it points back', async () => {
    const text = 'How long is the new quay?';
    const standalone = `Who paid for the ferry? ${text}`;
    const understoodAs = async (asked: string, answerable: Readonly<Record<string, number>>) => {
      const retrieve: Retriever['retrieve'] = async (query) => ({
        ...(await application.retriever.retrieve({ ...query, question: text })),
        answerable: answerable[query.question] ?? 0,
      });
      const answer = (await ask({ retriever: { retrieve } }, { text: asked, standalone })).answer;
      return [answer.status, answer.question];
    };
    expect(await understoodAs(text, { [text]: 1 })).toEqual(['answered', text]);
    expect(await understoodAs(text, { [text]: 1, [standalone]: 1 })).toEqual(['answered', standalone]);
    expect(await understoodAs(text, {})).toEqual(['abstained', standalone]);
    const pointing = 'How long is it?';
    expect(await understoodAs(pointing, { [pointing]: 1 })).toEqual(['abstained', standalone]);
  });

  it('cites no more than the limit', async () => {
    const { answer } = await ask({}, { limit: 1, standalone: 'quay ferry ship crowns' });
    expect(cited(answer).length).toBeLessThanOrEqual(1);
  });

  it('abstains with a sentence, nearest passages and no citation', async () => {
    const { events, answer } = await ask({}, { standalone: 'Zebra xylophone?', language: 'ru' });
    expect(events).toHaveLength(1);
    expect(answer).toMatchObject({ status: 'abstained', reason: 'no_evidence', language: 'ru' });
    expect(answer.text).toMatch(/\p{Script=Cyrillic}/u);
    expect(answer.text).not.toMatch(/\[\d/);
  });

  it('says that marks without words are no question, and shows nothing', async () => {
    const { answer } = await ask({}, { standalone: '?!' });
    expect(answer).toMatchObject({ status: 'abstained', reason: 'unsupported_question', related: [] });
  });

  it('abstains rather than show a quotation that cannot be verified', async () => {
    const { answer } = await ask({ verifyQuotation: () => false });
    expect(answer).toMatchObject({ status: 'abstained', related: [] });
  });

  it('says in the asker’s language that the words are the original’s where there is no translation', async () => {
    const { answer } = await ask({}, { language: 'fr' });
    expect(answer.text).toMatch(/anglais.*The new quay is 420 metres long\. \[1\]/u);
  });
});

describe('answerQuestion with a chat model', () => {
  it('tells the model’s sentences and cites what they use', async () => {
    const chat = fakeWriter(['The quay measures 420 metres [1].']);
    const { answer } = await ask({ chat });
    expect(answer).toMatchObject({ writer: 'chat:fake', text: 'The quay measures 420 metres [1].' });
    expect(cited(answer)).toHaveLength(1);
    expect(chat.tasks[0]).toMatchObject({ question: QUESTION.standalone, language: 'en' });
    expect(chat.tasks[0]?.quotations[0]).toMatchObject({ marker: 1 });
    expect(chat.tasks[0]?.conversation).toEqual(QUESTION.conversation);
  });

  it('keeps a lie from the reader and tells the rest', async () => {
    const chat = fakeWriter(['It is 420 metres long [1].', 'LIE: it floats [1].', 'It is a quay [1].']);
    const { answer } = await ask({ chat });
    expect(answer.text).toBe('It is 420 metres long [1]. It is a quay [1].');
    expect(answer).toMatchObject({ writer: 'chat:fake' });
  });

  it('falls back to quotations when everything is a lie, when it fails, and when it says nothing', async () => {
    for (const script of [['LIE [1].'], [new Error('503')], [], ['LIE [1].', new Error('reset')]]) {
      const { answer } = await ask({ chat: fakeWriter(script) });
      expect(answer).toMatchObject({ status: 'answered', writer: 'extractive' });
      expect(answer.text).toContain(`${QUOTE} [1]`);
    }
  });

  it('keeps what was told when the model breaks off later', async () => {
    const { answer } = await ask({ chat: fakeWriter(['It is 420 metres long [1].', new Error('reset')]) });
    expect(answer).toMatchObject({ writer: 'chat:fake', text: 'It is 420 metres long [1].' });
  });

  it('does not cite a marker that no sentence uses or that does not exist', async () => {
    const { answer } = await ask({ chat: fakeWriter(['It is long [7].', 'It is 420 metres long [1].']) });
    expect(cited(answer)).toHaveLength(1);
  });

  it('is not asked at all where there is nothing to quote', async () => {
    const chat = fakeWriter(['Anything [1].']);
    const { answer } = await ask({ chat }, { standalone: 'Zebra xylophone?' });
    expect(answer.status).toBe('abstained');
    expect(chat.tasks).toEqual([]);
  });

  it('stops when the asker has gone, and does not answer in the model’s place', async () => {
    const abort = new AbortController();
    const chat = {
      id: 'chat:slow',
      async *write() {
        abort.abort(new Error('gone'));
        yield* [];
        throw new Error('cut');
      },
    };
    const run = async (): Promise<void> => {
      for await (const event of answerQuestion(QUESTION, dependencies({ chat }), abort.signal)) {
        expect(event.kind).not.toBe('done');
      }
    };
    await expect(run()).rejects.toThrow('cut');
  });
});
