/** The verdict on one citation, from the document alone: is it there, and is it his? */
import type { Citation, DocumentDetail } from '../../http/contract.ts';

export type CitationVerdict = 'found' | 'misattributed' | 'not_found';

type Turn = DocumentDetail['turns'][number];

/**
 * `not_found`: the quotation is not in the document. `misattributed`: it is, but not at these offsets, not in this turn, not by
 * this speaker, not in reply to this question, or not said as evidence (a reporter's question, a moderator's words).
 * `found`: all of it is right. Deterministic gates of this kind precede model judges in practice: found / misattributed / not found.
 */
export function judgeCitation(citation: Citation, document: DocumentDetail | undefined): CitationVerdict {
  if (!document || citation.quote === '' || !document.text.includes(citation.quote)) return 'not_found';
  return isVerbatim(citation, document) && isAttributed(citation, document) ? 'found' : 'misattributed';
}

/** `text.slice(start, end) === quote`, offsets in UTF-16 code units. */
export function isVerbatim({ quote, start, end }: Citation, document: DocumentDetail | undefined): boolean {
  return document !== undefined && quote !== '' && document.text.slice(start, end) === quote;
}

function isAttributed(citation: Citation, document: DocumentDetail): boolean {
  const turn = document.turns.find(({ id }) => id === citation.turn.id);
  if (!turn || citation.start < turn.start || citation.end > turn.end) return false;
  if (turn.kind !== citation.turn.kind || (turn.kind !== 'statement' && turn.kind !== 'answer')) return false;
  return isSameSpeaker(citation, turn) && (citation.inReplyTo?.turn ?? null) === turn.inReplyTo;
}

function isSameSpeaker({ speaker }: Citation, turn: Turn): boolean {
  return (
    (speaker?.name ?? null) === (turn.speaker?.name ?? null) &&
    (speaker?.role ?? null) === (turn.speaker?.role ?? null) &&
    (speaker?.organisation ?? null) === (turn.speaker?.organisation ?? null)
  );
}

/** Share of citations with the verdict `found`; null without citations. */
export function foundRate(citations: readonly { readonly verdict: CitationVerdict }[]): number | null {
  if (citations.length === 0) return null;
  return citations.filter(({ verdict }) => verdict === 'found').length / citations.length;
}
