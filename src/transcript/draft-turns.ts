/** Lays the units out as turns: each label opens one, what is no speech is marked, the rest is spoken. */
import { findHeadings } from './find-headings.ts';
import { findPreamble, isRepeatedTitle } from './find-preamble.ts';
import type { LabelCandidate } from './label.ts';
import { edgeDirtReason, isCommentsHead } from './page-dirt.ts';
import type { Block, Span } from './transcript.ts';
import type { Unit, UnitMark } from './unit.ts';

/** A turn before anybody asks who speaks and why. */
export interface TurnDraft {
  readonly label: LabelCandidate | null;
  /** The paragraphs spoken, in order; at least one. */
  readonly speech: readonly Span[];
}

export interface Draft {
  /** Everything visible, in order, without gaps other than white space. */
  readonly blocks: readonly Block[];
  readonly turns: readonly TurnDraft[];
  /** Title and lead: what stands before the first turn and introduces people. */
  readonly lead: string;
}

/** More text than this behind a comments or copyright line is not taken for the end of a page. */
const LONGEST_FOOTER = 1500;

interface Section {
  readonly label: LabelCandidate | null;
  /** Indexes of units; the first is the label's where there is a label. */
  readonly from: number;
  readonly to: number;
}

export function draftTurns(units: readonly Unit[], labels: readonly LabelCandidate[]): Draft {
  const kept = labelsBeforeComments(units, labels);
  const firstLabel = kept[0]?.unit ?? units.length;
  const preamble = findPreamble(units.slice(0, firstLabel), kept.length === 0);
  const sections = splitSections(units, kept, firstLabel);
  const marks = new Map<number, UnitMark>();
  preamble.marks.forEach((mark, index) => mark !== null && marks.set(index, mark));
  for (const section of sections)
    markSection(units, section, preamble.title, marks, section === sections.at(-1));
  const blocks: Block[] = [];
  const turns: TurnDraft[] = [];
  for (const section of sections) emit(units, section, marks, blocks, turns);
  const lead = blocks.filter((block) => block.kind === 'lead').map((block) => blockText(units, block));
  return { blocks, turns, lead: [preamble.title ?? '', ...lead].join('\n') };
}

function blockText(units: readonly Unit[], block: Block): string {
  return units.find((unit) => unit.start === block.start)?.text ?? '';
}

/** Readers' names under "Comments" are no speakers, unless they spoke before. */
function labelsBeforeComments(
  units: readonly Unit[],
  labels: readonly LabelCandidate[],
): readonly LabelCandidate[] {
  const first = labels[0]?.unit ?? units.length;
  const head = units.findIndex((unit, index) => index > first && isCommentsHead(unit.text));
  if (head < 0) return labels;
  const known = new Set(labels.filter((one) => one.unit < head).map((one) => one.key));
  return labels.filter((one) => one.unit < head || known.has(one.key) || one.cue !== null);
}

function splitSections(
  units: readonly Unit[],
  labels: readonly LabelCandidate[],
  firstLabel: number,
): readonly Section[] {
  const sections: Section[] = firstLabel > 0 ? [{ label: null, from: 0, to: firstLabel }] : [];
  labels.forEach((label, at) =>
    sections.push({ label, from: label.unit, to: labels[at + 1]?.unit ?? units.length }),
  );
  return sections;
}

function markSection(
  units: readonly Unit[],
  section: Section,
  title: string | null,
  marks: Map<number, UnitMark>,
  isLast: boolean,
): void {
  const footer = isLast ? footerStart(units, section) : section.to;
  const spoken: number[] = [];
  for (let index = section.from; index < section.to; index += 1) {
    const unit = units[index];
    if (unit === undefined || marks.has(index)) continue;
    if (index === section.from && section.label !== null) continue;
    const reason =
      index >= footer
        ? (edgeDirtReason(unit.text) ?? 'after the end of the page')
        : bodyDirt(unit, index, section, title);
    if (reason === null) spoken.push(index);
    else marks.set(index, { kind: 'dropped', reason });
  }
  if (isLast) dropTail(units, section, spoken, marks);
  markHeadings(units, section, spoken, marks, isLast);
}

function bodyDirt(unit: Unit, index: number, section: Section, title: string | null): string | null {
  if (isRepeatedTitle(unit.text, title)) return 'repeated title';
  const isWholeTurn =
    section.label !== null && section.label.speechStart === null && section.to - section.from === 2;
  return isWholeTurn && index === section.from + 1 ? null : unit.dirt;
}

/** The comments or copyright line after which nothing more is spoken; `section.to` where there is none. */
function footerStart(units: readonly Unit[], section: Section): number {
  for (let index = section.from + 1; index < section.to; index += 1) {
    const reason = units[index]?.dirt ?? null;
    if (reason !== 'comments' && reason !== 'copyright line') continue;
    const rest = units.slice(index, section.to).reduce((sum, unit) => sum + unit.text.length, 0);
    if (rest <= LONGEST_FOOTER) return index;
  }
  return section.to;
}

/** Credits, captions and dates at the very end belong to the page. */
function dropTail(
  units: readonly Unit[],
  section: Section,
  spoken: number[],
  marks: Map<number, UnitMark>,
): void {
  for (let at = spoken.length - 1; at >= 0; at -= 1) {
    const index = spoken[at] ?? 0;
    const reason = edgeDirtReason(units[index]?.text ?? '');
    if (reason === null || (at === 0 && section.label?.speechStart === null)) return;
    marks.set(index, { kind: 'dropped', reason });
    spoken.pop();
  }
}

function markHeadings(
  units: readonly Unit[],
  section: Section,
  spoken: readonly number[],
  marks: Map<number, UnitMark>,
  isLast: boolean,
): void {
  const paragraphs = spoken.flatMap((index) => units[index] ?? []);
  const opensTurn = section.label?.speechStart === null;
  for (const [position, level] of findHeadings(paragraphs, !isLast)) {
    const index = spoken[position];
    if (index !== undefined && !(opensTurn && spoken.length === 1))
      marks.set(index, { kind: 'heading', level });
  }
}

function emit(
  units: readonly Unit[],
  section: Section,
  marks: ReadonlyMap<number, UnitMark>,
  blocks: Block[],
  turns: TurnDraft[],
): void {
  const speech: Span[] = [];
  for (let index = section.from; index < section.to; index += 1) {
    const unit = units[index];
    if (unit === undefined) continue;
    const mark = marks.get(index);
    const label = index === section.from ? section.label : null;
    if (label !== null && label.end > label.start)
      blocks.push({ kind: 'label', start: label.start, end: label.end });
    if (mark !== undefined) blocks.push({ ...mark, start: unit.start, end: unit.end });
    else if (label?.speechStart !== null) {
      const span = { start: label?.speechStart ?? unit.start, end: unit.end };
      blocks.push({ kind: 'speech', ...span });
      speech.push(span);
    }
  }
  if (speech.length > 0) turns.push({ label: section.label, speech });
}
