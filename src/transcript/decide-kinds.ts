/** Decides why each turn is spoken — statement, question, answer, moderation — and which question it answers. */
import { givesThanks, onlyOpens } from './cue-words.ts';
import type { NamedTurn } from './name-speakers.ts';
import { asksQuestion, columns } from './text-signs.ts';
import type { TurnKind } from './transcript.ts';

export interface SpokenTurn extends NamedTurn {
  /** The words of the turn; paragraphs joined by line breaks. */
  readonly words: string;
}

export interface KindDecision {
  readonly kind: TurnKind;
  /** Index of the question turn that an answer replies to. */
  readonly inReplyTo: number | null;
}

/** In columns of a page: shorter words before the questions only open, shorter words without a question only thank. */
const OPENING_WORDS = 100;
const THANKS = 60;
const LONGEST_FAREWELL = 330;
const LONG_REPLY = 500;
/** How much of a turn is looked at, in UTF-16 code units or columns. */
const LOOK = 4000;

type Part = 'host' | 'asker' | 'official';

interface Progress {
  readonly asked: boolean;
  readonly answered: boolean;
  readonly above: TurnKind | null;
}

export function decideKinds(turns: readonly SpokenTurn[]): readonly KindDecision[] {
  const parts = decideParts(turns);
  let progress: Progress = { asked: false, answered: false, above: null };
  const kinds = turns.map((turn, at) => {
    const kind = kindOf(turn, parts, at, progress);
    progress = {
      asked: progress.asked || kind === 'question',
      answered: progress.answered || kind === 'answer',
      above: kind,
    };
    return kind;
  });
  const replies = linkAnswers(kinds);
  return kinds.map((kind, at) => ({ kind, inReplyTo: replies[at] ?? null }));
}

function kindOf(turn: SpokenTurn, parts: readonly Part[], at: number, progress: Progress): TurnKind {
  const part = parts[at] ?? 'official';
  const length = columns(turn.words, LOOK);
  if (part === 'host') return 'moderation';
  if (part === 'asker') {
    const thanks =
      length < THANKS &&
      !asksQuestion(turn.words) &&
      givesThanks(turn.words) &&
      progress.above === 'answer' &&
      at + 2 >= parts.length;
    return thanks ? 'moderation' : 'question';
  }
  if (!progress.asked) {
    const opens = at === 0 && length < OPENING_WORDS && parts[1] === 'asker' && onlyOpens(turn.words);
    return opens ? 'moderation' : 'statement';
  }
  const ends = at === parts.length - 1 && progress.above !== 'question' && progress.answered;
  return ends && length < LONGEST_FAREWELL && givesThanks(turn.words) ? 'moderation' : 'answer';
}

/**
 * Each answer replies to the latest question. Where several questions stand in a row and as many answers follow, the
 * first answer replies to the first question and so on.
 */
function linkAnswers(kinds: readonly TurnKind[]): readonly (number | null)[] {
  const replies: (number | null)[] = kinds.map(() => null);
  for (let at = 0; at < kinds.length; at += 1) {
    if (kinds[at] !== 'question') continue;
    const questions = runOf(kinds, at, 'question');
    const to = at + questions;
    const answers = runOf(kinds, to, 'answer');
    for (let next = to; next < kinds.length && kinds[next] !== 'question'; next += 1) {
      if (kinds[next] !== 'answer') continue;
      replies[next] =
        questions > 1 && answers === questions && next < to + answers ? at + (next - to) : to - 1;
    }
    at = to - 1;
  }
  return replies;
}

function runOf(kinds: readonly TurnKind[], from: number, kind: TurnKind): number {
  let to = from;
  while (kinds[to] === kind) to += 1;
  return to - from;
}

/** The part that each turn's speaker plays. */
function decideParts(turns: readonly SpokenTurn[]): readonly Part[] {
  const askers = findAskers(turns);
  const hosts = findHosts(turns, askers);
  const anybodyAsks = askers.size > 0;
  return turns.map((turn, at) => {
    const isHost = hosts.has(turn.key);
    if (isHost && !anybodyAsks && asksQuestion(turn.words.slice(-LOOK)) && at + 1 < turns.length)
      return 'asker';
    if (isHost) return 'host';
    return turn.cue === 'question' || turn.cue === 'journalist' || askers.has(turn.key)
      ? 'asker'
      : 'official';
  });
}

