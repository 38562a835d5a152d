/** A library of one document in which every passage is one sentence, so that windows can be counted by hand. */
import { windowsOf } from '../../src/index/build-library.ts';
import type { Library, LibraryDocument } from '../../src/index/library.ts';
import type { Passage } from '../../src/passage/passage.ts';

export function libraryOfSentences(count: number): Library {
  const sentences = Array.from({ length: count }, (_, number) => `Sentence number ${number}. `);
  const text = sentences.join('');
  const document: LibraryDocument = {
    id: 'document',
    title: 'Sentences',
    date: null,
    language: 'en',
    place: null,
    publisher: null,
    url: null,
    licence: null,
    transcript: { text, turns: [], blocks: [], notices: [] },
    translations: [],
  };
  let start = 0;
  const passages: Passage[] = sentences.map((sentence, number) => {
    const span = { start, end: start + sentence.length - 1 };
    start += sentence.length;
    return {
      ...span,
      id: `document/p${number}`,
      document: 'document',
      turn: 't1',
      sentences: [span],
      headings: [],
    };
  });
  const documents = new Map([[document.id, document]]);
  return { documents, passages, windows: windowsOf(passages, documents) };
}
