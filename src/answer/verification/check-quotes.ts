/** Finds words in quotation marks that the citation does not have. */
import { foldKeepingMarks } from '../../lexical/fold-word.ts';

const QUOTED =
  /«([^»]*)»|“([^”“]*)[”“]|„([^“”]*)[“”]|"([^"]*)"|「([^」]*)」|『([^』]*)』|‹([^›]*)›|‘([^’\n]*\s[^’\n]*)’|《([^》]*)》/gu;

/** Quoted words of `text` without the marks. */
export function quotedParts(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((match) => match.slice(1).find((part) => part !== undefined) ?? '');
}

/** The first quoted words that stand in none of `sources` verbatim (but for case, width, spaces, marks and 繁/简), or null. */
export function inventedQuote(text: string, sources: readonly string[]): string | null {
  const folded = sources.map(foldForComparison);
  const absent = quotedParts(text).find((part) => {
    const wanted = foldForComparison(part);
    return wanted !== '' && !folded.some((source) => source.includes(wanted));
  });
  return absent ?? null;
}

function foldForComparison(text: string): string {
  return foldKeepingMarks(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
