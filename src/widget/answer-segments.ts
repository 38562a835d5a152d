/** Cuts an answer's text into paragraphs of plain text, citation markers and quotations. */
import type { Citation } from '../http/contract.ts';

export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'marker'; readonly marker: number }
  /** Words of the original inside the answer, which have a language of their own. */
  | { readonly kind: 'quotation'; readonly text: string; readonly language: string };

/** A number in brackets is a marker only if a citation bears it. */
export function splitAnswer(text: string, citations: readonly Citation[]): Segment[][] {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => splitParagraph(paragraph, citations));
}

function splitParagraph(paragraph: string, citations: readonly Citation[]): Segment[] {
  const markers = new Set(citations.map((citation) => citation.marker));
  const segments: Segment[] = [];
  let end = 0;
  for (const match of paragraph.matchAll(/\[(\d{1,3})\]/g)) {
    const marker = Number(match[1]);
    if (!markers.has(marker)) continue;
    segments.push(...splitQuotations(paragraph.slice(end, match.index), citations), {
      kind: 'marker',
      marker,
    });
    end = match.index + match[0].length;
  }
  return [...segments, ...splitQuotations(paragraph.slice(end), citations)];
}

function splitQuotations(text: string, citations: readonly Citation[]): Segment[] {
  for (const { quote, language } of citations) {
    const start = quote === '' ? -1 : text.indexOf(quote);
    if (start === -1) continue;
    return [
      ...splitQuotations(text.slice(0, start), citations),
      { kind: 'quotation', text: quote, language },
      ...splitQuotations(text.slice(start + quote.length), citations),
    ];
  }
  return text === '' ? [] : [{ kind: 'text', text }];
}
