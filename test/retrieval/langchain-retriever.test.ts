/** Our retrieval under LangChain: Documents with their place, in chains as any retriever. */
import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import { RunnableLambda } from '@langchain/core/runnables';
import { describe, expect, it } from 'vitest';
import { LecternRetriever, type PassageMetadata } from '../../src/retrieval/langchain-retriever.ts';
import { fakeApplication } from '../fakes/fake-application.ts';
import { HARBOUR_TEXT, sampleDocument } from '../fakes/sample-documents.ts';

const { library, retriever } = await fakeApplication([
  sampleDocument(),
  sampleDocument('Jon Berg: The crane is red.\n\nReporter: Why?\n\nJon Berg: For fog.\n', { id: 'crane' }),
]);
const options = { library, retriever };

describe('LecternRetriever', () => {
  it('is a BaseRetriever whose Documents are passages with their place', async () => {
    const lectern = new LecternRetriever(options);
    expect(lectern).toBeInstanceOf(BaseRetriever);
    const documents = await lectern.invoke('How many people will work there?');
    expect(documents.length).toBeLessThanOrEqual(4);
    const [best] = documents;
    expect(best).toBeInstanceOf(Document);
    expect(best?.pageContent).toBe('About 250 people will work there. Most of them live in the old town.');
    const { start = 0, end = 0, quotes = [] } = best?.metadata ?? {};
    expect(HARBOUR_TEXT.slice(start, end)).toBe(best?.pageContent);
    for (const quote of quotes) expect(HARBOUR_TEXT.slice(quote.start, quote.end)).toBe(quote.text);
    expect(best?.metadata).toMatchObject({
      source: 'harbour',
      speaker: 'Anna Lind',
      inReplyTo: 'How many jobs will the quay bring?',
      language: 'en',
      answers: true,
    });
    expect(best?.id).toBe(best?.metadata.id);
  });

  it('obeys count and documents', async () => {
    const one = await new LecternRetriever({ ...options, count: 1 }).invoke('How long is the new quay?');
    expect(one).toHaveLength(1);
    const crane = await new LecternRetriever({ ...options, documents: ['crane'] }).invoke(
      'How long is the quay?',
    );
    expect(new Set(crane.map(({ metadata }) => metadata.source))).toEqual(new Set(['crane']));
  });

  it('returns nothing where Lectern abstains, if that is wanted', async () => {
    const strict = new LecternRetriever({ ...options, onlyAnswers: true });
    expect(await strict.invoke('Zebra xylophone?')).toEqual([]);
    const answers = await strict.invoke('How long is the new quay?');
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.every(({ metadata }) => metadata.answers)).toBe(true);
    expect((await new LecternRetriever(options).invoke('Zebra xylophone?')).length).toBeGreaterThan(0);
  });

  it('stands in a chain, and in a batch', async () => {
    const titles = new RunnableLambda({
      func: (documents: Document<PassageMetadata>[]) => documents[0]?.metadata.title ?? '',
    });
    const chain = new LecternRetriever(options).pipe(titles);
    expect(await chain.batch(['How long is the new quay?', 'How long is it?'])).toEqual([
      'Harbour briefing',
      'Harbour briefing',
    ]);
  });
});
