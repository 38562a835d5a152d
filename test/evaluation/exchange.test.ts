/** Gold questions to other tools' files and back, and files that those tools made themselves. */
import { describe, expect, it } from 'vitest';
import { exchangedQuestions, type ExchangeFormat } from '../../src/evaluation/exchange/exchange-format.ts';
import { langsmith } from '../../src/evaluation/exchange/langsmith.ts';
import { promptfoo } from '../../src/evaluation/exchange/promptfoo.ts';
import { ragas } from '../../src/evaluation/exchange/ragas.ts';
import { gold } from './fake-system.ts';

const questions = exchangedQuestions([
  {
    document: 'inkwell',
    questions: [
      { ...gold('a', 'كم سفينة؟', 'ships', ['42 ships', 'May']), language: 'ar', speaker: 'Ada Quill' },
      gold('b', 'Cranes?', null),
    ],
    dialogues: [],
  },
]);

describe.each<ExchangeFormat>([promptfoo, ragas, langsmith])('$name', (format) => {
  it('gives back what it was given', () => {
    expect(format.importQuestions(format.exportQuestions(questions), 'f.json')).toEqual(questions);
  });

  it('refuses a record without a question, naming it', () => {
    expect(() => format.importQuestions('[{}]', 'f.json')).toThrow('f.json:1: question: ');
    expect(() => format.importQuestions('[3]', 'f.json')).toThrow('f.json:1: must be an object, found 3');
    expect(() => format.importQuestions('{"x": 1}\nnot json', 'f.jsonl')).toThrow(
      'f.jsonl:2: is not JSON: "not json"',
    );
  });
});

describe('the files themselves', () => {
  it('are as the tools name their fields', () => {
    const [test] = JSON.parse(promptfoo.exportQuestions(questions)) as Record<string, unknown>[];
    expect(test).toMatchObject({
      vars: { question: 'كم سفينة؟', language: 'ar' },
      assert: [{ type: 'contains-all', value: ['42 ships', 'May'] }],
    });
    const [sample] = JSON.parse(ragas.exportQuestions(questions)) as Record<string, unknown>[];
    expect(sample).toMatchObject({ user_input: 'كم سفينة؟', reference: '42 ships; May' });
    expect(sample?.['reference_contexts']).toHaveLength(1);
    const [example] = JSON.parse(langsmith.exportQuestions(questions)) as Record<string, unknown>[];
    expect(example).toMatchObject({
      inputs: { question: 'كم سفينة؟' },
      outputs: { expected: 'answer' },
      split: 'ar',
    });
  });

  it('of promptfoo: a configuration with assertions', () => {
    const test = {
      description: 'ships',
      vars: { query: 'How many?', language: 'en' },
      assert: [
        { type: 'icontains', value: '42' },
        { type: 'llm-rubric', value: 'is polite' },
      ],
      metadata: { quotes: ['There were 42.'] },
    };
    expect(promptfoo.importQuestions(JSON.stringify({ tests: [test] }), 'f')).toEqual([
      {
        id: 'ships',
        kind: 'how',
        language: 'en',
        question: 'How many?',
        expected: 'answer',
        quotes: ['There were 42.'],
        facts: ['42'],
        document: null,
      },
    ]);
  });

  it('of ragas: JSON Lines with contexts and a reference in prose', () => {
    const sample = {
      user_input: 'How many?',
      reference_contexts: ['There were 42.'],
      reference: 'Forty-two ships.',
    };
    expect(ragas.importQuestions(`${JSON.stringify(sample)}\n`, 'f')[0]).toMatchObject({
      id: 'imported-1',
      language: 'und',
      expected: 'answer',
      facts: ['There were 42.'],
    });
  });

  it('of LangSmith: an export with ids of its own and an example without an answer', () => {
    const example = {
      id: '6f1c',
      inputs: { question: 'Cranes?', language: 'en' },
      outputs: {},
      metadata: null,
    };
    expect(langsmith.importQuestions(JSON.stringify([example]), 'f')[0]).toMatchObject({
      id: '6f1c',
      expected: 'abstain',
      kind: 'not_said',
      quotes: [],
      facts: [],
    });
  });
});
