/** Lays a turn out as paragraphs and headings whose pieces keep their place in the text. */
import type { Block, Span, Transcript } from '../transcript/transcript.ts';

/** A stretch of text inside one paragraph. */
export interface Piece extends Span {
  /** Index of the sentence it belongs to; null for text between sentences. */
  readonly sentence: number | null;
  /** The first piece of a sentence bears its anchor. */
  readonly isStart: boolean;
}

export interface Paragraph {
  /** Null for running text, 1 for the outermost section heading. */
  readonly level: number | null;
  readonly pieces: readonly Piece[];
}

/** What the parser dropped is not shown; speech is shown whole. */
export function layOutTurn(transcript: Transcript, range: Span, sentences: readonly Span[]): Paragraph[] {
  const paragraphs: { level: number | null; pieces: Piece[]; end: number }[] = [];
  for (const block of blocksWithin(transcript.blocks, range)) {
    const level = block.kind === 'heading' ? (block.level ?? 1) : null;
    for (const line of linesOf(transcript.text, block)) {
      const pieces = cutAtSentences(line, sentences);
      const last = paragraphs.at(-1);
      const isSameLine = last !== undefined && /^[^\S\n]*$/.test(transcript.text.slice(last.end, line.start));
      if (isSameLine && last.level === null && level === null) {
        last.pieces.push(...pieces);
        last.end = line.end;
      } else paragraphs.push({ level, pieces, end: line.end });
    }
  }
  return paragraphs;
}

const SHOWN = new Set(['speech', 'heading', 'lead']);

function blocksWithin(blocks: readonly Block[], range: Span): Block[] {
  return blocks
    .filter((block) => SHOWN.has(block.kind) && block.start < range.end && block.end > range.start)
    .map((block) => ({
      ...block,
      start: Math.max(block.start, range.start),
      end: Math.min(block.end, range.end),
    }));
}

/** The lines with something on them, without the white space around it. */
function linesOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/\S(?:[^\n]*\S)?/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function cutAtSentences(line: Span, sentences: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = line.start;
  for (let index = firstEndingAfter(sentences, line.start); index < sentences.length; index++) {
    const sentence = sentences[index];
    if (sentence === undefined || sentence.start >= line.end) break;
    const start = Math.max(sentence.start, at);
    const end = Math.min(sentence.end, line.end);
    if (start > at) pieces.push({ start: at, end: start, sentence: null, isStart: false });
    pieces.push({ start, end, sentence: index, isStart: sentence.start >= line.start });
    at = end;
  }
  if (at < line.end) pieces.push({ start: at, end: line.end, sentence: null, isStart: false });
  return pieces;
}

function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
