/** Gold questions ⇄ LangSmith examples: `inputs`, `outputs`, `metadata`, `split`. */
import {
  completeQuestion,
  fieldsOf,
  readRecords,
  writeRecords,
  type ExchangedQuestion,
  type ExchangeFormat,
} from './exchange-format.ts';

export const langsmith: ExchangeFormat = {
  name: 'langsmith',
  exportQuestions: (questions) => writeRecords(questions.map(toExample)),
  importQuestions: (text, file) =>
    readRecords(text, file, ['examples']).map((example, index) => fromExample(example, file, index + 1)),
};

/** LangSmith gives examples ids of its own, so ours is metadata; a split a language makes results comparable there. */
function toExample({
  question,
  language,
  expected,
  quotes,
  facts,
  speaker,
  ...rest
}: ExchangedQuestion): unknown {
  return {
    inputs: { question, language },
    outputs: { expected, quotes, facts, ...(speaker === undefined ? {} : { speaker }) },
    metadata: rest,
    split: language,
  };
}

function fromExample(example: Record<string, unknown>, file: string, line: number): ExchangedQuestion {
  const inputs = fieldsOf(example['inputs']);
  const { expected, quotes, facts, speaker } = fieldsOf(example['outputs']);
  const { id, kind, group, document, language } = fieldsOf(example['metadata']);
  return completeQuestion(
    {
      expected,
      quotes,
      facts,
      speaker,
      kind,
      group,
      document,
      id: id ?? example['id'],
      question: inputs['question'] ?? inputs['input'],
      language: inputs['language'] ?? language ?? 'und',
    },
    file,
    line,
  );
}
