/** Finds every stretch that may be a speaker label, without yet deciding. */
import { comparable, endsSentence } from './text-signs.ts';
import { readCue } from './cue-words.ts';
import type { LabelCandidate } from './label.ts';
import { readMarkup, withoutMarks } from './read-markup.ts';
import type { Markup } from './read-markup.ts';
import { isNameShaped } from './name-shape.ts';
import { personInLabel } from './person-in-label.ts';
import { isTitleWord } from './title-words.ts';
import type { Unit } from './unit.ts';

/** The longest label looked for, in UTF-16 code units: a long name with a long title. */
const LONGEST_LABEL = 110;
const LONGEST_BARE = 70;
const COLONS = ':：﹕︓︰∶꞉';
const OPENING = '([（【〔［「“"«';
const CLOSING_BRACKET = ')]）】〕］」”"»';
const BRACKETED = /^[（([【〔［＜<]\s*(?<inner>[^）)\]】〕］＞>》\n]{1,30}?)\s*[）)\]】〕］＞>]\s*[:：]?\s*/u;
const CLOCK = /[[(（]?\s*\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*[\])）]?\s*$/iu;
const NUMBERED = /^[（(]?(?:\p{N}{1,3}|[一二三四五六七八九十]{1,3})[)）.、．]/u;

/** `markdown` lets `**`, `#` and `>` decorate a label. Order is that of the units, at most one candidate a unit. */
export function findLabelCandidates(units: readonly Unit[], markdown: boolean): readonly LabelCandidate[] {
  const found: LabelCandidate[] = [];
  units.forEach((unit, index) => {
    const candidate = readCandidate(unit, index, markdown);
    if (candidate !== null) found.push(candidate);
  });
  return found;
}

export function readCandidate(unit: Unit, index: number, markdown: boolean): LabelCandidate | null {
  const markup = readMarkup(unit.text, markdown);
  const colon = colonLabel(unit, index, markup);
  const isNamed = colon !== null && (colon.cue !== null || isNameShaped(colon.core));
  return (
    bracketLabel(unit, index, markup) ??
    (isNamed ? colon : null) ??
    signLabel(unit, index, markup) ??
    pointLabel(unit, index, markup) ??
    bareLabel(unit, index, markup)
  );
}

function bracketLabel(unit: Unit, index: number, markup: Markup): LabelCandidate | null {
  const body = unit.text.slice(markup.body, markup.body + LONGEST_LABEL);
  const found = BRACKETED.exec(body);
  const inner = found?.groups?.['inner'] ?? '';
  if (found === null || inner === '' || /^[\p{N}\s.:：,、]+$/u.test(inner) || NUMBERED.test(`${inner}.`))
    return null;
  return candidate(unit, index, markup, 'bracket', inner, markup.body + found[0].length);
}

/** "Name:", "Name (role):", "**Name:** words", also with the colon alone at the end of the line. */
function colonLabel(unit: Unit, index: number, markup: Markup): LabelCandidate | null {
  const colon = findColon(unit.text, markup.body);
  if (colon < 0) return null;
  const name = unit.text.slice(markup.body, colon);
  const after =
    /^[\s*_~\u200B-\u200F\u202A-\u202E]*/u.exec(unit.text.slice(colon + 1, colon + 20))?.[0].length ?? 0;
  return name.trim() === '' ? null : candidate(unit, index, markup, 'colon', name, colon + 1 + after);
}

/** The colon that may end a label: outside brackets, no clock time or address, before any sentence end. */
function findColon(text: string, from: number): number {
  let depth = 0;
  const limit = Math.min(text.length, from + LONGEST_LABEL);
  for (let at = from; at < limit; at += 1) {
    const sign = text.charAt(at);
    if (COLONS.includes(sign)) {
      if (depth === 0) return isWithinNumberOrAddress(text, at) ? -1 : at;
    } else if (OPENING.includes(sign) && !(CLOSING_BRACKET.includes(sign) && depth > 0)) depth += 1;
    else if (CLOSING_BRACKET.includes(sign)) depth = Math.max(0, depth - 1);
    else if ('。！？!?；;\n؟।'.includes(sign)) return -1;
    else if (sign === '.' && depth === 0 && endsWord(text, at)) return -1;
  }
  return -1;
}

/** A full stop behind a whole word ends a sentence; behind a short one it may end "Mr." or "Prof.". */
function endsWord(text: string, stop: number): boolean {
  return (
    /\s/u.test(text.charAt(stop + 1)) && /[\p{L}\p{M}]{6}$/u.test(text.slice(Math.max(0, stop - 8), stop))
  );
}

function isWithinNumberOrAddress(text: string, colon: number): boolean {
  const around = text.slice(Math.max(0, colon - 6), colon + 3);
  return /\d$/u.test(text.slice(Math.max(0, colon - 1), colon)) &&
    /^\d/u.test(text.slice(colon + 1, colon + 2))
    ? true
    : /[a-z]:\/\//iu.test(around);
}

