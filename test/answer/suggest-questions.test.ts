/** Suggestions come from what journalists asked and from headings, in the asker's language, and never repeat the question. */
import { describe, expect, it } from 'vitest';
import { suggestQuestions } from '../../src/answer/suggest-questions.ts';
import type { Library, LibraryDocument } from '../../src/index/library.ts';
import { speechParagraphs } from '../../src/passage/speech-paragraphs.ts';
import { parseTranscript } from '../../src/transcript/parse-transcript.ts';

const TEXT = [
  'Mayor Anna Berg: Good morning. The harbour is ready.',
  'Journalist: I read that ferries were sold. How many ferries will the harbour keep next year?',
  'Anna Berg: We keep six ferries.',
  'Journalist: What will the new bridge cost? Thank you.',
  'Anna Berg: Forty million.',
  'Journalist: How many ferries does the harbour keep?',
  'Anna Berg: As I said, six.',
].join('\n\n');

const transcript = parseTranscript(TEXT);

function document(overrides: Partial<LibraryDocument> = {}): LibraryDocument {
  const metadata = {
    id: 'harbour',
    title: 'Harbour',
    date: null,
    language: 'en',
    place: null,
    publisher: null,
    url: null,
    licence: null,
  };
  return { ...metadata, transcript, translations: [], ...overrides };
}

function library(...documents: LibraryDocument[]): Library {
  const byId = new Map(documents.map((one) => [one.id, one]));
  return { documents: byId, passages: [], windows: [] };
}

const starts = speechParagraphs(transcript, 'en').flatMap(({ sentences }) => sentences);
const german = {
  language: 'de',
  title: null,
  origin: null,
  speakers: new Map(),
  sentences: new Map(
    starts
      .filter(({ start, end }) => TEXT.slice(start, end) === 'What will the new bridge cost?')
      .map(({ start }) => [start, 'Was wird die neue Brücke kosten?'] as const),
  ),
};

describe('suggestQuestions', () => {
  it('offers the questions of the journalists, none twice', () => {
    expect(suggestQuestions(library(document()), 'en')).toEqual([
      'How many ferries will the harbour keep next year?',
      'What will the new bridge cost?',
    ]);
  });

  it('does not offer what was just asked, in whatever words', () => {
    const asked = 'Tell me how many ferries the harbour keeps';
    expect(suggestQuestions(library(document()), 'en', { asked })).toEqual([
      'What will the new bridge cost?',
    ]);
  });

  it('offers what the asker can read, or nothing', () => {
    const translated = document({ translations: [german] });
    expect(suggestQuestions(library(translated), 'de-AT')).toEqual(['Was wird die neue Brücke kosten?']);
    expect(suggestQuestions(library(translated), 'sw')).toEqual([]);
  });

  it('keeps to the documents asked for, and to the count', () => {
    const both = library(document(), document({ id: 'other' }));
    expect(suggestQuestions(both, 'en', { documents: ['nowhere'] })).toEqual([]);
    expect(suggestQuestions(both, 'en', { documents: ['other'], count: 1 })).toHaveLength(1);
  });

  it('never offers moderation, statements or answers', () => {
    const offered = suggestQuestions(library(document()), 'en', { count: 50 }).join('\n');
    expect(offered).not.toMatch(/Good morning|Forty|six|Thank you/u);
  });
});
