/** Reads the invented transcripts of this suite, and puts a parsed one into the compact form of their expectations. */
import { readFileSync, readdirSync } from 'node:fs';
import { parseTranscript } from '../../src/transcript/parse-transcript.ts';
import type { Span, Transcript } from '../../src/transcript/transcript.ts';

const folder = new URL('../fixtures/transcripts/', import.meta.url);

export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly format: 'text' | 'markdown';
}

/** What a fixture's JSON holds, one row a turn, a dropped stretch or a heading. */
export interface Outline {
  /** Kind, name, role, organisation, id of the question answered, first and last words. */
  readonly turns: readonly (readonly (string | null)[])[];
  /** Text and reason. */
  readonly dropped: readonly (readonly (string | undefined)[])[];
  /** Text and level; no level for the title. */
  readonly headings: readonly (readonly (string | number | undefined)[])[];
  readonly lead: readonly string[];
  readonly notices: number;
}

export function readFixtures(): readonly Fixture[] {
  const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/u.test(name));
  return names.sort().map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8'),
    format: name.endsWith('.md') ? 'markdown' : 'text',
  }));
}

export function readOutline(name: string): Outline {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Outline;
}

export function outlineOf({ text, format }: Pick<Fixture, 'text' | 'format'>): Outline {
  const transcript = parseTranscript(text, { format });
  const slice = (span: Span): string => text.slice(span.start, span.end);
  const blocks = (kind: string): Transcript['blocks'] =>
    transcript.blocks.filter((block) => block.kind === kind);
  return {
    turns: transcript.turns.map((turn) => [
      turn.kind,
      turn.speaker?.name ?? null,
      turn.speaker?.role ?? null,
      turn.speaker?.organisation ?? null,
      turn.inReplyTo,
      slice(turn).slice(0, 24),
      slice(turn).slice(-16),
    ]),
    dropped: blocks('dropped').map((block) => [slice(block), block.reason]),
    headings: blocks('heading').map((block) =>
      block.level === undefined ? [slice(block)] : [slice(block), block.level],
    ),
    lead: blocks('lead').map(slice),
    notices: transcript.notices.length,
  };
}

/** The words of all speech, without white space: the same however lines end. */
export function speechOf(transcript: Transcript): string {
  const speech = transcript.blocks.filter((block) => block.kind === 'speech');
  return speech
    .map((block) => transcript.text.slice(block.start, block.end))
    .join('')
    .replace(/\s+/gu, '');
}
