/** Finds in the lead and the moderator's words who is introduced with which office, and who moderates. */
import { hostMentions } from './cue-words.ts';
import { isCased, isIdeographic, startsWithCapital } from './text-signs.ts';
import { isTitleWord, readIdeographicPost, readPost } from './title-words.ts';
import type { Post } from './title-words.ts';
import type { Span } from './transcript.ts';

/** Words by which a sentence goes over to the next person, in front of an office in Chinese and Japanese. */
const LEADS_IN =
  /(?:分别是|邀请到了?|邀请了?|邀請到?|有请|請|请|感谢|谢谢|謝謝|欢迎|歡迎|由|是|以及|来自|由于|介绍)/gu;
const CLAUSE_EDGE = /[,，;；。:：!！?？\n()（）「」“”"—]/u;
const FORMAL =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|hon|sen|rep|m|mme|mlle|sr|sra|srta|herr|frau|г-н|г-жа|господин|госпожа|bay|bayan)\.?\s/iu;
const NEAR = 90;

/** Where a name is mentioned: as printed, else by the surname, else by a stem that endings follow. */
export function findMentions(introduction: string, name: string): readonly Span[] {
  const plain = name.replace(FORMAL, '').trim();
  if (plain.length < 2) return [];
  const whole = occurrences(introduction, plain);
  if (whole.length > 0 || isIdeographic(plain)) return whole;
  const words = plain.split(/\s+/u);
  const surname = words.at(-1) ?? plain;
  if (!isCased(/\p{L}/u.exec(surname)?.[0] ?? '') || surname.length < 3) return [];
  const stems = words.map((word) => escape(word.length > 4 ? word.slice(0, -1) : word));
  const first =
    words.length > 1
      ? stems
          .slice(0, -1)
          .map((stem) => `${stem}\\p{L}{0,3}\\s+`)
          .join('')
      : '(?:\\p{Lu}\\p{L}+\\s+){0,2}';
  const inflected = new RegExp(`(?<!\\p{L})${first}${stems.at(-1) ?? ''}\\p{L}{0,4}(?!\\p{L})`, 'giu');
  return [...introduction.matchAll(inflected)]
    .filter((match) => startsWithCapital(match[0].split(/\s+/u).at(-1) ?? ''))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

function occurrences(text: string, name: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + name.length);
    const cased = isCased(name.charAt(0));
    if (!cased || !(/\p{L}/u.test(before) || /\p{L}/u.test(after)))
      spans.push({ start: at, end: at + name.length });
  }
  return spans;
}

/** The post printed beside the first mention that has one. */
export function introducedPost(introduction: string, name: string): Post | null {
  for (const mention of findMentions(introduction, name).slice(0, 8)) {
    const post = isIdeographic(name)
      ? ideographicPost(introduction, mention)
      : spacedPost(introduction, mention);
    if (post !== null) return post;
  }
  return null;
}

function ideographicPost(text: string, mention: Span): Post | null {
  const before = text.slice(Math.max(0, mention.start - NEAR), mention.start);
  const clause = (before.split(CLAUSE_EDGE).at(-1) ?? '').trim();
  const from = [...clause.matchAll(LEADS_IN)].map((found) => found.index + found[0].length);
  for (const start of [0, ...from]) {
    if (start === 0 && from.length > 0) continue;
    const post = readIdeographicPost(afterLastPerson(clause.slice(start).replace(/の$/u, '')));
    if (post !== null) return post;
  }
  const bracket = /^[（(](?<post>[^）)]{2,40})[）)]/u.exec(text.slice(mention.end, mention.end + 44))
    ?.groups?.['post'];
  return bracket === undefined ? null : readIdeographicPost(bracket);
}

/** In 外交部部长张某和商务部部长 the first person is somebody else's. */
function afterLastPerson(clause: string): string {
  const joined = /^.*(?:[长長任记席理使人授员表])[\u3400-\u9FFF]{2,4}(?:和|与|及|、)(?<rest>.+)$/u.exec(
    clause,
  )?.groups?.['rest'];
  return joined !== undefined && readIdeographicPost(joined) !== null && !clause.includes('、')
    ? joined
    : clause;
}

function spacedPost(text: string, mention: Span): Post | null {
  return (
    postAfter(text.slice(mention.end, mention.end + 160)) ??
    postBefore(text.slice(Math.max(0, mention.start - 140), mention.start))
  );
}

