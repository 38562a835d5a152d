/** What can be done with an answer: copy it, link to it, judge it, ask on. */
import { createElement } from './create-element.ts';
import { createIcon, type IconName } from './icons.ts';
import type { Messages } from './messages.ts';
import { createButton, type StatusHandlers } from './status-view.ts';
import type { Exchange } from './view-state.ts';

export interface AnswerHandlers extends StatusHandlers {
  /** These say whether the clipboard took it. */
  copyText(): Promise<boolean>;
  copyMarkdown(): Promise<boolean>;
  share(): Promise<boolean>;
  judge(helpful: boolean): void;
  ask(question: string): void;
}

/** Returns the function that brings the place up to date. */
export function createAnswerTools(
  place: HTMLElement,
  handlers: AnswerHandlers,
  offersFeedback: boolean,
): (exchange: Exchange, messages: Messages) => void {
  let shown = '';
  return (exchange, messages) => {
    const next = JSON.stringify([exchange.response?.id, exchange.helpful, messages.language]);
    if (next === shown) return;
    shown = next;
    place.hidden = exchange.response === null;
    if (exchange.response === null) return place.replaceChildren();
    const hasCitations = exchange.response.citations.length > 0;
    const row = createElement(
      'div',
      { class: 'tool-row' },
      ...(hasCitations ? createCopyTools(messages, handlers) : []),
      createCopyButton(
        'share',
        messages.translate('widget.share'),
        messages.translate('widget.copied'),
        handlers.share,
      ),
      ...(offersFeedback ? createFeedback(exchange.helpful, messages, handlers) : []),
    );
    const followUps = createFollowUps(exchange.response.suggestions ?? [], messages, handlers);
    keepFocus(place, () => place.replaceChildren(row, ...followUps));
  };
}

/** Gives the focus back to the button that stands for the one that had it. */
function keepFocus(place: HTMLElement, change: () => void): void {
  const focused = place.querySelector(':focus')?.className ?? null;
  change();
  if (focused !== null) place.querySelector<HTMLElement>(`[class="${focused}"]`)?.focus();
}

function createCopyTools({ translate }: Messages, handlers: AnswerHandlers): HTMLElement[] {
  const copied = translate('widget.copied');
  return [
    createCopyButton('copy', translate('widget.copy'), copied, handlers.copyText),
    createCopyButton('markdown', translate('widget.copyMarkdown'), copied, handlers.copyMarkdown),
  ];
}

const COPIED_MILLISECONDS = 2000;

/** Says for a moment that it worked. */
function createCopyButton(
  icon: IconName,
  label: string,
  copiedLabel: string,
  copy: () => Promise<boolean>,
): HTMLButtonElement {
  const button = createButton(icon, label, async () => {
    if (!(await copy())) return;
    button.replaceChildren(createIcon('check'), copiedLabel);
    setTimeout(() => button.replaceChildren(createIcon(icon), label), COPIED_MILLISECONDS);
  });
  return button;
}

function createFeedback(
  helpful: boolean | null,
  { translate }: Messages,
  handlers: AnswerHandlers,
): HTMLElement[] {
  const yes = createButton('helpful', translate('widget.feedbackHelpful'), () => handlers.judge(true));
  const no = createButton('notHelpful', translate('widget.feedbackNotHelpful'), () => handlers.judge(false));
  yes.setAttribute('aria-pressed', String(helpful === true));
  no.setAttribute('aria-pressed', String(helpful === false));
  const thanks = createElement('span', { class: 'thanks' }, translate('widget.feedbackThanks'));
  return helpful === null ? [yes, no] : [yes, no, thanks];
}

function createFollowUps(
  questions: readonly string[],
  messages: Messages,
  handlers: AnswerHandlers,
): HTMLElement[] {
  if (questions.length === 0) return [];
  return [createSuggestions(questions, messages, (question) => handlers.ask(question))];
}

export function createSuggestions(
  questions: readonly string[],
  { translate }: Messages,
  ask: (question: string) => void,
): HTMLElement {
  const buttons = questions.map((question) => {
    const button = createElement(
      'button',
      { class: 'suggestion', part: 'suggestion', type: 'button', dir: 'auto' },
      question,
    );
    button.addEventListener('click', () => ask(question));
    return createElement('li', {}, button);
  });
  const label = translate('widget.suggestions');
  return createElement(
    'div',
    { class: 'suggestions', part: 'suggestions' },
    createElement('p', { class: 'label' }, label),
    createElement('ul', { 'aria-label': label }, ...buttons),
  );
}
