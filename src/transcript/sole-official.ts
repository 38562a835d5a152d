/** Finds the one person who can have given the answers that are labelled only "Answer". */
import type { KindDecision } from './decide-kinds.ts';
import { countIntroductions } from './ideographic-posts.ts';
import type { NamedTurn } from './name-speakers.ts';
import { isIdeographic } from './text-signs.ts';
import { isTitleWord } from './title-words.ts';
import type { Speaker } from './transcript.ts';

/** Null unless one named person alone makes statements and answers, and the lead introduces nobody who never speaks. */
export function soleOfficial(
  named: readonly NamedTurn[],
  kinds: readonly KindDecision[],
  lead: string,
): Speaker | null {
  const officials = new Map<string, Speaker>();
  const others = new Set<string>();
  named.forEach((one, at) => {
    const kind = kinds[at]?.kind;
    if (one.speaker === null) return;
    if (kind === 'statement' || kind === 'answer') officials.set(one.key, one.speaker);
    else if (kind === 'moderation') others.add(one.key);
  });
  const [only] = officials.values();
  return officials.size === 1 && only !== undefined && introductions(lead) <= 1 + others.size ? only : null;
}

/** How many people the lead seems to introduce: offices, of which those next to each other are one person's. */
function introductions(lead: string): number {
  if (isIdeographic(lead)) return countIntroductions(lead);
  const words = lead.split(/\s+/u);
  const titles = words.flatMap((word, at) => (isTitleWord(word) ? [at] : []));
  return titles.filter((at, index) => index === 0 || at - (titles[index - 1] ?? 0) > 2).length;
}
