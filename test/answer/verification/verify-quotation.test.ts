/** A quotation is verbatim speech of its turn, or it is none. */
import { describe, expect, it } from 'vitest';
import type { Quotation } from '../../../src/answer/answer.ts';
import { verifyQuotation } from '../../../src/answer/verification/verify-quotation.ts';
import type { Document } from '../../../src/transcript/document.ts';
import { parseTranscript } from '../../../src/transcript/parse-transcript.ts';

const TEXT = [
  'Moderator: Welcome to the briefing, ladies and gentlemen. The floor is open for questions.',
  'Journalist, Daily Herald: How many ferries will the harbour keep?',
  'Mayor Anna Berg: We keep six ferries 🚢. The seventh is sold.',
  'Journalist, Radio North: What will the bridge cost?',
  'Mayor Anna Berg: Forty million crowns, no more.',
  'Moderator: Thank you all, the briefing is over.',
].join('\n\n');

const transcript = parseTranscript(TEXT);
const document: Document = {
  id: 'd', title: 'Briefing', date: null, language: 'en', place: null, publisher: null, url: null, licence: null, transcript,
}; // prettier-ignore

function quotation(quote: string, changes: Partial<Quotation> = {}): Quotation {
  const start = TEXT.indexOf(quote);
  const turn = transcript.turns.find((candidate) => candidate.start <= start && candidate.end >= start);
  if (!turn) throw new RangeError(`no turn has "${quote}"`);
  return {
    document,
    turn,
    question: null,
    quote,
    start,
    end: start + quote.length,
    translation: null,
    ...changes,
  };
}

const whole = quotation('We keep six ferries 🚢.');

describe('verifyQuotation', () => {
  it('accepts words of an answer in their place', () => {
    expect(verifyQuotation(whole)).toBe(true);
    expect(verifyQuotation(quotation('We keep six ferries 🚢. The seventh is sold.'))).toBe(true);
    expect(verifyQuotation(quotation('Forty million crowns'))).toBe(true);
  });

  it.each([
    ['another word', { quote: 'We keep ten ferries 🚢.' }],
    ['one character off', { start: whole.start + 1, end: whole.end + 1 }],
    ['one character short', { end: whole.end - 1 }],
    ['no words', { quote: '', start: whole.start, end: whole.start }],
    ['a range that runs backwards', { start: whole.end, end: whole.start }],
    ['a range before the text', { start: -5, end: whole.end }],
    ['a range beyond the text', { end: TEXT.length + 10, quote: TEXT.slice(whole.start) }],
    ['a fraction', { start: whole.start + 0.5 }],
    ['not a number', { start: Number.NaN }],
    ['another turn of the same speaker', { turn: quotation('Forty million').turn }],
    ['a turn that the document does not have', { turn: { ...whole.turn, id: 't99' } }],
  ] satisfies [string, Partial<Quotation>][])('rejects %s', (_name, changes) => {
    expect(verifyQuotation({ ...whole, ...changes })).toBe(false);
  });

  it('rejects half a character', () => {
    const at = TEXT.indexOf('🚢');
    expect(verifyQuotation({ ...whole, quote: TEXT.slice(whole.start, at + 1), end: at + 1 })).toBe(false);
  });

  it.each(['How many ferries will the harbour keep?', 'Thank you all', 'Welcome to the briefing'])(
    'rejects what is no evidence: %s',
    (words) => {
      expect(verifyQuotation(quotation(words))).toBe(false);
    },
  );

  it('rejects a range that runs over the next speaker’s label', () => {
    const end = TEXT.indexOf('Forty') + 5;
    expect(verifyQuotation({ ...whole, quote: TEXT.slice(whole.start, end), end })).toBe(false);
  });

  it('does not take the caller’s word for the kind of a turn', () => {
    const question = quotation('How many ferries will the harbour keep?');
    expect(verifyQuotation({ ...question, turn: { ...question.turn, kind: 'answer' } })).toBe(false);
  });
});
