/** Parses the text of a published transcript, in any language, into turns with exact offsets. */
import { chooseLabels } from './choose-labels.ts';
import { decideKinds } from './decide-kinds.ts';
import { draftTurns } from './draft-turns.ts';
import type { Draft, TurnDraft } from './draft-turns.ts';
import { findDialogue } from './find-dialogue.ts';
import { findLabelCandidates, readCandidate } from './find-label-candidates.ts';
import { frontMatterLength } from './find-preamble.ts';
import type { LabelCandidate } from './label.ts';
import { soleOfficial } from './sole-official.ts';
import { asOutlet, nameSpeakers } from './name-speakers.ts';
import { splitUnits } from './split-units.ts';
import { isAllCapitals } from './text-signs.ts';
import type { Block, Transcript, Turn } from './transcript.ts';
import type { Unit } from './unit.ts';

export interface ParseOptions {
  /** `text` leaves Markdown marks alone; `markdown`, and no format, read them. */
  readonly format?: 'text' | 'markdown';
}

/** How much of the opening words counts as introduction, in UTF-16 code units. */
const INTRODUCTION = 6000;

/**
 * Pure and total: every string gives a transcript, whose blocks cover it without gap or overlap. Offsets are UTF-16
 * code units of `text` as given. What could not be recognised is said in `notices`.
 */
export function parseTranscript(text: string, options: ParseOptions = {}): Transcript {
  const markdown = options.format !== 'text';
  const units = splitUnits(text, (line) => startsTurn(line, markdown));
  const labels = findLabels(text, units, markdown);
  const draft = draftTurns(units, labels);
  const turns = finishTurns(text, draft);
  return { text, turns, blocks: withSpace(draft.blocks, text.length), notices: noticesFor(units, turns) };
}

/** The labels, with the dirt of the page looked past: what it stands between belongs together. */
function findLabels(text: string, units: readonly Unit[], markdown: boolean): readonly LabelCandidate[] {
  const front = frontMatterLength(units);
  const places = units.flatMap((unit, index) => (index < front || unit.dirt !== null ? [] : [index]));
  const clean = places.flatMap((index) => units[index] ?? []);
  const chosen = chooseLabels(text, clean, findLabelCandidates(clean, markdown));
  const labels = chosen.length > 0 ? chosen : findDialogue(clean, markdown);
  return labels.map((label) => ({ ...label, unit: places[label.unit] ?? label.unit }));
}

/** In wrapped text: does this line open a turn although no empty line stands before it? */
function startsTurn(line: Unit, markdown: boolean): boolean {
  const candidate = readCandidate(line, 0, markdown);
  if (candidate === null || candidate.form === 'bare') return false;
  return (
    candidate.cue !== null ||
    candidate.timed ||
    candidate.markup.bold ||
    isAllCapitals(candidate.core) ||
    candidate.speechStart === null
  );
}

function finishTurns(text: string, draft: Draft): readonly Turn[] {
  const words = draft.turns.map((turn) =>
    turn.speech.map((span) => text.slice(span.start, span.end)).join('\n'),
  );
  const named = nameSpeakers(draft.turns, introductionOf(draft, words), words);
  const kinds = decideKinds(named.map((one, at) => ({ ...one, words: words[at] ?? '' })));
  const only = soleOfficial(named, kinds, draft.lead);
  return draft.turns.map((turn, at) => {
    const decision = kinds[at];
    const kind = decision?.kind ?? 'statement';
    const speaker = named[at]?.speaker ?? (kind === 'answer' ? only : null);
    return {
      id: `t${at + 1}`,
      ordinal: at + 1,
      kind,
      speaker: kind === 'question' && speaker !== null ? asOutlet(speaker) : speaker,
      inReplyTo: decision === undefined || decision.inReplyTo === null ? null : `t${decision.inReplyTo + 1}`,
      ...extent(turn),
    };
  });
}

function extent(turn: TurnDraft): { readonly start: number; readonly end: number } {
  return { start: turn.speech[0]?.start ?? 0, end: turn.speech.at(-1)?.end ?? 0 };
}

/** The lead, and what is said before the first journalist speaks. */
function introductionOf(draft: Draft, words: readonly string[]): string {
  const firstQuestion = draft.turns.findIndex(
    (turn) => turn.label?.cue === 'question' || turn.label?.cue === 'journalist',
  );
  const opening = words.slice(0, Math.min(3, firstQuestion < 0 ? 3 : firstQuestion));
  return [draft.lead, ...opening]
    .join('\n')
    .slice(0, INTRODUCTION)
    .replace(/\*\*|__/gu, '');
}

/** Fills what lies between the blocks, which is white space and invisible marks. */
function withSpace(blocks: readonly Block[], length: number): readonly Block[] {
  const all: Block[] = [];
  let at = 0;
  for (const block of blocks) {
    if (block.start > at) all.push({ kind: 'space', start: at, end: block.start });
    all.push(block);
    at = block.end;
  }
  if (at < length) all.push({ kind: 'space', start: at, end: length });
  return all;
}

function noticesFor(units: readonly Unit[], turns: readonly Turn[]): readonly string[] {
  if (units.length === 0) return ['The text is empty: there is nothing to cite.'];
  if (turns.length === 0) return ['No speech was found: everything was taken for headings or page dirt.'];
  if (turns.every((turn) => turn.speaker === null && turn.kind === 'statement')) {
    return [
      'No speakers were recognised: the whole text is one statement of nobody named, divided at its headings.',
    ];
  }
  return [];
}
