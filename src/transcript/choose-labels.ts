/** Decides which candidates are speaker labels, from what the text itself does: repetition, layout, introduction. */
import { announcesQuestions, isSalutation, pairedInitials } from './cue-words.ts';
import { dirtReason } from './page-dirt.ts';
import type { LabelCandidate } from './label.ts';
import { isBareOffice } from './ideographic-posts.ts';
import { isDistinctName, isNameShaped } from './name-shape.ts';
import {
  asksQuestion,
  endsSentence,
  isAllCapitals,
  isCased,
  isIdeographic,
  startsWithCapital,
} from './text-signs.ts';
import type { Unit } from './unit.ts';

const QUOTE_FOLLOWS = /^\s*["“„«「『《‘]/u;
/** How far into the text an introduction of the speakers is looked for, in UTF-16 code units. */
const INTRODUCTION = 8000;
/** More different labels than this are not looked up in the introduction: a guard for time, not a limit of the format. */
const MOST_LOOKUPS = 400;

interface KeyFacts {
  count: number;
  ownLine: number;
  /** How often the candidate before it has the same key: somebody who "speaks" twice running. */
  repeatsItself: number;
  quoteFollows: number;
  decorated: number;
  introduced: boolean;
  salutation: boolean;
}

export function chooseLabels(
  text: string,
  units: readonly Unit[],
  candidates: readonly LabelCandidate[],
): readonly LabelCandidate[] {
  const usable = withInitials(candidates).filter((one) => isPlausible(one, units));
  const facts = gatherFacts(text, units, usable);
  const certain = new Set(usable.filter((one) => isCertain(one, factsOf(facts, one), units)));
  const settled = withoutNeighbours(dropSoliloquies(certain, usable, facts), usable, units);
  return addSingles(units, usable, settled, facts);
}

function factsOf(facts: ReadonlyMap<string, KeyFacts>, one: LabelCandidate): KeyFacts {
  const found = facts.get(one.key);
  if (found === undefined) throw new Error(`no facts were gathered for the label "${one.core}"`);
  return found;
}

/** Single letters are cues only in pairs, as «В.» and «О.». */
function withInitials(candidates: readonly LabelCandidate[]): readonly LabelCandidate[] {
  const short = candidates.filter((one) => one.key.length <= 2 && one.form !== 'bare');
  const paired = pairedInitials(new Set(short.map((one) => one.key)));
  return candidates.map((one) => {
    const cue = one.cue === null && one.form !== 'bare' ? paired.get(one.key) : undefined;
    return cue === undefined ? one : { ...one, cue, cueWord: one.core };
  });
}

/** Throws out what cannot be a label in any text. */
function isPlausible(one: LabelCandidate, units: readonly Unit[]): boolean {
  const unit = units[one.unit];
  if (unit === undefined || dirtReason(unit.text) !== null || announcesQuestions(unit.text)) return false;
  if (one.cue !== null) return one.form !== 'bare' || one.core.length <= 40;
  if (isHeadline(one, unit, units)) return false;
  if (one.markup.bullet && one.form !== 'bare') return false;
  if (one.form === 'point') return one.key.length > 2 && isDistinctName(one.core);
  return isNameShaped(one.core) && !isNumbering(one.core);
}

/** "# Panel: a transcript", or a first line such as "Mayor Lee: boats arrive in June": a title with a colon. */
function isHeadline(one: LabelCandidate, unit: Unit, units: readonly Unit[]): boolean {
  if (one.form !== 'colon' || one.speechStart === null) return false;
  return one.markup.heading > 0 || (unit === units[0] && !endsSentence(unit.text));
}

const NUMBERING =
  /^(?:[一二三四五六七八九十]+[是、.）)]?|第?[一二三四五六七八九十\d]+[章节部分条点]?|[ivx]+[.)]?|\p{N}.*)$/iu;

function isNumbering(core: string): boolean {
  return NUMBERING.test(core);
}

