/** Gold questions ⇄ a ragas dataset of single turns: `user_input`, `reference_contexts`, `reference`. */
import {
  completeQuestion,
  fieldsOf,
  readRecords,
  writeRecords,
  type ExchangedQuestion,
  type ExchangeFormat,
} from './exchange-format.ts';

export const ragas: ExchangeFormat = {
  name: 'ragas',
  exportQuestions: (questions) => writeRecords(questions.map(toSample)),
  importQuestions: (text, file) =>
    readRecords(text, file, ['samples', 'data']).map((sample, index) => fromSample(sample, file, index + 1)),
};

/** What ragas has no field for travels in `lectern`, which it passes over. */
function toSample({ question, quotes, facts, ...rest }: ExchangedQuestion): unknown {
  return {
    user_input: question,
    reference_contexts: quotes,
    reference: facts.join('; '),
    lectern: { ...rest, facts },
  };
}

/** `reference` is prose, not a fact that stands in a quotation, so only our own field gives facts. */
function fromSample(sample: Record<string, unknown>, file: string, line: number): ExchangedQuestion {
  const { id, language, kind, expected, group, speaker, document, facts } = fieldsOf(sample['lectern']);
  return completeQuestion(
    {
      id,
      kind,
      expected,
      group,
      speaker,
      document,
      facts,
      language: language ?? 'und',
      question: sample['user_input'],
      quotes: sample['reference_contexts'],
    },
    file,
    line,
  );
}
