/** Files of anticipated questions: what they may hold, and what is said of lines that cannot be used. */
import { describe, expect, it } from 'vitest';
import { placeQuestions } from '../../src/anticipation/place-questions.ts';
import type { Span } from '../../src/transcript/transcript.ts';
import { sampleDocument } from '../fakes/sample-documents.ts';

const document = sampleDocument();
const { text } = document.transcript;
const row = (value: unknown): string => JSON.stringify(value);

describe('placeQuestions', () => {
  it('gives every question the span of its quotation, or none where it stays open, and skips empty lines', () => {
    const file = [
      row({ quote: 'It cost 31 million crowns.', questions: ['What was the price?', ' How dear was it? '] }),
      '',
      row({ quote: 'About 250 people will work there.', questions: ['Who gets a job?'] }),
      row({ quote: null, questions: ['What will a ticket cost?'] }),
    ].join('\r\n');
    const { questions, problems } = placeQuestions(document, 'en', file);
    expect(problems).toEqual([]);
    expect(
      questions.map(({ answer, ...one }) => [
        one.text,
        answer && text.slice(answer.start, answer.end),
        one.language,
      ]),
    ).toEqual([
      ['What was the price?', 'It cost 31 million crowns.', 'en'],
      ['How dear was it?', 'It cost 31 million crowns.', 'en'],
      ['Who gets a job?', 'About 250 people will work there.', 'en'],
      ['What will a ticket cost?', null, 'en'],
    ]);
  });

  it('gives follow-ups the span of what was just told', () => {
    const after = 'The ferry line opens on 4 May.';
    const file = [
      row({ after, quote: 'Two ships will sail every hour.', questions: ['And how often?'] }),
      row({ after, quote: null, questions: ['At what price?'] }),
      row({ after: 'It opens soon.', quote: null, questions: ['When?'] }),
    ].join('\n');
    const { questions, problems } = placeQuestions(document, 'en', file);
    const said = (span: Span | null) => span && text.slice(span.start, span.end);
    expect(questions.map((one) => [one.text, said(one.answer), said(one.after)])).toEqual([
      ['And how often?', 'Two ships will sail every hour.', after],
      ['At what price?', null, after],
    ]);
    expect(problems).toEqual([expect.stringContaining('line 3: "It opens soon." is not in the transcript')]);
  });

  it.each([
    ['no JSON', '{"quote": ', 'line 2: "{"quote": " is not JSON'],
    ['another key', row({ quote: 'It cost', question: ['?'] }), 'line 2: '],
    ['no quotation', row({ questions: ['?'] }), 'line 2: '],
    ['no question', row({ quote: 'It cost', questions: [] }), 'line 2: '],
    ['a question of spaces', row({ quote: 'It cost', questions: [' '] }), 'line 2: '],
    [
      'words that nobody said',
      row({ quote: 'It cost 32 million crowns.', questions: ['?'] }),
      'line 2: "It cost 32 million crowns." is not in the transcript: a quotation must be verbatim',
    ],
    [
      'words that were said twice',
      row({ quote: 'Good morning', questions: ['?'] }),
      'line 2: "Good morning" is in the transcript more than once: quote more of it',
    ],
    [
      'a question of a reporter',
      row({ quote: 'How many jobs will the quay bring?', questions: ['?'] }),
      'line 2: "How many jobs will the quay bring?" is not speech from a statement or an answer, and nothing else is cited',
    ],
    [
      'a heading',
      row({ quote: '1. The new quay', questions: ['?'] }),
      'line 2: "1. The new quay" is not speech from a statement or an answer',
    ],
    [
      'words of the moderator',
      row({ quote: 'Mayor Anna Lind will speak first.', questions: ['?'] }),
      'line 2: "Mayor Anna Lind will speak first." is not speech from a statement or an answer',
    ],
  ])('tells the line of %s, and keeps the others', (_, line, problem) => {
    const good = row({ quote: 'It cost 31 million crowns.', questions: ['What was the price?'] });
    const { questions, problems } = placeQuestions(document, 'en', [good, line, good].join('\n'));
    expect(questions).toHaveLength(2);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it('shows only the beginning of a long quotation', () => {
    const { problems } = placeQuestions(document, 'en', row({ quote: 'x'.repeat(500), questions: ['?'] }));
    expect(problems[0]?.length).toBeLessThan(150);
  });
});