function gatherFacts(
  text: string,
  units: readonly Unit[],
  usable: readonly LabelCandidate[],
): ReadonlyMap<string, KeyFacts> {
  const facts = new Map<string, KeyFacts>();
  const introduction = introductionText(text, units, usable);
  let above: LabelCandidate | null = null;
  for (const one of usable) {
    let fact = facts.get(one.key);
    if (fact === undefined) {
      const introduced = facts.size < MOST_LOOKUPS && isIntroduced(introduction, one.core);
      fact = {
        count: 0,
        ownLine: 0,
        repeatsItself: 0,
        quoteFollows: 0,
        decorated: 0,
        introduced,
        salutation: isSalutation(one.core),
      };
      facts.set(one.key, fact);
    }
    fact.count += 1;
    if (one.speechStart === null) fact.ownLine += 1;
    else if (QUOTE_FOLLOWS.test(text.slice(one.speechStart, one.speechStart + 3))) fact.quoteFollows += 1;
    if (one.timed || one.markup.bold || one.markup.heading > 0 || one.markup.sign !== '') fact.decorated += 1;
    if (above !== null && above.key === one.key) fact.repeatsItself += 1;
    if (one.form !== 'bare' || one.cue !== null || fact.count > 1) above = one;
  }
  return facts;
}

/** The beginning of the text without what stands in label position, where a label would only find itself. */
function introductionText(text: string, units: readonly Unit[], usable: readonly LabelCandidate[]): string {
  const kept: string[] = [];
  const labels = new Map(usable.flatMap((one) => (one.start > INTRODUCTION ? [] : [[one.unit, one]])));
  for (const [index, unit] of units.entries()) {
    if (unit.start > INTRODUCTION) break;
    const label = labels.get(index);
    kept.push(label === undefined ? unit.text : text.slice(label.speechStart ?? unit.end, unit.end));
  }
  return kept.join('\n').slice(0, INTRODUCTION);
}

function isIntroduced(introduction: string, core: string): boolean {
  if (core.length < 2) return false;
  if (introduction.includes(core))
    return startsWithCapital(core) || !isCased(/\p{L}/u.exec(core)?.[0] ?? 'a');
  const surname = core.split(/\s+/u).at(-1) ?? '';
  if (surname.length < 3 || !startsWithCapital(surname)) return false;
  const capitalised = surname.charAt(0) + surname.slice(1).toLowerCase();
  const stem = capitalised.length > 5 ? capitalised.slice(0, -1) : capitalised;
  return introduction.includes(stem);
}

function isCertain(one: LabelCandidate, fact: KeyFacts, units: readonly Unit[]): boolean {
  if (one.cue !== null) return one.form === 'bare' ? isCertainBare(one, units) : true;
  if (fact.salutation || fact.quoteFollows * 2 > fact.count) return false;
  if (one.form === 'bare') return isCertainName(one, fact, units);
  const distinct = isDistinctName(one.core);
  if (fact.introduced && (distinct || fact.count > 1)) return true;
  if (isBareOffice(one.core)) return one.form !== 'bracket' || one.speechStart !== null;
  if (one.timed || (one.markup.bold && one.form === 'colon')) return true;
  if (one.form === 'colon' && isAllCapitals(one.core)) return true;
  if (one.form === 'bracket') return fact.count >= 2 && isSpokenAfterBracket(one, fact);
  return fact.count >= 2 && (distinct || fact.count >= 3 || fact.decorated > 0);
}

/** Stage directions such as "(Applause)" stand alone; a bracketed speaker has words behind him, or 【】 around him. */
function isSpokenAfterBracket(one: LabelCandidate, fact: KeyFacts): boolean {
  return fact.ownLine === 0 && isDistinctName(one.core);
}

/** A line such as "Reuters correspondent" or 新华社记者 with words under it. */
function isCertainBare(one: LabelCandidate, units: readonly Unit[]): boolean {
  const next = units[one.unit + 1];
  if (next === undefined || one.core.length > 40) return false;
  return (
    one.cue === 'journalist' ||
    one.timed ||
    one.markup.bold ||
    one.markup.heading > 0 ||
    next.text.length > one.core.length
  );
}

/** A name alone on its line: believed when it is timed, or printed so again and again. */
function isCertainName(one: LabelCandidate, fact: KeyFacts, units: readonly Unit[]): boolean {
  if (units[one.unit + 1] === undefined || !isDistinctName(one.core)) return false;
  if (one.timed) return true;
  return fact.count >= 2 && (fact.introduced || fact.decorated > 0 || fact.count >= 3);
}