/** Who is labelled so, or whose turns end in questions that somebody else takes up at greater length. */
function findAskers(turns: readonly SpokenTurn[]): ReadonlySet<string> {
  const askers = new Set<string>();
  for (const [key, own] of turnsByKey(turns)) {
    const first = turns[own[0] ?? 0];
    if (first === undefined || key === '') continue;
    const cues = own.map((at) => turns[at]?.cue ?? null);
    const labelled = cues.includes('question') || cues.includes('journalist');
    const excluded = first.introducedAsHost || cues.includes('host') || cues.includes('answer');
    const share = first.hasPost ? 0.9 : 0.6;
    if (labelled || (!excluded && own.length >= (first.hasPost ? 2 : 1) && asksShare(turns, own) >= share))
      askers.add(key);
  }
  return askers;
}

function turnsByKey(turns: readonly SpokenTurn[]): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>();
  turns.forEach((turn, at) => {
    const own = byKey.get(turn.key);
    if (own === undefined) byKey.set(turn.key, [at]);
    else own.push(at);
  });
  return byKey;
}

/** The share of somebody's turns that end in a question which the next person takes up. */
function asksShare(turns: readonly SpokenTurn[], own: readonly number[]): number {
  const asking = own.filter((at) => {
    const turn = turns[at];
    const next = turns[at + 1];
    return (
      turn !== undefined &&
      next !== undefined &&
      next.key !== turn.key &&
      asksQuestion(turn.words.slice(-400))
    );
  });
  return asking.length / own.length;
}

/** Who opens, hands over and closes, and never replies at length; or who is introduced as moderator. */
function findHosts(turns: readonly SpokenTurn[], askers: ReadonlySet<string>): ReadonlySet<string> {
  const hosts = new Set<string>();
  const byKey = turnsByKey(turns);
  const lengths = [...byKey]
    .filter(([key]) => !askers.has(key))
    .map(([key, own]) => ({ key, length: longest(turns, own) }));
  lengths.sort((a, b) => b.length - a.length);
  const share = askers.size > 0 ? 0.8 : 0.34;
  const limitFor = (key: string): number =>
    share * ((lengths[0]?.key === key ? lengths[1] : lengths[0])?.length ?? 0);
  const officials = new Set(turns.map((turn) => turn.key).filter((key) => !askers.has(key)));
  for (const [key, own] of byKey) {
    const labelled = own.some((at) => turns[at]?.cue === 'host');
    const introduced = own.some((at) => turns[at]?.introducedAsHost === true);
    const known = labelled || (introduced && !takesQuestions(turns, key, askers));
    if (key === '' || (askers.has(key) && !known)) continue;
    if (known || (officials.size > 1 && hostScore(turns, own, askers, limitFor(key)) >= 3)) hosts.add(key);
  }
  return hosts;
}

/** Most questions are answered by this speaker alone: who "holds" a press conference need not moderate it. */
function takesQuestions(turns: readonly SpokenTurn[], key: string, askers: ReadonlySet<string>): boolean {
  let questions = 0;
  let alone = 0;
  turns.forEach((turn, at) => {
    const next = turns[at + 1];
    if (!askers.has(turn.key) || next === undefined || askers.has(next.key)) return;
    const after = turns[at + 2];
    questions += 1;
    if (next.key === key && (after === undefined || askers.has(after.key))) alone += 1;
  });
  return alone > questions / 2;
}

/** The longest turn of each, in columns: a moderator's is shorter than what is moderated. */
function longest(turns: readonly SpokenTurn[], own: readonly number[]): number {
  return own.reduce((length, at) => Math.max(length, columns(turns[at]?.words ?? '', LOOK)), 0);
}

function hostScore(
  turns: readonly SpokenTurn[],
  own: readonly number[],
  askers: ReadonlySet<string>,
  limit: number,
): number {
  if (own.length < 2) return 0;
  const repliesAtLength = own.some(
    (at) => askers.has(turns[at - 1]?.key ?? '') && columns(turns[at]?.words ?? '', LOOK) > LONG_REPLY,
  );
  if (repliesAtLength || longest(turns, own) > limit) return 0;
  const opens = own[0] === 0 ? 1 : 0;
  const ends = own.at(-1) === turns.length - 1 ? 1 : 0;
  const handsOver = own.some((at) => namesNext(turns, at)) ? 1 : 0;
  const repliesToNobody = own.every((at) => !askers.has(turns[at - 1]?.key ?? '')) ? 1 : 0;
  return opens + ends + handsOver + repliesToNobody;
}

function namesNext(turns: readonly SpokenTurn[], at: number): boolean {
  const name = turns[at + 1]?.speaker?.name ?? '';
  const words = turns[at]?.words.slice(0, LOOK).toLowerCase() ?? '';
  return name
    .split(/\s+/u)
    .some((part) => part.length >= 2 && !part.endsWith('.') && words.includes(part.toLowerCase()));
}
