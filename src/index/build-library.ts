/** Documents → library: passages and windows of all documents, in a stable order. */
import { LONGEST_WINDOW, makeWindows, originalText, type PassageText } from '../passage/make-windows.ts';
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

/**
 * Windows of all passages; deterministic, so they need not be stored. Translations add their sentences one by one: longer
 * windows of them were measured to bring nothing and would triple the work of ingestion.
 */
export function windowsOf(
  passages: readonly Passage[],
  documents: ReadonlyMap<string, LibraryDocument>,
): Window[] {
  return passages.flatMap((passage, number) => {
    const document = documents.get(passage.document);
    if (!document) return [];
    const original = originalText(passage, document.transcript.text, document.language);
    const translated = translatedTexts(passage, document).flatMap((text) => makeWindows(number, text, 1));
    return [...makeWindows(number, original, LONGEST_WINDOW), ...translated];
  });
}

function translatedTexts(passage: Passage, document: LibraryDocument): PassageText[] {
  return document.translations.map(({ language, sentences }) => ({
    language,
    sentences: passage.sentences.map(({ start }) => sentences.get(start) ?? null),
  }));
}
