/** The text of an answer as paragraphs with markers that lead to their sources. */
import { splitAnswer, type Segment } from './answer-segments.ts';
import { createElement, syncChildren } from './create-element.ts';
import type { Messages } from './messages.ts';
import type { Exchange } from './view-state.ts';

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
    (segments) => JSON.stringify([messages.language, segments]),
    (segments) => createParagraph(segments, messages, openSource),
  );
}

function createParagraph(
  segments: readonly Segment[],
  messages: Messages,
  openSource: (marker: number) => void,
): HTMLElement {
  const children = segments.map((segment) => {
    if (segment.kind === 'text') return segment.text;
    if (segment.kind === 'quotation')
      return createElement('bdi', { class: 'quoted', lang: segment.language }, segment.text);
    return createMarker(segment.marker, messages, openSource);
  });
  return createElement('p', { dir: 'auto' }, ...children);
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
