/** What is going on while there is no answer yet, and why there will be none. */
import { createElement } from './create-element.ts';
import { createIcon, type IconName } from './icons.ts';
import type { Messages } from './messages.ts';
import { isRunning, type Exchange } from './view-state.ts';

export interface StatusHandlers {
  retry(): void;
}

const SECOND = 1000;

/** Returns the function that brings the place up to date. */
export function createStatusView(
  place: HTMLElement,
  handlers: StatusHandlers,
): (exchange: Exchange, messages: Messages) => void {
  let shown = '';
  let clock: ReturnType<typeof setInterval> | undefined;

  return (exchange, messages) => {
    const text = statusText(exchange, messages);
    const next = JSON.stringify([text, exchange.phase, messages.language]);
    if (next === shown) return;
    shown = next;
    clearInterval(clock);
    const elapsed = createElement('span', { class: 'elapsed', 'aria-hidden': 'true' });
    if (exchange.slow && isRunning(exchange)) clock = countSeconds(elapsed, messages.language);
    place.hidden = text === '';
    place.replaceChildren(...createStatus(text, exchange, messages, elapsed, handlers));
  };
}

function statusText(exchange: Exchange, { translate }: Messages): string {
  if (exchange.phase === 'stopped') return translate('widget.stopped');
  if (exchange.failure?.kind === 'problem') return exchange.failure.detail;
  if (exchange.failure?.kind === 'offline') return translate('widget.offline');
  if (exchange.failure?.kind === 'unreachable') return translate('widget.serverDown');
  if (exchange.phase === 'searching')
    return translate(exchange.slow ? 'widget.stillWorking' : 'widget.searching');
  return '';
}

function createStatus(
  text: string,
  exchange: Exchange,
  messages: Messages,
  elapsed: HTMLElement,
  handlers: StatusHandlers,
): HTMLElement[] {
  if (text === '') return [];
  const language = exchange.failure?.kind === 'problem' ? exchange.failure.language : null;
  const line = createElement(
    'p',
    { class: 'progress-text', lang: language, dir: 'auto' },
    text,
    ' ',
    elapsed,
  );
  if (isRunning(exchange)) return [line, createElement('div', { class: 'bar', 'aria-hidden': 'true' })];
  return [line, createButton('retry', messages.translate('widget.retry'), handlers.retry)];
}

function countSeconds(place: HTMLElement, language: string): ReturnType<typeof setInterval> {
  const format = new Intl.NumberFormat([language, 'en'], { style: 'unit', unit: 'second' });
  const begun = performance.now();
  return setInterval(() => {
    place.textContent = format.format(Math.round((performance.now() - begun) / SECOND));
  }, SECOND);
}

export function createButton(icon: IconName, label: string, onClick: () => unknown): HTMLButtonElement {
  const button = createElement(
    'button',
    { class: `tool tool-${icon}`, type: 'button' },
    createIcon(icon),
    label,
  );
  button.addEventListener('click', () => void onClick());
  return button;
}
