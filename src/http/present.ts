/** Domain → contract: answers, citations and documents as the HTTP API shows them. */
import type { Answer, Citation, Quotation } from '../answer/answer.ts';
import type { Library, LibraryDocument } from '../index/library.ts';
import { textDirection } from '../language/messages.ts';
import type * as contract from './contract.ts';

/** Path of the transcript page with a quotation highlighted. */
export function quotationPath(document: string, start: number, end: number, language?: string): string {
  const translation = language ? `&lang=${encodeURIComponent(language)}` : '';
  return `/d/${encodeURIComponent(document)}?q=${start}-${end}${translation}#q`;
}

export function presentAnswer(
  answer: Answer,
  id: string,
  suggestions: readonly string[],
): contract.AskResponse {
  return {
    id,
    status: answer.status,
    reason: answer.status === 'abstained' ? answer.reason : null,
    language: answer.language,
    direction: textDirection(answer.language),
    question: answer.question,
    answer: answer.text,
    writer: answer.status === 'answered' ? answer.writer : 'extractive',
    confidence: answer.confidence,
    citations: answer.status === 'answered' ? answer.citations.map(presentCitation) : [],
    related: answer.status === 'abstained' ? answer.related.map(presentQuotation) : [],
    suggestions: [...suggestions],
  };
}

export function presentCitation(citation: Citation): contract.Citation {
  return { marker: citation.marker, ...presentQuotation(citation), verdict: 'verified' };
}

export function presentQuotation(quotation: Quotation): contract.RelatedPassage {
  const { document, turn, question, quote, start, end, translation } = quotation;
  return {
    document: { id: document.id, title: document.title, date: document.date, url: document.url },
    turn: {
      id: turn.id,
      kind: turn.kind,
      ordinal: turn.ordinal,
      url: quotationPath(document.id, start, end, translation?.language),
    },
    speaker: turn.speaker ? { ...turn.speaker } : null,
    inReplyTo: question
      ? {
          turn: question.id,
          speaker: question.speaker
            ? { name: question.speaker.name, organisation: question.speaker.organisation }
            : null,
          text: document.transcript.text.slice(question.start, question.end),
        }
      : null,
    quote,
    language: document.language,
    start,
    end,
    translation: translation
      ? { ...translation, speaker: translation.speaker ? { ...translation.speaker } : null }
      : null,
  };
}

export function presentSummary(document: LibraryDocument): contract.DocumentSummary {
  const { id, title, date, url, language, place, publisher, translations, transcript } = document;
  return {
    id,
    title,
    date,
    url,
    language,
    place,
    publisher,
    translations: translations.map((translation) => translation.language),
    turns: transcript.turns.length,
  };
}

export function presentDocument(document: LibraryDocument, library: Library): contract.DocumentDetail {
  const { id, title, date, language, place, publisher, url, transcript } = document;
  return {
    id,
    title,
    date,
    language,
    place,
    publisher,
    url,
    text: transcript.text,
    turns: transcript.turns.map((turn) => ({ ...turn, speaker: turn.speaker ? { ...turn.speaker } : null })),
    passages: library.passages
      .filter((passage) => passage.document === id)
      .map((passage) => ({ id: passage.id, turn: passage.turn, start: passage.start, end: passage.end })),
  };
}
