/** The text of an answer as paragraphs with markers that lead to their sources. */
import { splitAnswer, type Segment } from './answer-segments.ts';
import { createElement, setAttributes, syncChildren } from './create-element.ts';
import type { Messages } from './messages.ts';
import { textDirection } from './text-direction.ts';
import type { Exchange } from './view-state.ts';

/** While text streams in, only its last piece changes: a marker that has the focus keeps it. */
export function updateAnswerText(
  place: Element,
  exchange: Exchange,
  messages: Messages,
  openSource: (marker: number) => void,
): void {
  const paragraphs = splitAnswer(exchange.text, exchange.citations);
  syncChildren(
    place,
    paragraphs,
    (_, index) => String(index),
    () => createElement('p'),
  );
  for (const [index, segments] of paragraphs.entries()) {
    const paragraph = place.children[index];
    if (paragraph === undefined) continue;
    setAttributes(paragraph, { dir: paragraphDirection(segments, exchange.language) });
    syncChildren(
      paragraph,
      segments,
      (segment) => JSON.stringify([messages.language, segment]),
      (segment) => createSegment(segment, messages, openSource),
    );
  }
}

/** The answer's own, even where it begins with a foreign name; a paragraph that only quotes has that of the quotation. */
function paragraphDirection(segments: readonly Segment[], language: string | null): string {
  const isOwn = segments.some((segment) => segment.kind === 'text' && segment.text.trim() !== '');
  const quotation = segments.find((segment) => segment.kind === 'quotation');
  if (!isOwn && quotation !== undefined) return textDirection(quotation.language);
  return language === null ? 'auto' : textDirection(language);
}

function createSegment(
  segment: Segment,
  messages: Messages,
  openSource: (marker: number) => void,
): HTMLElement {
  if (segment.kind === 'marker') return createMarker(segment.marker, messages, openSource);
  if (segment.kind === 'text') return createElement('span', {}, segment.text);
  return createElement('bdi', { class: 'quoted', lang: segment.language }, segment.text);
}

function createMarker(marker: number, messages: Messages, openSource: (marker: number) => void): HTMLElement {
  const label = messages.translate('widget.source', { number: String(marker) });
  const button = createElement(
    'button',
    { class: 'marker', part: 'marker', type: 'button', 'aria-label': label },
    String(marker),
  );
  button.addEventListener('click', () => openSource(marker));
  return button;
}
