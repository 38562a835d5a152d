/** One case and what the system said to it → the result that is reported and measured. */
import type { AskResponse, Citation, DocumentDetail, RelatedPassage } from '../http/contract.ts';
import type { Span } from '../transcript/transcript.ts';
import { equalFolded } from './compare-text.ts';
import type { GoldCase } from './gold-case.ts';
import { overlaps } from '../transcript/locate-quote.ts';
import { locateGold } from './locate-gold.ts';
import { isSameLanguage } from './metrics/answer-language.ts';
import { inPlace, supports, type Wanted } from './metrics/citation-support.ts';
import { isVerbatim, judgeCitation } from './metrics/citation-verdict.ts';
import type { JudgedCitation, MissReason, QuestionResult } from './report.ts';
import type { PassageRanking } from './system.ts';

export type Documents = ReadonlyMap<string, DocumentDetail>;

/** What the system did with a case; `failure` in place of a response when it gave none. */
export interface Outcome {
  readonly response: AskResponse | null;
  readonly failure: string | null;
  readonly ranking: PassageRanking | null;
  readonly explicitAnswerLanguage: string | null;
}

/** @throws {GoldError} when a gold quotation has no place in the document. */
export function judgeAnswer(
  gold: GoldCase,
  outcome: Outcome,
  document: DocumentDetail,
  documents: Documents,
): QuestionResult {
  const places = locateGold(gold, document.text);
  const wanted: Wanted = { document: gold.document, places, facts: gold.facts };
  const { response } = outcome;
  const judge = (citation: Citation | RelatedPassage): JudgedCitation => judged(citation, wanted, documents);
  const citations = response?.citations.map(judge) ?? [];
  const [related] = response?.status === 'abstained' ? response.related : [];
  const unexplained: Omit<QuestionResult, 'miss'> = {
    ...describeGold(gold, places, document),
    status: response?.status ?? 'failed',
    failure: outcome.failure,
    understood: response?.question ?? null,
    confidence: response?.confidence ?? null,
    probability: outcome.ranking?.probability ?? null,
    answer: response?.answer ?? null,
    answerLanguage: response?.language ?? null,
    explicitAnswerLanguage: outcome.explicitAnswerLanguage,
    citations,
    nearest: related ? judge(related) : null,
    citedPassage: citedPassageHolds(citations[0], places, document),
    ranking: outcome.ranking && places.length > 0 ? relevance(outcome.ranking, places, document) : null,
  };
  return { ...unexplained, miss: missOf(unexplained, wanted) };
}

function describeGold(
  { id, document, language, kind, group, question, expected, quotes, facts, speaker }: GoldCase,
  places: readonly Span[],
  { language: documentLanguage }: DocumentDetail,
): Pick<
  QuestionResult,
  'id' | 'document' | 'language' | 'kind' | 'group' | 'question' | 'expected' | 'wanted'
> {
  const placed = places.map(({ start, end }, index) => ({ quote: quotes[index] ?? '', start, end }));
  const wanted = { language: documentLanguage, quotes: placed, facts, speaker: speaker ?? null };
  return { id, document, language, kind, group, question, expected, wanted };
}

function judged(citation: Citation | RelatedPassage, wanted: Wanted, documents: Documents): JudgedCitation {
  const { document, language, quote, start, end, speaker } = citation;
  const source = documents.get(document.id);
  // What is judged is the passage and its place; marker and the server's own verdict play no part.
  const marked: Citation = { marker: 1, ...citation, verdict: 'verified' };
  const verdict = judgeCitation(marked, source);
  const place = { document: document.id, quote, start, end, verdict };
  return {
    ...place,
    language,
    speaker: speaker?.name ?? null,
    verbatim: isVerbatim(marked, source),
    inPlace: inPlace(place, wanted),
  };
}

function citedPassageHolds(
  first: JudgedCitation | undefined,
  places: readonly Span[],
  document: DocumentDetail,
): boolean {
  if (!first || first.verdict !== 'found' || first.document !== document.id) return false;
  return document.passages.some(
    (passage) => overlaps(passage, first) && places.some((place) => overlaps(passage, place)),
  );
}

function relevance(
  { passages }: PassageRanking,
  places: readonly Span[],
  document: DocumentDetail,
): QuestionResult['ranking'] {
  const isRelevant = (span: Span): boolean => places.some((place) => overlaps(span, place));
  const ranks = passages.flatMap((passage, index) =>
    passage.document === document.id && isRelevant(passage) ? [index + 1] : [],
  );
  const relevant = document.passages.filter(isRelevant).length;
  return { ranks, relevant: Math.max(relevant, ranks.length, 1) };
}

/** The gravest fault, or null where there is none. */
function missOf(result: Omit<QuestionResult, 'miss'>, wanted: Wanted): MissReason | null {
  const { status, expected, citations } = result;
  if (status === 'failed') return 'failed';
  const fault = expected === 'abstain' ? abstentionFault(result) : answerFault(result, wanted);
  if (fault) return fault;
  if (status === 'abstained' && citations.length > 0) return 'refusal_with_citations';
  return result.answerLanguage !== null && isSameLanguage(result.language, result.answerLanguage)
    ? null
    : 'wrong_language';
}

function abstentionFault({ status }: Pick<QuestionResult, 'status'>): MissReason | null {
  return status === 'abstained' ? null : 'should_abstain';
}

function answerFault(
  { status, citations, wanted: gold }: Omit<QuestionResult, 'miss'>,
  wanted: Wanted,
): MissReason | null {
  if (status === 'abstained') return 'refused';
  if (citations.some(({ verdict }) => verdict === 'not_found')) return 'not_found';
  if (citations.some(({ verdict }) => verdict === 'misattributed')) return 'misattributed';
  if (!supports(citations, wanted, 'place')) return 'wrong_place';
  if (!supports(citations, wanted, 'fact')) return 'fact_missing';
  return gold.speaker === null || namesSpeaker(citations, gold.speaker) ? null : 'wrong_speaker';
}

/** Whether a citation from a right place is attributed to `speaker`. */
export function namesSpeaker(citations: readonly JudgedCitation[], speaker: string): boolean {
  return citations.some((citation) => citation.inPlace && equalFolded(citation.speaker ?? '', speaker));
}
