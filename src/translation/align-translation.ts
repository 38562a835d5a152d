/** Lays a translation file over the speech of its document, and refuses one that does not fit. */
import { speechParagraphs, type Paragraph } from '../passage/speech-paragraphs.ts';
import type { Document } from '../transcript/document.ts';
import type { Speaker } from '../transcript/transcript.ts';
import type { TranslatedLine, TranslationFile } from './parse-translation.ts';
import { TranslationError } from './translation-error.ts';
import type { Translation } from './translation.ts';

/** Says what a translated sentence states otherwise than its original, or null where they agree. */
export type CompareSentences = (
  original: string,
  translated: string,
  languages: readonly [string, string],
) => string | null;

/**
 * Paragraph by paragraph, within it sentence by sentence.
 * @throws {TranslationError} at the first line where counts differ or `compare` objects.
 */
export function alignTranslation(
  document: Document,
  file: TranslationFile,
  compare: CompareSentences,
): Translation {
  const paragraphs = speechParagraphs(document.transcript, document.language);
  const sentences = new Map<number, string>();
  for (const [index, original] of paragraphs.entries()) {
    const translated = file.paragraphs[index];
    assertSameLength(document, original, translated, index);
    for (const [number, span] of original.sentences.entries()) {
      const line = translated?.[number];
      if (!line) continue;
      const text = document.transcript.text.slice(span.start, span.end);
      const objection = compare(text, line.text, [document.language, file.front.language]);
      if (objection) throw new TranslationError(line.line, objection);
      sentences.set(span.start, line.text);
    }
  }
  assertNothingLeft(file, paragraphs.length);
  return {
    language: file.front.language,
    title: file.front.title ?? null,
    origin: file.front.origin ?? null,
    speakers: speakersOf(file),
    sentences,
  };
}

function assertSameLength(
  document: Document,
  original: Paragraph,
  translated: readonly TranslatedLine[] | undefined,
  index: number,
): void {
  const first = document.transcript.text.slice(original.sentences[0]?.start, original.sentences[0]?.end);
  if (!translated)
    throw new TranslationError(0, `paragraph ${index + 1} is missing; the original begins "${first}"`);
  if (translated.length !== original.sentences.length) {
    const counts = `${translated.length} sentences, the original has ${original.sentences.length}`;
    throw new TranslationError(
      translated[0]?.line ?? 0,
      `paragraph ${index + 1} has ${counts} and begins "${first}"`,
    );
  }
}

function assertNothingLeft(file: TranslationFile, expected: number): void {
  const extra = file.paragraphs[expected]?.[0];
  if (extra)
    throw new TranslationError(extra.line, `the original ends after ${expected} paragraphs: "${extra.text}"`);
}

function speakersOf(file: TranslationFile): Map<string, Speaker> {
  const entries = Object.entries(file.front.speakers ?? {});
  return new Map(
    entries.map(([name, speaker]) => [
      name,
      { name: speaker.name, role: speaker.role ?? null, organisation: speaker.organisation ?? null },
    ]),
  );
}
