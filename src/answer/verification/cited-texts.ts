/** What a sentence may draw on: the cited spans, their translations, and who said them where. */
import type { NumberedQuotation, WritingTask } from '../answer-writer.ts';
import type { Speaker } from '../../transcript/transcript.ts';

export interface CitedText {
  readonly text: string;
  /** BCP-47 tag. */
  readonly language: string;
}

/** The cited words: each span in the original, and in the asker's language where a translation has it. */
export function citedTexts(quotations: readonly NumberedQuotation[]): CitedText[] {
  return quotations.flatMap(({ quote, translation, document }) => [
    { text: quote, language: document.language },
    ...(translation ? [{ text: translation.text, language: translation.language }] : []),
  ]);
}

/** Names that a citation itself shows beside the words: speaker, role, organisation, document, place. */
export function citedNames(quotations: readonly NumberedQuotation[]): string[] {
  return quotations
    .flatMap(({ turn, translation, document }) => [
      ...namesOf(turn.speaker),
      ...namesOf(translation?.speaker ?? null),
      document.title,
      document.place,
    ])
    .filter((name) => name !== null);
}

function namesOf(speaker: Speaker | null): (string | null)[] {
  return speaker ? [speaker.name, speaker.role, speaker.organisation] : [];
}

/** The quotations that the markers stand for; a marker without one yields none. */
export function quotationsOfMarkers(markers: readonly number[], task: WritingTask): NumberedQuotation[] {
  return task.quotations.filter(({ marker }) => markers.includes(marker));
}
