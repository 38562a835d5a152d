/** Documents → library: passages and windows of all documents, in a stable order. */
import { makeWindows, originalText, type PassageText } from '../passage/make-windows.ts';
import type { Passage, Window } from '../passage/passage.ts';
import { splitPassages } from '../passage/split-passages.ts';
import type { Library, LibraryDocument } from './library.ts';

/** `documents` must have distinct ids; their order does not matter. */
export function buildLibrary(documents: readonly LibraryDocument[]): Library {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const passages: Passage[] = [];
  const windows: Window[] = [];
  for (const document of sorted) {
    for (const passage of splitPassages(document)) {
      const number = passages.push(passage) - 1;
      for (const text of textsOf(passage, document)) windows.push(...makeWindows(number, text));
    }
  }
  return { documents: new Map(sorted.map((document) => [document.id, document])), passages, windows };
}

function textsOf(passage: Passage, document: LibraryDocument): PassageText[] {
  const translated = document.translations.map(({ language, sentences }) => ({
    language,
    sentences: passage.sentences.map(({ start }) => sentences.get(start) ?? null),
  }));
  return [originalText(passage, document.transcript.text, document.language), ...translated];
}
