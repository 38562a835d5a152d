/** Tells "Moderator: Ann Lee" among the facts at the head of a page from a moderator who speaks. */
import type { LabelCandidate } from './label.ts';
import { columns, endsSentence } from './text-signs.ts';
import type { Unit } from './unit.ts';

/** Facts such as place and moderator stand within the first paragraphs of a page. */
const LAST_FACT_LINE = 12;
/** In columns of a page. */
const WIDEST_FACT = 90;

/** The candidates without moderators who are only named beside another fact that labels nothing else. */
export function withoutFactLines(
  candidates: readonly LabelCandidate[],
  units: readonly Unit[],
): readonly LabelCandidate[] {
  const counts = new Map<string, number>();
  for (const one of candidates) counts.set(one.key, (counts.get(one.key) ?? 0) + 1);
  const speakers = new Set(
    candidates.filter((one) => one.cue !== null || (counts.get(one.key) ?? 0) > 1).map((one) => one.unit),
  );
  const isOtherFact = (index: number): boolean => !speakers.has(index) && isFact(units[index]);
  return candidates.filter((one) => {
    const isHost = one.cue === 'host' && one.form === 'colon' && one.speechStart !== null;
    if (!isHost || one.unit > LAST_FACT_LINE || !isFact(units[one.unit])) return true;
    return !isOtherFact(one.unit - 1) && !isOtherFact(one.unit + 1);
  });
}

/** "Place: Gull Quay": a few words, a colon, a few words, no sentence. */
function isFact(unit: Unit | undefined): boolean {
  if (unit === undefined || columns(unit.text) > WIDEST_FACT || endsSentence(unit.text)) return false;
  return /^[^:：]{1,24}[:：]\s*\S/u.test(unit.text);
}
