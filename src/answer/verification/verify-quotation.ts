/** Checks that a quotation is verbatim speech of the turn that it names. */
import type { Quotation } from '../answer.ts';

/**
 * True where the document has exactly these words at exactly this place, all of it speech (or a speaker's own heading
 * between sentences of it) of the cited turn, and the turn is a statement or an answer: moderation, questions, labels and
 * page dirt are never evidence.
 */
export function verifyQuotation({ document, turn, quote, start, end }: Quotation): boolean {
  const { text, turns, blocks } = document.transcript;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end)
    return false;
  if (text.slice(start, end) !== quote || quote.trim() === '') return false;
  const cited = turns.find(({ id }) => id === turn.id);
  if (!cited || start < cited.start || end > cited.end) return false;
  if (cited.kind !== 'statement' && cited.kind !== 'answer') return false;
  const touched = blocks.filter((block) => block.start < end && block.end > start);
  const allowed = touched.every(({ kind }) => kind === 'speech' || kind === 'heading' || kind === 'space');
  return (
    allowed &&
    touched.some(({ kind }) => kind === 'speech') &&
    !splitsCharacter(text, start) &&
    !splitsCharacter(text, end)
  );
}

/** An offset between the halves of a surrogate pair is none. */
function splitsCharacter(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}
