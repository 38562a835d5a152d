/** Adds the labels of those who speak only once, which repetition cannot show. */
import type { LabelCandidate } from './label.ts';
import { factsOf } from './label-facts.ts';
import type { LabelFacts } from './label-facts.ts';
import { isDistinctName } from './name-shape.ts';
import { personInLabel } from './person-in-label.ts';
import { asksQuestion, endsSentence, isIdeographic, lastSign, startsWithCapital } from './text-signs.ts';
import type { Unit } from './unit.ts';

/** What is known of the text when single labels are judged. */
interface Surroundings {
  readonly units: readonly Unit[];
  readonly facts: LabelFacts;
  /** `questions[n]`: how many of the first `n` units ask a question. */
  readonly questions: readonly number[];
  /** Index of the next unit, from a given one on, with a label that is settled; the number of units where none is. */
  readonly nextSettled: readonly number[];
  /** Some settled labels stand on lines of their own. */
  readonly ownLines: boolean;
}

/** A speaker who speaks once: believed where labels are established and a question stands before or after. */
export function addSingleLabels(
  units: readonly Unit[],
  usable: readonly LabelCandidate[],
  settled: ReadonlySet<LabelCandidate>,
  facts: LabelFacts,
): readonly LabelCandidate[] {
  if (settled.size === 0) return [];
  const around: Surroundings = {
    units,
    facts,
    questions: questionCounts(units),
    nextSettled: nextIndexes(units.length, settled),
    ownLines: [...settled].some((one) => one.speechStart === null),
  };
  const kept: LabelCandidate[] = [];
  for (const one of usable) {
    const above = kept.at(-1);
    const isLabel =
      settled.has(one) ||
      (above === undefined
        ? isFirstAsker(one, around) || isFirstSpeaker(one, around)
        : isSingle(one, above, around));
    if (isLabel) kept.push(one);
  }
  return kept;
}

function asksBetween({ questions }: Surroundings, from: number, to: number): boolean {
  return (questions[to] ?? 0) > (questions[from] ?? 0);
}

function nextAfter(one: LabelCandidate, { nextSettled, units }: Surroundings): number {
  return nextSettled[one.unit + 1] ?? units.length;
}

function isSingle(one: LabelCandidate, above: LabelCandidate, around: Surroundings): boolean {
  if (!mayBeName(one, around) || one.form === 'bracket' || one.form === 'sign') return false;
  if (!isDistinctName(one.core) && !isOneWordAsker(one, around)) return false;
  if (above.speechStart === null && above.unit + 1 === one.unit) return false;
  const next = nextAfter(one, around);
  const asksItself = next - one.unit <= 6 && asksBetween(around, one.unit, next);
  const answersNow = asksBetween(around, above.unit, one.unit);
  if (one.form === 'bare') {
    if (!around.ownLines || next - one.unit < 2 || endsSentence(one.core)) return false;
    return (asksItself && next < around.units.length) || (answersNow && isIntroduced(one, around));
  }
  const isExpected = asksItself || answersNow || isNamedBefore(one, around);
  return isExpected && (isShortEnough(one) || isOutletAsking(one, around));
}

function mayBeName(one: LabelCandidate, { facts }: Surroundings): boolean {
  const fact = factsOf(facts, one);
  return !fact.salutation && fact.quoteFollows === 0 && one.cue === null;
}

/** The paragraph before calls the speaker by name. */
function isNamedBefore(one: LabelCandidate, { units }: Surroundings): boolean {
  const before = units[one.unit - 1]?.text.slice(-600) ?? '';
  return before.includes(one.core) || before.includes(one.core.split(/\s+/u).at(-1) ?? one.core);
}

/** Some paragraph further up names the speaker in full, as an introduction of those present does. */
function isIntroduced({ core, unit }: LabelCandidate, { units }: Surroundings): boolean {
  return (
    /\p{L}\s+\p{L}|\p{Script=Han}{2}/u.test(core) &&
    units.slice(0, unit).some(({ text }) => text.length > 3 * core.length && text.includes(core))
  );
}

/** A bold outlet over a question, before anybody else has spoken. */
function isFirstAsker(one: LabelCandidate, around: Surroundings): boolean {
  if (one.form !== 'bare' || !one.markup.bold || one.markup.heading > 0) return false;
  const next = nextAfter(one, around);
  return next - one.unit === 2 && asksBetween(around, one.unit, next);
}

/** A name with a colon over whole sentences, before the labels that repeat: somebody makes a statement first. */
function isFirstSpeaker(one: LabelCandidate, around: Surroundings): boolean {
  if (one.form !== 'colon' || !mayBeName(one, around)) return false;
  const isWhole = one.speechStart === null || endsSentence(around.units[one.unit]?.text ?? '');
  return isDistinctName(one.core) && isShortEnough(one) && isWhole;
}

/** "Reuters: What is the quota?" directly in front of somebody's label, or that outlet alone on the line above. */
function isOneWordAsker(one: LabelCandidate, around: Surroundings): boolean {
  if (!startsWithCapital(one.core)) return false;
  if (one.form === 'bare')
    return nextAfter(one, around) === one.unit + 2 && asksBetween(around, one.unit, one.unit + 2);
  if (one.form !== 'colon' || one.speechStart === null) return false;
  return (
    nextAfter(one, around) === one.unit + 1 && asksQuestion(lastSign(around.units[one.unit]?.text ?? ''))
  );
}

/** 海运周报:请问……? in front of somebody's label: a name of some length that asks. */
function isOutletAsking(one: LabelCandidate, around: Surroundings): boolean {
  if (one.speechStart === null || one.core.length > 14 || nextAfter(one, around) !== one.unit + 1)
    return false;
  return asksQuestion(lastSign(around.units[one.unit]?.text ?? ''));
}

/** Without spaces between words a long run is a clause ("the situation is as follows"), not a name. */
function isShortEnough(one: LabelCandidate): boolean {
  const name = personInLabel(one.core);
  return !isIdeographic(name) || name.length <= (one.speechStart === null ? 10 : 4);
}

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
