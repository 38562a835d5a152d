/** Finds the person in a label that also carries an office, so that "Minister Ann Lee" and "Ann Lee" are one speaker. */
import { splitOfficeLabel } from './ideographic-posts.ts';
import { startsWithCapital } from './text-signs.ts';
import { isTitleWord } from './title-words.ts';

/** The name without an office that stands before or behind it; the label as printed where no full name is left. */
export function personInLabel(core: string): string {
  return splitOfficeLabel(core)?.name ?? withoutTitle(core);
}

/** A lone surname keeps its title, as people are called by both. */
function withoutTitle(core: string): string {
  const words = core.split(/\s+/u);
  const name = words.slice(words.findLastIndex((word) => isTitleWord(word)) + 1);
  return name.length >= 2 && name.every((word) => startsWithCapital(word)) ? name.join(' ') : core;
}
