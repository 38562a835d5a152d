/** The edges of the parser: empty texts, texts without turns, formats, hostile sizes. */
import { describe, expect, it } from 'vitest';
import { explainTranscript } from '../../src/transcript/explain-transcript.ts';
import { parseTranscript } from '../../src/transcript/parse-transcript.ts';

describe('parseTranscript', () => {
  it('says that an empty text holds nothing', () => {
    for (const text of ['', ' \n\t\r\n', '\uFEFF']) {
      const transcript = parseTranscript(text);
      expect(transcript.turns).toEqual([]);
      expect(transcript.notices).toEqual(['The text is empty: there is nothing to cite.']);
    }
  });

  it('takes a text without speakers for one statement of nobody named, and says so', () => {
    const { turns, notices } = parseTranscript('The harbour is open. Ships may enter from dawn.');
    expect(turns).toEqual([
      { id: 't1', ordinal: 1, kind: 'statement', speaker: null, inReplyTo: null, start: 0, end: 47 },
    ]);
    expect(notices).toHaveLength(1);
  });

  it('reads Markdown marks unless the format is plain text', () => {
    const text = '**Is it open?**\n\nIt is, since dawn.\n\n**For whom?**\n\nFor everybody.';
    expect(parseTranscript(text, { format: 'markdown' }).turns.map((turn) => turn.kind)).toEqual([
      'question',
      'answer',
      'question',
      'answer',
    ]);
    expect(parseTranscript(text, { format: 'text' }).turns.map((turn) => turn.kind)).toEqual(['statement']);
  });

  it('keeps a greeting before the first label as speech, not as lead', () => {
    const text = 'Harbour day\n\nDear friends,\n\nwelcome to the quay.\n\nQ: Is it open?\n\nA: It is.';
    const { turns } = parseTranscript(text);
    expect(turns.map((turn) => [turn.kind, text.slice(turn.start, turn.end)])).toEqual([
      ['statement', 'Dear friends,\n\nwelcome to the quay.'],
      ['question', 'Is it open?'],
      ['answer', 'It is.'],
    ]);
  });

  it('gives "Answer" to the one person who speaks for the hosts', () => {
    const text =
      'Ann Lee: The quay is open, and so is the western basin behind it.\n\nQuestion: Since when?\n\nAnswer: Since dawn.\n\nQuestion: For whom?\n\nAnswer: All.';
    expect(parseTranscript(text).turns.map((turn) => turn.speaker?.name ?? null)).toEqual([
      'Ann Lee',
      null,
      'Ann Lee',
      null,
      'Ann Lee',
    ]);
  });

  it('comes to an end quickly on hostile texts', () => {
    const hostile = [
      'a: ',
      '*',
      '(',
      '#a#b',
      'a/a ',
      'a > ',
      ' ',
      '1 2 3 ',
      '. ',
      '— a?\n',
      'Q: a?\nA: b.\n',
      '问:\n',
      'Ann Lee: ',
      '\u200F',
      '🙂',
    ];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(120_000 / piece.length));
      expect(parseTranscript(text).blocks.at(-1)?.end).toBe(text.length);
    }
  });
});

describe('explainTranscript', () => {
  it('gives notices, dropped lines with their numbers and reasons, headings and turns', () => {
    const text = 'Harbour day\n2031-05-04 12 3\n\nQ: Is it open?\n\nA: It is.\nRead more\n© Quay';
    expect(explainTranscript(parseTranscript(text))).toEqual([
      'line 1: title: Harbour day',
      'line 2: dropped (byline, date or counter): 2031-05-04 12 3',
      'line 7: dropped (show-more button): Read more',
      'line 8: dropped (copyright line): © Quay',
      't1 line 4 question, nobody named: Is it open?',
      't2 line 6 answer to t1, nobody named: It is.',
    ]);
  });
});
