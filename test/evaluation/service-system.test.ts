/** The service of this process, asked without HTTP. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { createServiceSystem } from '../../src/evaluation/drivers/service-system.ts';
import type { Service, ServiceQuestion } from '../../src/http/service.ts';
import type { RetrievalQuery } from '../../src/retrieval/retriever.ts';

const ANSWER: Answer = {
  status: 'abstained',
  reason: 'no_evidence',
  language: 'ru',
  question: 'completed?',
  text: 'Нет.',
  confidence: 'low',
  related: [],
};

function fakeService(events: 'done' | 'none'): { service: Service; asked: [ServiceQuestion, string][] } {
  const asked: [ServiceQuestion, string][] = [];
  const service: Service = {
    library: { documents: new Map(), passages: [], windows: [] },
    indexName: 'none',
    decideLanguage: ({ language }) => language ?? 'ru',
    async *ask(question, language) {
      asked.push([question, language]);
      yield { kind: 'delta', text: 'Нет.' };
      if (events === 'done') yield { kind: 'done', answer: ANSWER };
    },
    suggest: () => ['not measured'],
    probe: async () => {},
  };
  return { service, asked };
}

describe('the service of this process', () => {
  it('is asked as HTTP asks it: language decided once, three citations at most', async () => {
    const { service, asked } = fakeService('done');
    const response = await createServiceSystem(service).ask({ question: 'x?', language: 'fr' });
    expect(asked).toEqual([[{ question: 'x?', language: 'fr', conversation: [], limit: 3 }, 'fr']]);
    expect(response).toMatchObject({
      status: 'abstained',
      question: 'completed?',
      answer: 'Нет.',
      suggestions: [],
    });
    await createServiceSystem(service).ask({ question: 'x?' });
    expect(asked[1]?.[1]).toBe('ru');
  });

  it('has no document that its library has not, and must come to an end', async () => {
    expect(await createServiceSystem(fakeService('done').service).document('x')).toBeNull();
    await expect(createServiceSystem(fakeService('none').service).ask({ question: 'x?' })).rejects.toThrow(
      'without a result',
    );
  });

  it('shows the ranking of its retriever, where one is given', async () => {
    const { service } = fakeService('done');
    expect(createServiceSystem(service).rank).toBeUndefined();
    const queries: RetrievalQuery[] = [];
    const passage = { id: 'd/p1', document: 'd', turn: 't1', start: 3, end: 9, sentences: [], headings: [] };
    const retriever = {
      retrieve: async (query: RetrievalQuery) => {
        queries.push(query);
        const evidence = [{ passage, score: 2, matches: [] }];
        return { evidence, probability: 0.7, answerable: 1, confidence: 'high' as const };
      },
    };
    const system = createServiceSystem(service, { retriever, name: 'here' });
    expect(await system.rank?.({ question: 'x?', documents: ['d'] })).toEqual({
      passages: [{ document: 'd', start: 3, end: 9 }],
      probability: 0.7,
    });
    expect(queries).toEqual([{ question: 'x?', documents: ['d'] }]);
    expect(system.name).toBe('here');
  });
});
