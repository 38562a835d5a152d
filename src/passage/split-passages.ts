/** Transcript → passages: one per answer; a statement one per section. */
import type { Document } from '../transcript/document.ts';
import type { Block, Span, Turn } from '../transcript/transcript.ts';
import type { Passage } from './passage.ts';
import { speechParagraphs, type Paragraph } from './speech-paragraphs.ts';

export interface SplitOptions {
  /** A section of a statement without headings is cut at paragraphs near this many characters. Default 1500. */
  readonly sectionCharacters?: number;
}

const DEFAULT_SECTION_CHARACTERS = 1500;

interface Section {
  readonly paragraphs: Paragraph[];
  readonly headings: readonly string[];
}

/** Passages in order of speaking. Questions and moderation yield none: they are never evidence. */
export function splitPassages(document: Document, options: SplitOptions = {}): Passage[] {
  const { transcript } = document;
  const paragraphs = speechParagraphs(transcript, document.language);
  const limit = options.sectionCharacters ?? DEFAULT_SECTION_CHARACTERS;
  const passages: Passage[] = [];
  for (const turn of transcript.turns) {
    if (turn.kind !== 'statement' && turn.kind !== 'answer') continue;
    const own = paragraphs.filter((paragraph) => paragraph.turn.id === turn.id);
    const sections =
      turn.kind === 'answer' ? [{ paragraphs: own, headings: [] }] : sectionsOf(own, transcript.text);
    for (const section of sections) {
      const parts = splitAtDropped(section.paragraphs, transcript.blocks);
      for (const part of parts.flatMap((run) => (turn.kind === 'answer' ? [run] : splitLong(run, limit)))) {
        const passage = toPassage(document, turn, part, section.headings, passages.length + 1);
        if (passage) passages.push(passage);
      }
    }
  }
  return passages;
}

/** A heading of the outermost level that the turn uses opens a section; deeper ones stay inside it. */
function sectionsOf(paragraphs: readonly Paragraph[], text: string): Section[] {
  const levels = paragraphs.filter(isHeading).map((paragraph) => paragraph.block.level ?? 1);
  const outermost = Math.min(...levels);
  const sections: Section[] = [{ paragraphs: [], headings: [] }];
  for (const paragraph of paragraphs) {
    if (isHeading(paragraph) && (paragraph.block.level ?? 1) === outermost) {
      sections.push({ paragraphs: [paragraph], headings: [textOf(paragraph, text)] });
    } else sections.at(-1)?.paragraphs.push(paragraph);
  }
  return sections.filter((section) => section.paragraphs.length > 0);
}

function isHeading(paragraph: Paragraph): boolean {
  return paragraph.block.kind === 'heading';
}

function spanOf(paragraph: Paragraph): Span {
  return { start: paragraph.sentences[0]?.start ?? 0, end: paragraph.sentences.at(-1)?.end ?? 0 };
}

function textOf(paragraph: Paragraph, text: string): string {
  const { start, end } = spanOf(paragraph);
  return text.slice(start, end);
}

/** A passage has one pair of offsets, so page dirt in the middle of speech parts it. */
function splitAtDropped(paragraphs: readonly Paragraph[], blocks: readonly Block[]): Paragraph[][] {
  const dropped = blocks.filter((block) => block.kind === 'dropped');
  const runs: Paragraph[][] = [];
  let previousEnd: number | null = null;
  for (const paragraph of paragraphs) {
    const { start, end } = spanOf(paragraph);
    const from = previousEnd;
    const parted = from === null || dropped.some((block) => block.start >= from && block.end <= start);
    if (parted) runs.push([]);
    runs.at(-1)?.push(paragraph);
    previousEnd = end;
  }
  return runs;
}

function splitLong(paragraphs: readonly Paragraph[], limit: number): Paragraph[][] {
  const parts: Paragraph[][] = [[]];
  let size = 0;
  for (const paragraph of paragraphs) {
    const { start, end } = spanOf(paragraph);
    if (size > 0 && size + end - start > limit) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(paragraph);
    size += end - start;
  }
  return parts;
}

function toPassage(
  document: Document,
  turn: Turn,
  paragraphs: readonly Paragraph[],
  headings: readonly string[],
  number: number,
): Passage | null {
  const sentences = paragraphs
    .filter((paragraph) => !isHeading(paragraph))
    .flatMap(({ sentences }) => sentences);
  const first = sentences[0];
  const last = sentences.at(-1);
  if (!first || !last) return null;
  return {
    id: `${document.id}/p${number}`,
    document: document.id,
    turn: turn.id,
    start: first.start,
    end: last.end,
    sentences,
    headings,
  };
}
