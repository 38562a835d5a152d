/** Parts of a document that it can be used without: left out to measure what they bring. */
import { tagOf, type SourceCorpus, type SourceFile } from './source-document.ts';

export const CORPUS_PARTS = ['translations', 'anticipated'] as const;
export type CorpusPart = (typeof CORPUS_PARTS)[number];

/** As reports name them. */
export const PART_NAMES: Readonly<Record<CorpusPart, string>> = {
  translations: 'translations',
  anticipated: 'anticipated questions',
};

/** The corpus as it would be if nobody had translated it into these languages (base tags), nor written down what is asked in them. */
export function withoutLanguages(corpus: SourceCorpus, languages: ReadonlySet<string>): SourceCorpus {
  const kept = ({ path }: SourceFile): boolean => !languages.has(languageOf(path));
  const documents = corpus.documents.map((document) => ({
    ...document,
    translations: document.translations.filter(kept),
    anticipated: document.anticipated.filter(kept),
  }));
  return { ...corpus, documents };
}

/** Base tag of the language that a translation or a list is named by. */
export function languageOf(path: string): string {
  return tagOf(path).split('-')[0] ?? '';
}

export function withoutParts(corpus: SourceCorpus, parts: readonly CorpusPart[]): SourceCorpus {
  const emptied = Object.fromEntries(parts.map((part) => [part, []]));
  return { ...corpus, documents: corpus.documents.map((document) => ({ ...document, ...emptied })) };
}
