/** Source files → documents with their translations; what cannot be used is reported, never fatal for the others. */
import type { AnticipatedLists, AnticipatedQuestion } from '../anticipation/anticipated-question.ts';
import { placeQuestions } from '../anticipation/place-questions.ts';
import type { LibraryDocument } from '../index/library.ts';
import { parseTranscript } from '../transcript/parse-transcript.ts';
import type { Document } from '../transcript/document.ts';
import { alignTranslation, type CompareSentences } from '../translation/align-translation.ts';
import { parseTranslation } from '../translation/parse-translation.ts';
import type { Translation } from '../translation/translation.ts';
import { documentMetadata } from './document-metadata.ts';
import { tagOf, type CorpusProblem, type SourceCorpus, type SourceDocument } from './source-document.ts';

export interface LoadedCorpus {
  readonly documents: readonly LibraryDocument[];
  readonly anticipated: AnticipatedLists;
  readonly problems: readonly CorpusProblem[];
}

/** Parses every document; a broken one is left out, a broken translation alone is left out, both are reported. */
export function loadDocuments(corpus: SourceCorpus, compare: CompareSentences): LoadedCorpus {
  const problems: CorpusProblem[] = [...corpus.problems];
  const documents: LibraryDocument[] = [];
  const anticipated = new Map<string, readonly AnticipatedQuestion[]>();
  for (const source of corpus.documents) {
    const document = loadDocument(source, compare, problems);
    if (!document) continue;
    documents.push(document);
    anticipated.set(document.id, loadAnticipated(document, source, problems));
  }
  return { documents, anticipated, problems };
}

function loadDocument(
  source: SourceDocument,
  compare: CompareSentences,
  problems: CorpusProblem[],
): LibraryDocument | null {
  try {
    const metadata = documentMetadata(source);
    const document = { ...metadata, transcript: parseTranscript(source.transcript.text, { format: source.format }) };
    for (const notice of document.transcript.notices) problems.push({ path: source.transcript.path, reason: notice });
    return { ...document, translations: loadTranslations(document, source, compare, problems) };
  } catch (error) {
    problems.push({ path: source.metadata?.path ?? source.transcript.path, reason: reasonOf(error) });
    return null;
  }
}

function loadTranslations(
  document: Document,
  source: SourceDocument,
  compare: CompareSentences,
  problems: CorpusProblem[],
): Translation[] {
  const translations: Translation[] = [];
  for (const file of source.translations) {
    try {
      translations.push(alignTranslation(document, parseTranslation(file.text), compare));
    } catch (error) {
      problems.push({ path: file.path, reason: `translation refused: ${reasonOf(error)}` });
    }
  }
  return translations;
}

function loadAnticipated(
  document: Document,
  source: SourceDocument,
  problems: CorpusProblem[],
): AnticipatedQuestion[] {
  return source.anticipated.flatMap(({ path, text }) => {
    const placed = placeQuestions(document, tagOf(path), text);
    for (const reason of placed.problems) problems.push({ path, reason });
    return placed.questions;
  });
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
