/** One question with its answer, its sources and what can be done with them. */
import type { Citation, RelatedPassage } from '../http/contract.ts';
import { updateAnswerText } from './answer-view.ts';
import { createAnswerTools, type AnswerHandlers } from './answer-tools.ts';
import { createElement, setAttributes, syncChildren } from './create-element.ts';
import type { Messages } from './messages.ts';
import { setText } from './set-text.ts';
import type { LinkPolicy } from './link-policy.ts';
import { createSourceCard } from './source-card.ts';
import { createStatusView } from './status-view.ts';
import type { Exchange } from './view-state.ts';

export interface ExchangeView {
  readonly element: HTMLElement;
  /** `messages` are those of the answer's language. */
  update(exchange: Exchange, messages: Messages): void;
}

export interface ExchangeOptions {
  readonly links: LinkPolicy;
  readonly handlers: AnswerHandlers;
  readonly offersFeedback: boolean;
}

export function createExchangeView(options: ExchangeOptions): ExchangeView {
  const parts = createParts();
  const openSource = (marker: number): void => focusSource(parts.sources, marker);
  const status = createStatusView(parts.status, options.handlers);
  const tools = createAnswerTools(parts.tools, options.handlers, options.offersFeedback);

  let shown: Exchange | null = null;
  let shownIn: Messages | null = null;

  const update = (exchange: Exchange, messages: Messages): void => {
    if (exchange === shown && messages === shownIn) return;
    shown = exchange;
    shownIn = messages;
    setAttributes(parts.element, {
      lang: messages.language,
      dir: messages.direction,
      'data-phase': exchange.phase,
      'data-status': exchange.response?.status ?? null,
      'data-confidence': exchange.response?.confidence ?? null,
    });
    setAttributes(parts.text, { lang: exchange.language });
    updateHeadings(parts, exchange, messages);
    updateAnswerText(parts.text, exchange, messages, openSource);
    updateSources(parts, exchange, messages, options.links);
    status(exchange, messages);
    tools(exchange, messages);
  };
  return { element: parts.element, update };
}

type Parts = ReturnType<typeof createParts>;

function createParts() {
  const asked = createElement('span', { class: 'hidden' });
  const question = createElement('bdi', {});
  const verdict = createElement('p', { class: 'answer-label', part: 'answer-label' });
  const text = createElement('div', { class: 'answer-text', part: 'answer-text' });
  const status = createElement('div', { class: 'progress', part: 'progress' });
  const sourcesTitle = createElement('h4', { class: 'sources-title' });
  // The words of the answer are read out as they come; the cards wait until the reader goes there.
  const sources = createElement('div', { class: 'sources', part: 'sources', 'aria-live': 'off' });
  const tools = createElement('div', { class: 'tools', part: 'tools', 'aria-live': 'off' });
  const element = createElement(
    'article',
    { class: 'exchange', part: 'exchange' },
    createElement(
      'h3',
      { class: 'question', part: 'question', dir: 'auto', tabindex: '-1' },
      asked,
      question,
    ),
    createElement('div', { class: 'answer', part: 'answer' }, verdict, text),
    status,
    sourcesTitle,
    sources,
    tools,
  );
  return { element, asked, question, verdict, text, status, sourcesTitle, sources, tools };
}

function updateHeadings(parts: Parts, exchange: Exchange, messages: Messages): void {
  const { translate } = messages;
  const { response } = exchange;
  const label = response?.status === 'abstained' ? translate('widget.noAnswer') : translate('widget.answer');
  const confidence = response === null ? '' : translate(`confidence.${response.confidence}`);
  setText(parts.asked, `${translate('widget.you')}: `);
  setText(parts.question, exchange.question);
  setText(parts.verdict, response?.status === 'answered' ? `${label} · ${confidence}` : label);
  parts.verdict.hidden = exchange.text === '';
}

function updateSources(parts: Parts, exchange: Exchange, messages: Messages, links: LinkPolicy): void {
  const related = exchange.response?.related ?? [];
  const passages: readonly (Citation | RelatedPassage)[] =
    exchange.citations.length > 0 ? exchange.citations : related;
  const title = exchange.citations.length > 0 ? 'widget.sources' : 'abstain.related';
  setText(parts.sourcesTitle, messages.translate(title));
  parts.sourcesTitle.hidden = passages.length === 0;
  syncChildren(
    parts.sources,
    passages,
    (passage) => JSON.stringify([messages.language, sourceKey(passage)]),
    (passage) => createSourceCard(passage, messages, links),
  );
  setAttributes(parts.sources, { 'aria-label': messages.translate('widget.sources'), role: 'group' });
  parts.sources.hidden = passages.length === 0;
}

function sourceKey(passage: Citation | RelatedPassage): unknown[] {
  return ['marker' in passage ? passage.marker : null, passage.document.id, passage.start, passage.end];
}

function focusSource(sources: Element, marker: number): void {
  const card = [...sources.children].find(
    (child) => child.querySelector('.badge')?.textContent === String(marker),
  );
  if (!(card instanceof HTMLElement)) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'nearest' });
}
