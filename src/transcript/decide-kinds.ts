/** Decides why each turn is spoken — statement, question, answer, moderation — and which question it answers. */
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

/** In columns of a page: what is shorter is too short for a statement or for a long reply. */
const SHORT = 260;
const LONG_REPLY = 500;
const LOOK = 4000;

type Part = 'host' | 'asker' | 'official';

export function decideKinds(turns: readonly SpokenTurn[]): readonly KindDecision[] {
  const parts = decideParts(turns);
  const kinds: KindDecision[] = [];
  let question: number | null = null;
  let answered = false;
  turns.forEach((_turn, at) => {
    const part = parts[at] ?? 'official';
    const kind = kindOf(turns, parts, at, part, question !== null, answered);
    if (kind === 'question') {
      question = at;
      answered = false;
    } else if (kind === 'answer') answered = true;
    kinds.push({ kind, inReplyTo: kind === 'answer' ? question : null });
  });
  return kinds;
}

function kindOf(
  turns: readonly SpokenTurn[],
  parts: readonly Part[],
  at: number,
  part: Part,
  asked: boolean,
  answered: boolean,
): TurnKind {
  const turn = turns[at];
  if (turn === undefined) return 'moderation';
  const isShort = columns(turn.words, LOOK) < SHORT;
  if (part === 'host') return 'moderation';
  if (part === 'asker')
    return isShort && !asksQuestion(turn.words) && parts[at + 1] !== 'official' ? 'moderation' : 'question';
  if (turn.cue === 'answer') return asked ? 'answer' : 'statement';
  if (!asked) return isShort && turns.length > 2 && parts[at + 1] === 'asker' ? 'moderation' : 'statement';
  const previous = parts[at - 1];
  if (
    answered &&
    isShort &&
    previous !== 'asker' &&
    (at === turns.length - 1 || parts[at + 1] === 'asker') &&
    turn.key !== ''
  )
    return closes(turns, at);
  return 'answer';
}

/** A short last word after the answers is a farewell, unless it is somebody's only word to the question. */
function closes(turns: readonly SpokenTurn[], at: number): TurnKind {
  return at === turns.length - 1 ? 'moderation' : 'answer';
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
    const labelled = own.some((at) => turns[at]?.cue === 'question' || turns[at]?.cue === 'journalist');
    const excluded =
      first.hasPost ||
      first.introducedAsHost ||
      own.some((at) => turns[at]?.cue === 'host' || turns[at]?.cue === 'answer');
    if (labelled || (!excluded && mostlyAsks(turns, own))) askers.add(key);
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

function mostlyAsks(turns: readonly SpokenTurn[], own: readonly number[]): boolean {
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
  return asking.length > 0 && asking.length / own.length >= 0.6;
}

/** Who opens, hands over and closes, and never replies at length; or who is introduced as moderator. */
function findHosts(turns: readonly SpokenTurn[], askers: ReadonlySet<string>): ReadonlySet<string> {
  const hosts = new Set<string>();
  const typical = typicalLength(turns, askers);
  for (const [key, own] of turnsByKey(turns)) {
    const known = own.some((at) => turns[at]?.cue === 'host' || turns[at]?.introducedAsHost === true);
    if (key === '' || (askers.has(key) && !known)) continue;
    if (known || hostScore(turns, own, askers, typical) >= 3) hosts.add(key);
  }
  return hosts;
}

/** The median length, in columns, of the turns of those who do not ask. */
function typicalLength(turns: readonly SpokenTurn[], askers: ReadonlySet<string>): number {
  const lengths = turns.filter((turn) => !askers.has(turn.key)).map((turn) => columns(turn.words, LOOK));
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
}

function hostScore(
  turns: readonly SpokenTurn[],
  own: readonly number[],
  askers: ReadonlySet<string>,
  typical: number,
): number {
  const others = new Set(turns.map((turn) => turn.key).filter((key) => !askers.has(key)));
  if (others.size < 2 || own.length < 2) return 0;
  const repliesAtLength = own.some(
    (at) => askers.has(turns[at - 1]?.key ?? '') && columns(turns[at]?.words ?? '', LOOK) > LONG_REPLY,
  );
  const isLong = own.some((at) => columns(turns[at]?.words ?? '', LOOK) > Math.max(1500, 1.5 * typical));
  if (repliesAtLength || isLong) return 0;
  const opens = own[0] === 0 ? 1 : 0;
  const ends = own.at(-1) === turns.length - 1 ? 1 : 0;
  const handsOver = own.some((at) => namesNext(turns, at)) ? 1 : 0;
  const repliesToNobody = own.every((at) => !askers.has(turns[at - 1]?.key ?? '')) ? 1 : 0;
  return opens + ends + handsOver + repliesToNobody;
}

function namesNext(turns: readonly SpokenTurn[], at: number): boolean {
  const name = turns[at + 1]?.speaker?.name ?? '';
  const surname = name.split(/\s+/u).at(-1) ?? '';
  const words = turns[at]?.words.slice(0, LOOK) ?? '';
  return surname.length >= 2 && words.toLowerCase().includes(surname.toLowerCase());
}
