/** The paragraphs of speech in a transcript, cut into sentences: the unit that translations align to. */
import type { Block, Span, Transcript, Turn } from '../transcript/transcript.ts';
import { splitSentences } from './split-sentences.ts';

export interface Paragraph {
  readonly turn: Turn;
  /** The block it stands in; `heading` blocks are the speaker's own section headings. */
  readonly block: Block;
  readonly sentences: readonly Span[];
}

function lines(text: string, block: Block): Span[] {
  const found: Span[] = [];
  let start = block.start;
  for (const line of text.slice(block.start, block.end).split(/(?<=\n)/)) {
    const end = start + line.length;
    if (line.trim()) found.push({ start, end });
    start = end;
  }
  return found;
}

/** Every non-empty line of speech, in order; headings inside a turn count as speech, headings between turns do not. */
export function speechParagraphs(transcript: Transcript, language: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const turn of transcript.turns) {
    for (const block of transcript.blocks) {
      if (block.start < turn.start || block.end > turn.end) continue;
      if (block.kind !== 'speech' && block.kind !== 'heading') continue;
      for (const line of lines(transcript.text, block)) {
        const sentences = splitSentences(transcript.text, line, language);
        if (sentences.length) paragraphs.push({ turn, block, sentences });
      }
    }
  }
  return paragraphs;
}