/** "○大臣 words": a sign, a short name, a space. */
function signLabel(unit: Unit, index: number, markup: Markup): LabelCandidate | null {
  if (markup.sign === '') return null;
  const found = /^(?<name>[^\s。、,，.!?！？:：]{1,24})(?:[\s\u3000]+|$)/u.exec(
    unit.text.slice(markup.body, markup.body + 40),
  );
  const name = found?.groups?.['name'] ?? '';
  return found === null || name === ''
    ? null
    : candidate(unit, index, markup, 'sign', name, markup.body + found[0].length);
}

/** "Q. words", "MR. SMITH. Words", "M. Dupont. – Words", "Q   words" with a wide gap, "市長 and an ideographic space". */
function pointLabel(unit: Unit, index: number, markup: Markup): LabelCandidate | null {
  const body = unit.text.slice(markup.body, markup.body + LONGEST_LABEL);
  const found =
    /^(?<name>(?:\p{Lu}[\p{L}’'-]*\.? ){0,4}[\p{Lu}’'-]{3,})\. (?=\p{Lu})/u.exec(body) ??
    /^(?<name>[\p{L}.,’'()/ -]{2,80}?)\.? ?[–—―] (?=\p{Lu})/u.exec(body) ??
    /^(?<name>\p{L}{1,2}\p{M}?\d{0,3})(?:[.)．、][ \t\u3000]*|\t+| {2,}| ?[-–—] )(?=\S)/u.exec(body) ??
    /^(?<name>[^\s。、，,.!?！？:：]{1,16})(?:\u3000+|\t+)(?=\S)/u.exec(body);
  const name = found?.groups?.['name'] ?? '';
  return found === null || name === ''
    ? null
    : candidate(unit, index, markup, 'point', name, markup.body + found[0].length);
}

/** A short line that is no sentence: a name, an outlet, or a heading. */
function bareLabel(unit: Unit, index: number, markup: Markup): LabelCandidate | null {
  if (
    unit.text.length > LONGEST_BARE + markup.body ||
    unit.text.includes('\n') ||
    markup.dash ||
    markup.bullet
  )
    return null;
  const name = withoutMarks(unit.text.slice(markup.body)).replace(CLOCK, '').trim();
  if (name === '' || (endsSentence(name) && !/\p{Lu}\p{L}?\.$/u.test(name)) || /[,，、:：;；]$/u.test(name))
    return null;
  return candidate(unit, index, markup, 'bare', unit.text.slice(markup.body), unit.text.length);
}

function candidate(
  unit: Unit,
  index: number,
  markup: Markup,
  form: LabelCandidate['form'],
  printed: string,
  speech: number,
): LabelCandidate | null {
  const timed = markup.timed || CLOCK.test(withoutMarks(printed));
  const { core, extra } = partLabel(withoutMarks(withoutMarks(printed).replace(CLOCK, '').trim()));
  const key = comparable(personInLabel(core));
  if (key === '' || !/\p{L}/u.test(key)) return null;
  const reading = readCue(core);
  const ownLine = speech >= unit.text.length;
  return {
    unit: index,
    form,
    start: unit.start,
    end: ownLine ? unit.end : unit.start + unit.text.slice(0, speech).trimEnd().length,
    speechStart: ownLine ? null : unit.start + speech,
    core,
    extra,
    key,
    cue: reading?.cue ?? null,
    cueWord: reading?.word ?? null,
    cueRest: reading?.rest ?? '',
    timed,
    markup,
  };
}

/** "Ann Lee (Mayor)", "Ann Lee, mayor", "Ann Lee – Mayor", "Ann Lee/Reuters", "Mayor, Ann Lee" → name and addition. */
function partLabel(label: string): { readonly core: string; readonly extra: string | null } {
  const text = label.replace(/\s+/gu, ' ').trim();
  const bracket = /^(?<core>[^([（【]+?)\s*[([（【](?<extra>[^)\]）】]*)[)\]）】]?\.?$/u.exec(text)?.groups;
  const joined = bracket ?? ADDITION.exec(text)?.groups;
  const core = (joined?.['core'] ?? text).trim();
  const extra = joined?.['extra']?.trim() ?? '';
  if (core === '' || extra === '') return { core: core === '' ? text : core, extra: null };
  const isOfficeFirst = bracket === undefined && hasTitle(core) && !hasTitle(extra) && isNameShaped(extra);
  return isOfficeFirst ? { core: extra, extra: core } : { core, extra };
}

const ADDITION = /^(?<core>[^,，،]+?)\s*(?:[,，،]| [-–—|] ?|[–—|] | ?[/／|])\s*(?<extra>.+)$/u;

function hasTitle(text: string): boolean {
  return text.split(' ').some((word) => isTitleWord(word));
}
