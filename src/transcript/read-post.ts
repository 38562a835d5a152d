/** Parts an office from the body it belongs to, in scripts with spaces between words. */
import { readIdeographicPost } from './ideographic-posts.ts';
import type { Post } from './post.ts';
import { isIdeographic, startsWithCapital } from './text-signs.ts';
import { isGradeWord, isHonorific, isTitleWord, namesInstitution } from './title-words.ts';

/**
 * Parts a post in a script with spaces: "Director of the Harbour Agency" → Director + Harbour Agency. The body is what
 * follows a comma, or a capitalised rest that names an institution; a field ("Minister of Health") stays in the role.
 */
export function readPost(phrase: string): Post | null {
  const text = withoutAddress(phrase);
  if (text === '' || text.length > 160) return null;
  if (isIdeographic(text) && !/\s/u.test(text)) return readIdeographicPost(text);
  const parts = text.split(/\s+/u);
  const titleAt = parts.findIndex((part) => isTitleWord(part));
  if (titleAt < 0) return null;
  const comma = /^(?<role>[^,،]+)[,،]\s*(?<body>.+)$/u.exec(text)?.groups;
  if (comma !== undefined && namesInstitution(comma['body'] ?? ''))
    return { role: comma['role'] ?? text, organisation: comma['body'] ?? null };
  return (
    splitTitleLast(parts, titleAt) ??
    splitAtLink(text) ??
    splitAtCapital(parts, titleAt) ?? { role: text, organisation: null }
  );
}

/** Without punctuation and forms of address at either end. */
function withoutAddress(phrase: string): string {
  const words = phrase
    .trim()
    .replace(/^[\s,،;:–—-]+|[\s,،;:–—-]+$/gu, '')
    .split(/\s+/u);
  while (isHonorific(words[0] ?? '')) words.shift();
  while (isHonorific(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** Languages whose titles come last: the words before one are its body when they name an institution. */
function splitTitleLast(parts: readonly string[], titleAt: number): Post | null {
  if (titleAt === 0 || titleAt !== parts.length - 1) return null;
  let from = titleAt;
  while (from > 1 && isGradeWord(parts[from - 1] ?? '')) from -= 1;
  const body = parts
    .slice(0, from)
    .join(' ')
    .replace(/\s(?:की|के|का)$/u, '');
  return namesInstitution(body) ? { role: parts.slice(from).join(' '), organisation: body } : null;
}

const LINK =
  /\s(?:of the|of|at the|at|for the|for|with|de la|de l’|de l'|du|des|del|de|della|dell'|dell’|di|da|do|der|des|vom|von|beim|bei der)\s?(?:the\s)?/giu;

function splitAtLink(text: string): Post | null {
  const links = [...text.matchAll(LINK)];
  const whole = links.find((link) => {
    const rest = text.slice(link.index + link[0].length);
    return (
      startsWithCapital(rest) &&
      namesInstitution(rest) &&
      isTitleWord(text.slice(0, link.index).split(' ')[0] ?? '')
    );
  });
  const link = whole ?? (links.length > 1 ? links.at(-1) : undefined);
  if (link === undefined) return null;
  const rest = text.slice(link.index + link[0].length);
  return startsWithCapital(rest) ? { role: text.slice(0, link.index), organisation: rest } : null;
}

/** Languages without a link word: the body begins at a capital after the title («директор Института рек»). */
function splitAtCapital(parts: readonly string[], titleAt: number): Post | null {
  const capital = parts.findIndex(
    (part, at) => at > titleAt && startsWithCapital(part) && !isTitleWord(part),
  );
  const rest = capital < 0 ? '' : parts.slice(capital).join(' ');
  if (capital < 0 || !namesInstitution(rest)) return null;
  return { role: parts.slice(0, capital).join(' '), organisation: rest };
}
