/** Finds where a text mentions a person: as printed, by the surname, or with the endings of a case. */
import { isCased, isIdeographic, startsWithCapital } from './text-signs.ts';
import { isHonorific, isTitleWord } from './title-words.ts';
import type { Span } from './transcript.ts';

/** Spans in `text`, in order; empty where the name does not occur. */
export function findMentions(text: string, name: string): readonly Span[] {
  const words = name
    .replace(/(?<=(?:^|\.|\s)\p{Lu}\.)(?=\p{Lu})/gu, ' ')
    .trim()
    .split(/\s+/u);
  while (words.length > 1 && isForm(words[0] ?? '')) words.shift();
  const plain = words.join(' ');
  if (plain.length < 2) return [];
  const whole = occurrences(text, plain);
  if (whole.length > 0 || isIdeographic(plain)) return whole;
  const surname = words.at(-1) ?? plain;
  if (!isCased(/\p{L}/u.exec(surname)?.[0] ?? '') || surname.length < 3) return [];
  const given =
    words.length > 1 ? words.slice(0, -1).map(givenPattern).join('') : '(?:\\p{Lu}[\\p{L}.]*\\s+){0,2}';
  const inflected = new RegExp(`(?<!\\p{L})${given}${stem(surname)}\\p{L}{0,4}(?!\\p{L})`, 'giu');
  return [...text.matchAll(inflected)].filter((match) => startsName(match[0])).map((match) => trimmed(match));
}

/** Titles and forms of address in front of a name are not looked for. */
function isForm(word: string): boolean {
  return isHonorific(word) || isTitleWord(word);
}

/** "П." stands for any name with that initial; a full name for all its cases. */
function givenPattern(word: string): string {
  const initial = /^(?<letter>\p{L})\.$/u.exec(word)?.groups?.['letter'];
  return initial === undefined ? `${stem(word)}\\p{L}{0,3}\\s+` : `${initial}(?:\\.|\\p{L}+)\\s*`;
}

function stem(word: string): string {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(word);
  const kept = isCyrillic
    ? word.replace(/[аяоеийыуюь]{1,2}$/iu, '')
    : word.length > 4
      ? word.slice(0, -1)
      : word;
  return kept.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function startsName(found: string): boolean {
  return startsWithCapital(found.split(/\s+/u).at(-1) ?? '');
}

/** The pattern ignores case, so that words before a lone surname may be no names: they are left out, as are titles. */
function trimmed(match: RegExpExecArray): Span {
  const end = match.index + match[0].length;
  let start = match.index;
  for (const word of match[0].split(/(?<=\s)(?=\S)/u)) {
    if (startsWithCapital(word) && !isForm(word.trim())) break;
    start += word.length;
  }
  return { start, end };
}

function occurrences(text: string, name: string): readonly Span[] {
  const cased = isCased(name.charAt(0));
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const inside = /\p{L}/u.test(text.charAt(at - 1)) || /\p{L}/u.test(text.charAt(at + name.length));
    if (!cased || !inside) spans.push({ start: at, end: at + name.length });
  }
  return spans;
}
