/** Finds in the lead and the moderator's words who is introduced with which office, and who moderates. */
import { hostMentions } from './cue-words.ts';
import { findMentions } from './find-mentions.ts';
import { isBareOffice, readIdeographicPost } from './ideographic-posts.ts';
import type { Post } from './post.ts';
import { readPost } from './read-post.ts';
import { isIdeographic, startsWithCapital } from './text-signs.ts';
import { isGradeWord, isHonorific, isTitleWord, namesInstitution } from './title-words.ts';
import type { Span } from './transcript.ts';

/** Words by which a sentence goes over to the next person, in front of an office in Chinese and Japanese. */
const LEADS_IN =
  /(?:\d{1,2}[日号](?:上午|下午|晚间?)?|分别是|请来了?|請來了?|邀请到了?|邀请了?|邀請到?|有请|請|请|感谢|谢谢|謝謝|欢迎|歡迎|由|是|以及|来自|由于|介绍)/gu;
const CLAUSE_EDGE = /[,，;；。:：!！?？\n()（）「」“”"—]/u;
const NEAR = 90;

/** The post printed beside the first mention that has one. */
export function introducedPost(introduction: string, name: string): Post | null {
  for (const mention of [...findMentions(introduction, name), ...officeThenSurname(introduction, name)].slice(
    0,
    8,
  )) {
    const post = isIdeographic(name)
      ? ideographicPost(introduction, mention)
      : spacedPost(introduction, mention);
    if (post !== null) return post;
  }
  return null;
}

/** 杜局长 is introduced as 局长杜某某: the office first, then the surname. */
function officeThenSurname(introduction: string, label: string): readonly Span[] {
  const office = /^[\u3400-\u9FFF](?<office>[\u3400-\u9FFF]{2,6})$/u.exec(label)?.groups?.['office'];
  if (office === undefined || !isBareOffice(office)) return [];
  return findMentions(introduction, office + label.charAt(0)).map((span) => ({
    start: span.end - 1,
    end: span.end,
  }));
}

function ideographicPost(text: string, mention: Span): Post | null {
  const before = text.slice(Math.max(0, mention.start - NEAR), mention.start);
  const clause = (before.split(CLAUSE_EDGE).at(-1) ?? '').trim();
  const from = [...clause.matchAll(LEADS_IN)].map((found) => found.index + found[0].length);
  for (const start of from.length > 0 ? from : [0]) {
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
    withoutAddress(before)
      .split(/[.;:!?;؛।۔\n()«»"“”]/u)
      .at(-1) ?? '';
  const pieces = clause.split(/[,،]/u);
  const last = wordsOf(pieces.at(-1) ?? '');
  if (last.length > 0) return postOfWords(last.slice(-10));
  const apposed = wordsOf(pieces.at(-2) ?? '').slice(-12);
  const post = postOfWords(apposed);
  return post === null || endsInPerson(apposed) ? null : post;
}

/** "the mayor, Mr. ": the full stop of a form of address ends no sentence. */
function withoutAddress(before: string): string {
  const last = /(?<=^|\s)\S+\s*$/u.exec(before);
  return last !== null && isHonorific(last[0].trim()) ? before.slice(0, last.index) : before;
}

function wordsOf(piece: string): readonly string[] {
  return piece.split(/\s+/u).filter((word) => word !== '' && !isHonorific(word));
}

/** "Mayor Ann Lee, Bob Ray": the piece before the comma is another person. */
function endsInPerson(words: readonly string[]): boolean {
  const tail = words.slice(words.findLastIndex((word) => isTitleWord(word)) + 1);
  return (
    tail.length >= 2 && tail.every((word) => startsWithCapital(word)) && !namesInstitution(words.join(' '))
  );
}

function postOfWords(words: readonly string[]): Post | null {
  const titleAt = words.findIndex((word) => isTitleWord(word));
  const lastTitle = words.findLastIndex((word) => isTitleWord(word));
  if (titleAt < 0) return null;
  const joined = words.findLastIndex((word) => CONJUNCTION.test(word));
  if (joined > titleAt && joined < lastTitle) return postOfWords(words.slice(joined + 1));
  const from = lastTitle === words.length - 1 ? startOfPhrase(words, titleAt) : withGrades(words, titleAt);
  return readPost(words.slice(from).join(' '));
}

const CONJUNCTION =
  /^(?:and|und|и|та|й|і|e|ed|y|et|i|oraz|a|ve|və|və|және|жана|va|en|og|och|ja|și|dan|và|و|और|तथा|και|ו)$/iu;

function withGrades(words: readonly string[], titleAt: number): number {
  let from = titleAt;
  while (from > 0 && isGradeWord(words[from - 1] ?? '')) from -= 1;
  return from;
}

/** Genitives of languages that put the body first, and the scripts without capitals that do. */
const GENITIVE = /(?:[нтд][ыі]ң|н[ыиуү]н|[ntd][ıiuü]n|n[ıiuü]ng|ning|की|के|का)$/u;
const TITLE_LAST_SCRIPT =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Hangul}\p{Script=Tamil}\p{Script=Telugu}]/u;

/** Title last: the capitalised words, genitives and grades in front of it belong to it. */
function startOfPhrase(words: readonly string[], titleAt: number): number {
  let from = titleAt;
  while (from > 0) {
    const word = words[from - 1] ?? '';
    const belongs =
      startsWithCapital(word) || isGradeWord(word) || GENITIVE.test(word) || TITLE_LAST_SCRIPT.test(word);
    if (!belongs) break;
    from -= 1;
  }
  return from;
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
