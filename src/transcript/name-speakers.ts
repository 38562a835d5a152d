/** Turns labels into speakers: name, role, organisation, and what is known of why they speak. */
import { readCue } from './cue-words.ts';
import type { Cue } from './cue-words.ts';
import type { TurnDraft } from './draft-turns.ts';
import { introducedHosts, introducedPost } from './find-introductions.ts';
import type { LabelCandidate } from './label.ts';
import { comparable, isIdeographic, startsWithCapital } from './text-signs.ts';
import { readIdeographicPost, splitOfficeLabel } from './ideographic-posts.ts';
import { personInLabel } from './person-in-label.ts';
import type { Post } from './post.ts';
import { readPost } from './read-post.ts';
import { isTitleWord, namesMedia } from './title-words.ts';
import type { Speaker } from './transcript.ts';

export interface NamedTurn {
  readonly speaker: Speaker | null;
  /** The same for all turns of one person; '' where nobody is named. */
  readonly key: string;
  /** What the label itself says of the speaker's part. */
  readonly cue: Cue | null;
  readonly introducedAsHost: boolean;
  readonly hasPost: boolean;
}

/** More names than this are not looked up in the introduction: a guard for time. */
const MOST_LOOKUPS = 200;
/** How much of the turn before somebody's first may introduce that person, in UTF-16 code units. */
const HANDING_OVER = 1500;

/** `introduction` is the lead and the opening words; `words` what each turn says, as somebody may be introduced later. */
export function nameSpeakers(
  turns: readonly TurnDraft[],
  introduction: string,
  words: readonly string[],
): readonly NamedTurn[] {
  const firstTurns = firstTurnOfEach(turns);
  const names = [...firstTurns.keys()];
  const handingOver = (name: string): string =>
    words[(firstTurns.get(name) ?? 0) - 1]?.slice(-HANDING_OVER) ?? '';
  const introduced: Introduced = {
    hosts: introducedHosts(introduction, names),
    posts: new Map(
      names.map((name) => [
        name,
        introducedPost(introduction, name) ?? introducedPost(handingOver(name), name),
      ]),
    ),
  };
  return shareWithinPerson(
    turns.map((turn) => (turn.label === null ? nobody(null) : nameSpeaker(turn.label, introduced))),
  );
}

