/** Says in plain lines what the parser took a text for: what it dropped and why, and every turn. */
import type { Block, Speaker, Transcript } from './transcript.ts';

const EXCERPT = 60;

/** One line a notice, a dropped or heading block (with its line number, from 1), and a turn. */
export function explainTranscript(transcript: Transcript): readonly string[] {
  const lineAt = lineNumbers(transcript.text);
  const marked = transcript.blocks.filter((block) => block.kind === 'dropped' || block.kind === 'heading');
  return [
    ...transcript.notices.map((notice) => `notice: ${notice}`),
    ...marked.map(
      (block) => `line ${lineAt(block.start)}: ${describe(block)}: ${excerpt(transcript.text, block)}`,
    ),
    ...transcript.turns.map((turn) => {
      const reply = turn.inReplyTo === null ? '' : ` to ${turn.inReplyTo}`;
      return `${turn.id} line ${lineAt(turn.start)} ${turn.kind}${reply}, ${describeSpeaker(turn.speaker)}: ${excerpt(transcript.text, turn)}`;
    }),
  ];
}

function describe(block: Block): string {
  if (block.kind === 'dropped') return `dropped (${block.reason ?? 'no part of the speech'})`;
  return block.level === undefined ? 'title' : `heading, level ${block.level}`;
}

function describeSpeaker(speaker: Speaker | null): string {
  if (speaker === null) return 'nobody named';
  const more = [speaker.role, speaker.organisation].filter((part) => part !== null).join(', ');
  return more === '' ? speaker.name : `${speaker.name} (${more})`;
}

function excerpt(text: string, span: { readonly start: number; readonly end: number }): string {
  const words = text.slice(span.start, Math.min(span.end, span.start + 4 * EXCERPT)).replace(/\s+/gu, ' ');
  const signs = [...words];
  return signs.length > EXCERPT ? `${signs.slice(0, EXCERPT).join('')}…` : words;
}

/** Offsets must be asked for in any order; lines are found by halving. */
function lineNumbers(text: string): (offset: number) => number {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu))
    starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