/** ", Minister of Health of Ruritania," or " (Minister of Health)" or " — министр здравоохранения". */
function postAfter(after: string): Post | null {
  const bracket = /^\s*[（(](?<post>[^）)\n]{3,100})[）)]/u.exec(after)?.groups?.['post'];
  if (bracket !== undefined) return readPost(bracket);
  const phrase = /^\s*(?:[,،]|\s[–—-])\s*(?<post>[^.;:;؛\n(]{3,140})/u.exec(after)?.groups?.['post'];
  if (phrase === undefined) return null;
  const own = phrase.split(/\s[–—]\s/u)[0] ?? phrase;
  return readPost(cutAtNextPerson(own));
}

/** The words up to the comma or "and" behind which another person or the sentence goes on. */
function cutAtNextPerson(phrase: string): string {
  const pieces = phrase.split(/([,،])/u);
  const first = pieces[0] ?? phrase;
  if (
    !first
      .trim()
      .split(/\s+/u)
      .slice(0, 4)
      .some((word) => isTitleWord(word))
  )
    return '';
  const second = pieces[2]?.trim() ?? '';
  const cut =
    first.split(
      /\s(?:and|и|y|et|und|e|ve|және|و|और|i|a|who|that|will|was|has|said|told|which|которы\p{L}*|qui|que|der|die)\s(?=\p{Lu}|the\s\p{Lu}|\p{L}+\s)/u,
    )[0] ?? first;
  const words = cut.trim().split(/\s+/u);
  return words.length > 14 ? '' : `${cut.trim()}${belongsToPost(second) ? `, ${second}` : ''}`;
}

function belongsToPost(piece: string): boolean {
  const words = piece.split(/\s+/u);
  return (
    words.length <= 8 &&
    startsWithCapital(piece) &&
    readPost(`director, ${piece}`)?.organisation !== null &&
    !words.some((word) => isTitleWord(word)) &&
    !/\s(?:and|и|y|et|und)\s/u.test(piece)
  );
}

/** "Health Minister Ann Lee", «министр здравоохранения Иван Петров», "Sağlık Bakanı Ali Veli": the title before the name. */
function postBefore(before: string): Post | null {
  const clause =
    before
      .split(/[.;:!?;؛,،\n()«»"“”]/u)
      .at(-1)
      ?.trimEnd() ?? '';
  const words = clause
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '' && !/^(?:mr|mrs|ms|dr|prof)\.?$/iu.test(word));
  const near = words.slice(-10);
  const titleAt = near.findIndex((word) => isTitleWord(word));
  if (titleAt < 0) return null;
  const lastTitle = near.findLastIndex((word) => isTitleWord(word));
  const from = lastTitle === near.length - 1 ? startOfPhrase(near, titleAt, lastTitle) : titleAt;
  return headFinalPost(near, from, lastTitle) ?? readPost(near.slice(from).join(' '));
}

/** Title last: the capitalised or uncased words in front of it belong to it. */
function startOfPhrase(words: readonly string[], titleAt: number, lastTitle: number): number {
  let from = Math.min(titleAt, lastTitle);
  while (from > 0 && startsWithCapital(words[from - 1] ?? '') && from > lastTitle - 8) from -= 1;
  return from;
}

function headFinalPost(words: readonly string[], from: number, title: number): Post | null {
  if (title !== words.length - 1 || from === title) return null;
  const titles = words.slice(from, title + 1).findIndex((word) => isTitleWord(word)) + from;
  const body = words.slice(from, titles).join(' ');
  const post = readPost(words.slice(titles, title + 1).join(' '));
  if (post === null || body === '' || titles !== title) return null;
  const institution = readPost(`director, ${body}`)?.organisation ?? null;
  return institution === null
    ? { role: words.slice(from, title + 1).join(' '), organisation: null }
    : { role: post.role, organisation: institution };
}

/** Of all names, those nearest to a word for moderating, within its sentence. */
export function introducedHosts(introduction: string, names: readonly string[]): ReadonlySet<string> {
  const mentions = names.flatMap((name) => findMentions(introduction, name).map((span) => ({ name, span })));
  const hosts = new Set<string>();
  for (const at of hostMentions(introduction)) {
    let best: { name: string; distance: number } | null = null;
    for (const { name, span } of mentions) {
      const [from, to] = span.end <= at ? [span.end, at] : [at, span.start];
      const between = introduction.slice(from, to);
      if (
        to - from > 60 ||
        /[.。!！;；\n]/u.test(between.replace(/\b\p{Lu}\p{L}?\.|(?:Mr|Ms|Mrs|Dr)\./gu, ''))
      )
        continue;
      if (best === null || to - from < best.distance) best = { name, distance: to - from };
    }
    if (best !== null) hosts.add(best.name);
  }
  return hosts;
}
