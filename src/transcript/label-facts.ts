/** Gathers what the whole text says about each label: how often, in what dress, after what introduction. */
import { isSalutation } from './cue-words.ts';
import { introducedPost } from './find-introductions.ts';
import type { LabelCandidate } from './label.ts';
import { personInLabel } from './person-in-label.ts';
import { isCased, startsWithCapital } from './text-signs.ts';
import type { Unit } from './unit.ts';

const QUOTE_FOLLOWS = /^\s*["“„«「『《‘]/u;
/** How far into the text an introduction of the speakers is looked for, in UTF-16 code units. */
const INTRODUCTION = 8000;
/** More different labels than this are not looked up in the introduction: a guard for time, not a limit of the format. */
const MOST_LOOKUPS = 300;

export interface KeyFacts {
  count: number;
  /** How often nothing stands behind it on its line. */
  ownLine: number;
  /** How often the candidate before it has the same key: somebody who "speaks" twice running. */
  repeatsItself: number;
  quoteFollows: number;
  decorated: number;
  /** Mentioned as a person in the beginning of the text. */
  introduced: boolean;
  salutation: boolean;
}

export type LabelFacts = ReadonlyMap<string, KeyFacts>;

export function factsOf(facts: LabelFacts, one: LabelCandidate): KeyFacts {
  const found = facts.get(one.key);
  if (found === undefined) throw new Error(`no facts were gathered for the label "${one.core}"`);
  return found;
}

export function gatherFacts(
  text: string,
  units: readonly Unit[],
  usable: readonly LabelCandidate[],
): LabelFacts {
  const facts = new Map<string, KeyFacts>();
  const introduction = introductionText(text, units, usable);
  let above: LabelCandidate | null = null;
  for (const one of usable) {
    let fact = facts.get(one.key);
    if (fact === undefined) {
      const introduced = facts.size < MOST_LOOKUPS && isIntroduced(introduction, personInLabel(one.core));
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

/** With capitals a name is told from a word; in other scripts only beside an office. */
function isIntroduced(introduction: string, core: string): boolean {
  if (core.length < 2) return false;
  const isPlain = isCased(/\p{L}/u.exec(core)?.[0] ?? 'a');
  if (introduction.includes(core))
    return isPlain ? startsWithCapital(core) : introducedPost(introduction, core) !== null;
  const surname = core.split(/\s+/u).at(-1) ?? '';
  if (surname.length < 3 || !startsWithCapital(surname)) return false;
  const capitalised = surname.charAt(0) + surname.slice(1).toLowerCase();
  const stem = capitalised.length > 5 ? capitalised.slice(0, -1) : capitalised;
  return introduction.includes(stem);
}
