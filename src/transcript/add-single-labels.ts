/** Adds the labels of those who speak only once, which repetition cannot show. */
import type { LabelCandidate } from './label.ts';
import { factsOf } from './label-facts.ts';
import type { LabelFacts } from './label-facts.ts';
import { isDistinctName } from './name-shape.ts';
import { asksQuestion, endsSentence, isIdeographic, lastSign, startsWithCapital } from './text-signs.ts';
import type { Unit } from './unit.ts';

/** A speaker who speaks once: believed where labels are established and a question stands before or after. */
export function addSingleLabels(
  units: readonly Unit[],
  usable: readonly LabelCandidate[],
  settled: ReadonlySet<LabelCandidate>,
  facts: LabelFacts,
): readonly LabelCandidate[] {
  if (settled.size === 0) return [];
  const questions = questionCounts(units);
  const asked = (from: number, to: number): boolean => (questions[to] ?? 0) - (questions[from] ?? 0) > 0;
  const nextSettled = nextIndexes(units.length, settled);
  const settledUnits = new Set([...settled].map((one) => one.unit));
  const bareUsed = [...settled].some((one) => one.form === 'bare' || one.speechStart === null);
  const kept: LabelCandidate[] = [];
  for (const one of usable) {
    const above = kept.at(-1);
    if (settled.has(one)) kept.push(one);
    else if (above === undefined ? isFirstAsker(one) : isSingle(one, above)) kept.push(one);
  }
  return kept;

  function isSingle(one: LabelCandidate, above: LabelCandidate): boolean {
    const fact = factsOf(facts, one);
    if (fact.salutation || fact.quoteFollows > 0 || one.cue !== null) return false;
    if (!isDistinctName(one.core) && !isOneWordAsker(one)) return false;
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

  /** A bold outlet over a question, before anybody else has spoken. */
  function isFirstAsker(one: LabelCandidate): boolean {
    const next = nextSettled[one.unit + 1] ?? units.length;
    return (
      one.form === 'bare' &&
      one.markup.bold &&
      one.markup.heading === 0 &&
      next - one.unit === 2 &&
      asked(one.unit, next)
    );
  }

  /** "Reuters: What is the quota?" directly in front of somebody's label. */
  function isOneWordAsker(one: LabelCandidate): boolean {
    const asks = one.form === 'colon' && one.speechStart !== null && startsWithCapital(one.core);
    return asks && settledUnits.has(one.unit + 1) && asksQuestion(lastSign(units[one.unit]?.text ?? ''));
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
