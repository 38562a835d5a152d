/** Library ⇄ plain JSON. Windows are not stored: they follow from passages and documents. */
import type { Passage } from '../passage/passage.ts';
import type { Speaker } from '../transcript/transcript.ts';
import type { Translation } from '../translation/translation.ts';
import { windowsOf } from './build-library.ts';
import type { Library, LibraryDocument } from './library.ts';

interface StoredTranslation {
  readonly language: string;
  readonly title: string | null;
  readonly origin: string | null;
  readonly speakers: readonly (readonly [string, Speaker])[];
  readonly sentences: readonly (readonly [number, string])[];
}

type StoredDocument = Omit<LibraryDocument, 'translations'> & {
  readonly translations: readonly StoredTranslation[];
};

export interface StoredLibrary {
  readonly documents: readonly StoredDocument[];
  readonly passages: readonly Passage[];
}

export function encodeLibrary({ documents, passages }: Library): StoredLibrary {
  return {
    documents: [...documents.values()].map((document) => ({
      ...document,
      translations: document.translations.map(encodeTranslation),
    })),
    passages,
  };
}

function encodeTranslation(translation: Translation): StoredTranslation {
  return { ...translation, speakers: [...translation.speakers], sentences: [...translation.sentences] };
}

/** `stored` must come from `encodeLibrary`: its checksum, not its shape, is what was verified. */
export function decodeLibrary(stored: StoredLibrary): Library {
  const documents = new Map(
    stored.documents.map((document) => [
      document.id,
      {
        ...document,
        translations: document.translations.map((translation) => ({
          ...translation,
          speakers: new Map(translation.speakers),
          sentences: new Map(translation.sentences),
        })),
      },
    ]),
  );
  return { documents, passages: stored.passages, windows: windowsOf(stored.passages, documents) };
}