/** "Note:" four times running inside one speech is no speaker: a label alternates with others. */
function dropSoliloquies(
  certain: ReadonlySet<LabelCandidate>,
  usable: readonly LabelCandidate[],
  facts: ReadonlyMap<string, KeyFacts>,
): ReadonlySet<LabelCandidate> {
  const keys = new Set([...certain].map((one) => one.key));
  return new Set(
    usable.filter((one) => {
      if (!certain.has(one)) return false;
      const fact = factsOf(facts, one);
      if (one.cue !== null || fact.introduced || one.timed || fact.count < 2) return true;
      if (keys.size === 1) return fact.decorated > 0 || isDistinctName(one.core);
      return fact.repeatsItself / (fact.count - 1) <= 0.6;
    }),
  );
}

/**
 * Two labels cannot follow each other without words between them: the second is a salutation ("Friends:") or the
 * first is a heading. A repeated or cued label wins; else the first does, as the salutation comes second.
 */
function withoutNeighbours(
  chosen: ReadonlySet<LabelCandidate>,
  usable: readonly LabelCandidate[],
  units: readonly Unit[],
): ReadonlySet<LabelCandidate> {
  const kept: LabelCandidate[] = [];
  for (const one of usable) {
    if (!chosen.has(one)) continue;
    const above = kept.at(-1);
    const touches = above !== undefined && above.speechStart === null && above.unit + 1 === one.unit;
    if (!touches) kept.push(one);
    else if (above.form === 'bare' && one.form !== 'bare') kept[kept.length - 1] = one;
    else if (one.cue !== null && above.cue === null && above.form === 'bare') kept[kept.length - 1] = one;
  }
  return new Set(kept.filter((one) => one.speechStart !== null || units[one.unit + 1] !== undefined));
}

/** A speaker who speaks once: believed where labels are established and a question stands before or after. */
function addSingles(
  units: readonly Unit[],
  usable: readonly LabelCandidate[],
  settled: ReadonlySet<LabelCandidate>,
  facts: ReadonlyMap<string, KeyFacts>,
): readonly LabelCandidate[] {
  if (settled.size === 0) return [];
  const questions = questionCounts(units);
  const asked = (from: number, to: number): boolean => (questions[to] ?? 0) - (questions[from] ?? 0) > 0;
  const nextSettled = nextIndexes(units.length, settled);
  const bareUsed = [...settled].some((one) => one.form === 'bare' || one.speechStart === null);
  const kept: LabelCandidate[] = [];
  for (const one of usable) {
    const above = kept.at(-1);
    if (settled.has(one)) kept.push(one);
    else if (above !== undefined && isSingle(one, above)) kept.push(one);
  }
  return kept;

  function isSingle(one: LabelCandidate, above: LabelCandidate): boolean {
    const fact = factsOf(facts, one);
    if (fact.salutation || fact.quoteFollows > 0 || one.cue !== null || !isDistinctName(one.core))
      return false;
    if (above.speechStart === null && above.unit + 1 === one.unit) return false;
    const next = nextSettled[one.unit + 1] ?? units.length;
    const asksItself = next - one.unit <= 6 && asked(one.unit, next);
    if (one.form === 'bare')
      return bareUsed && asksItself && next - one.unit >= 2 && next < units.length && !endsWithin(one);
    const before = units[one.unit - 1]?.text ?? '';
    const named = before.includes(one.core) || before.includes(one.core.split(/\s+/u).at(-1) ?? one.core);
    const answersNow = asked(above.unit, one.unit);
    if (one.form === 'bracket' || one.form === 'sign') return false;
    return (asksItself || answersNow || named) && isShortEnough(one);
  }

  function endsWithin(one: LabelCandidate): boolean {
    return endsSentence(units[one.unit]?.text ?? '');
  }
}

/** Without spaces between words a long run is a clause ("the situation is as follows"), not a name. */
function isShortEnough(one: LabelCandidate): boolean {
  return !isIdeographic(one.core) || one.core.length <= (one.speechStart === null ? 10 : 4);
}

/** `counts[n]`: how many of the first `n` units ask a question. */
function questionCounts(units: readonly Unit[]): readonly number[] {
  const counts = [0];
  for (const unit of units) counts.push((counts.at(-1) ?? 0) + (asksQuestion(unit.text) ? 1 : 0));
  return counts;
}

function nextIndexes(length: number, labels: ReadonlySet<LabelCandidate>): readonly number[] {
  const at = new Set([...labels].map((one) => one.unit));
  const next = Array.from({ length: length + 2 }, () => length);
  for (let index = length - 1; index >= 0; index -= 1)
    next[index] = at.has(index) ? index : (next[index + 1] ?? length);
  return next;
}
