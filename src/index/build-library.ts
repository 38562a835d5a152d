/** Documents → library: passages and windows of all documents, in a stable order. */
import { makeWindows, originalText, type PassageText } from '../passage/make-windows.ts';
import type { Passage, Window } from '../passage/passage.ts';
import { splitPassages } from '../passage/split-passages.ts';
import type { Library, LibraryDocument } from './library.ts';

/** `documents` must have distinct ids; their order does not matter. */
export function buildLibrary(documents: readonly LibraryDocument[]): Library {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((document) => [document.id, document]));
  const passages = sorted.flatMap((document) => splitPassages(document));
  return { documents: byId, passages, windows: windowsOf(passages, byId) };
}

/** Windows of all passages, in the original and in every translation; deterministic, so they need not be stored. */
export function windowsOf(
  passages: readonly Passage[],
  documents: ReadonlyMap<string, LibraryDocument>,
): Window[] {
  return passages.flatMap((passage, number) => {
    const document = documents.get(passage.document);
    return document ? textsOf(passage, document).flatMap((text) => makeWindows(number, text)) : [];
  });
}

function textsOf(passage: Passage, document: LibraryDocument): PassageText[] {
  const translated = document.translations.map(({ language, sentences }) => ({
    language,
    sentences: passage.sentences.map(({ start }) => sentences.get(start) ?? null),
  }));
  return [originalText(passage, document.transcript.text, document.language), ...translated];
}
