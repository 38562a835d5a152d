/** Gold questions ⇄ a promptfoo test file (`tests: file://…json`): `vars`, `assert`, `metadata`. */
import {
  completeQuestion,
  fieldsOf,
  readRecords,
  writeRecords,
  type ExchangedQuestion,
  type ExchangeFormat,
} from './exchange-format.ts';

export const promptfoo: ExchangeFormat = {
  name: 'promptfoo',
  exportQuestions: (questions) => writeRecords(questions.map(toTest)),
  importQuestions: (text, file) =>
    readRecords(text, file, ['tests']).map((test, index) => fromTest(test, file, index + 1)),
};

/** The facts become one assertion on the output; everything else of a question travels in `metadata`. */
function toTest({ question, language, ...rest }: ExchangedQuestion): unknown {
  return {
    description: rest.id,
    vars: { question, language },
    assert: rest.expected === 'answer' ? [{ type: 'contains-all', value: rest.facts }] : [],
    metadata: rest,
  };
}

function fromTest(test: Record<string, unknown>, file: string, line: number): ExchangedQuestion {
  const vars = fieldsOf(test['vars']);
  const metadata = fieldsOf(test['metadata']);
  return completeQuestion(
    {
      ...pickGold(metadata),
      id: metadata['id'] ?? test['description'],
      question: vars['question'] ?? vars['query'] ?? vars['input'],
      language: vars['language'] ?? metadata['language'] ?? 'und',
      facts: metadata['facts'] ?? factsAsserted(test['assert']),
    },
    file,
    line,
  );
}

function factsAsserted(assertions: unknown): unknown[] {
  return (Array.isArray(assertions) ? assertions : []).map(fieldsOf).flatMap(({ type, value }) => {
    if (type === 'contains' || type === 'icontains') return [value];
    return (type === 'contains-all' || type === 'icontains-all') && Array.isArray(value) ? value : [];
  });
}

function pickGold({
  kind,
  expected,
  quotes,
  group,
  speaker,
  document,
}: Record<string, unknown>): Record<string, unknown> {
  return { kind, expected, quotes, group, speaker, document };
}
