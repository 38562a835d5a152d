/** Parts of a document that it can be used without: left out to measure what they bring. */
import type { SourceCorpus } from './source-document.ts';

export const CORPUS_PARTS = ['translations', 'anticipated'] as const;
export type CorpusPart = (typeof CORPUS_PARTS)[number];

/** As reports name them. */
export const PART_NAMES: Readonly<Record<CorpusPart, string>> = {
  translations: 'translations',
  anticipated: 'anticipated questions',
};

export function withoutParts(corpus: SourceCorpus, parts: readonly CorpusPart[]): SourceCorpus {
  const emptied = Object.fromEntries(parts.map((part) => [part, []]));
  return { ...corpus, documents: corpus.documents.map((document) => ({ ...document, ...emptied })) };
}