/** The first people named, each with the index of the first turn. */
function firstTurnOfEach(turns: readonly TurnDraft[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  turns.forEach((turn, at) => {
    if (turn.label === null || turn.label.cue !== null || first.size >= MOST_LOOKUPS) return;
    const name = personInLabel(turn.label.core);
    if (!first.has(name)) first.set(name, at);
  });
  return first;
}

interface Introduced {
  readonly hosts: ReadonlySet<string>;
  readonly posts: ReadonlyMap<string, Post | null>;
}

function nobody(cue: Cue | null): NamedTurn {
  return { speaker: null, key: cue ?? '', cue, introducedAsHost: false, hasPost: false };
}

function nameSpeaker(label: LabelCandidate, introduced: Introduced): NamedTurn {
  if (label.cue === 'question' || label.cue === 'answer') return namedByAddition(label, label.cue);
  if (label.cue === 'journalist') return journalist(label);
  if (label.cue === 'host') return host(label);
  const addition = label.extra === null ? null : readCue(label.extra);
  const office = splitOfficeLabel(label.core);
  const name = personInLabel(label.core);
  const printed =
    postOfAddition(label.extra) ?? (office === null ? leadingTitle(label.core) : readOffice(office.post));
  const post = mergePosts(printed, introduced.posts.get(name) ?? null);
  const outlet =
    label.extra !== null && addition === null && postOfAddition(label.extra) === null ? label.extra : null;
  const role = post?.role ?? (addition === null ? null : label.extra);
  const speaker = {
    name,
    role,
    organisation: outlet ?? post?.organisation ?? null,
  };
  return {
    speaker,
    key: comparable(speaker.name),
    cue: addition?.cue === 'host' || addition?.cue === 'journalist' ? addition.cue : null,
    introducedAsHost: introduced.hosts.has(name),
    hasPost: post !== null,
  };
}

/** "Question (Al Jazeera):", "Question from Al Jazeera:", "Answer (Ann Lee, Mayor):". */
function namedByAddition(label: LabelCandidate, cue: Cue): NamedTurn {
  const addition = label.extra ?? (label.cueRest === '' ? null : label.cueRest);
  if (addition === null) return nobody(cue);
  const [first = addition, second] = unquoted(addition).split(/\s*[,，،/]\s*/u);
  const reading = readCue(first);
  const post = second === undefined ? null : readPost(second);
  const organisation =
    post?.organisation ?? (second === undefined ? (reading?.rest ?? first) : post === null ? second : null);
  const role = post?.role ?? (reading?.cue === 'journalist' ? reading.word : null);
  const speaker = {
    name: first,
    role,
    organisation: cue === 'question' ? organisation : (post?.organisation ?? null),
  };
  return { speaker, key: comparable(first), cue, introducedAsHost: false, hasPost: post !== null };
}

/** "新华社记者", "Корреспондент ТАСС": the outlet is what the label says besides the word. */
function journalist(label: LabelCandidate): NamedTurn {
  const rest = isIdeographic(label.core)
    ? (label.cueRest.split(' ')[0] ?? '')
    : label.cueRest.replace(/\s(?:के|की|का)$/u, '');
  const organisation = rest === '' ? label.extra : unquoted(rest);
  const name = label.core.replace(/(?<=[记記]者)(?:提问|提問|问|問)$/u, '');
  const speaker = { name, role: label.cueWord, organisation };
  return { speaker, key: label.key, cue: 'journalist', introducedAsHost: false, hasPost: false };
}

/** An outlet's name without the quotation marks that are only there to set it off. */
function unquoted(name: string): string {
  return /^[«“"„「『《]([^«“"„「『《»”」』》]+)[»”"“」』》]$/u.exec(name)?.[1] ?? name;
}

function host(label: LabelCandidate): NamedTurn {
  const name = label.cueRest === '' ? (label.extra ?? label.core) : label.cueRest;
  const speaker = { name, role: label.cueWord, organisation: null };
  return { speaker, key: comparable(name), cue: 'host', introducedAsHost: true, hasPost: false };
}

function readOffice(phrase: string): Post | null {
  return readIdeographicPost(phrase) ?? readPost(phrase);
}

/** What the introduction says is fuller than a title in a label, if it says the same title. */
function mergePosts(printed: Post | null, introduced: Post | null): Post | null {
  if (printed === null || introduced === null) return printed ?? introduced;
  const agrees = comparable(introduced.role).includes(comparable(printed.role));
  return agrees
    ? introduced
    : { role: printed.role, organisation: printed.organisation ?? introduced.organisation };
}

function postOfAddition(extra: string | null): Post | null {
  if (extra === null || readCue(extra) !== null) return null;
  return readPost(extra);
}

/** "Foreign Minister Ann Lee", "THE PRESIDENT": titles in front of, or instead of, a name. */
function leadingTitle(core: string): Post | null {
  if (isIdeographic(core)) return readIdeographicPost(core);
  const words = core.split(/\s+/u);
  const last = words.findLastIndex((word) => isTitleWord(word));
  if (last < 0 || last > 4) return null;
  const role = words.slice(/^the$/iu.test(words[0] ?? '') ? 1 : 0, last + 1).join(' ');
  return startsWithCapital(role) ? { role, organisation: null } : null;
}

/** A role printed at one turn of a person holds for all of them. */
function shareWithinPerson(turns: readonly NamedTurn[]): readonly NamedTurn[] {
  const best = new Map<string, NamedTurn>();
  for (const turn of turns) {
    const known = best.get(turn.key);
    if (known === undefined || (!known.hasPost && turn.hasPost) || (known.cue === null && turn.cue !== null))
      best.set(turn.key, turn);
  }
  return turns.map((turn) => {
    const known = best.get(turn.key);
    if (turn.speaker === null || known?.speaker === undefined || known.speaker === null || known === turn)
      return turn;
    const speaker = {
      name: turn.speaker.name,
      role: turn.speaker.role ?? known.speaker.role,
      organisation: turn.speaker.organisation ?? known.speaker.organisation,
    };
    return { ...turn, speaker, cue: turn.cue ?? known.cue, hasPost: turn.hasPost || known.hasPost };
  });
}

/** Whoever only asks and is called by one short name is that outlet: "Reuters:" has Reuters as organisation. */
export function asOutlet(speaker: Speaker): Speaker {
  if (speaker.organisation !== null || speaker.role !== null) return speaker;
  const isOneWord = !/\s/u.test(speaker.name) && !isIdeographic(speaker.name);
  return isOneWord || namesMedia(speaker.name)
    ? { ...speaker, organisation: unquoted(speaker.name) }
    : speaker;
}
