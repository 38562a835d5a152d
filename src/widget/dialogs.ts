/** The floating bubble with its dialog, and the question before everything is cleared. */
import { createElement } from './create-element.ts';
import { createIcon } from './icons.ts';
import type { Messages } from './messages.ts';
import { setText } from './set-text.ts';

export interface Bubble {
  readonly launcher: HTMLButtonElement;
  open(): void;
  close(): void;
  localise(messages: Messages): void;
}

/** A modal dialog takes the focus, keeps it, and gives it back; Escape closes it. */
export function createBubble(dialog: HTMLDialogElement, firstField: HTMLElement, onOpen: () => void): Bubble {
  const launcher = createElement(
    'button',
    { class: 'launcher', part: 'launcher', type: 'button', 'aria-haspopup': 'dialog' },
    createIcon('chat'),
  );
  const open = (): void => {
    if (!dialog.open) dialog.showModal();
    firstField.focus();
    onOpen();
  };
  const close = (): void => dialog.close();
  launcher.addEventListener('click', open);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && isOutside(dialog, event)) close();
  });
  dialog.addEventListener('keydown', (event) => keepTabInside(dialog, event));
  const localise = ({ translate, language, direction }: Messages): void => {
    launcher.lang = language;
    launcher.dir = direction;
    launcher.setAttribute('aria-label', translate('widget.open'));
    launcher.title = translate('widget.open');
  };
  return { launcher, open, close, localise };
}

/** A click on the backdrop counts as one on the dialog; only its place tells them apart. */
function isOutside(dialog: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

const FOCUSABLE = 'a[href], button, textarea, select, summary, [tabindex="0"]';

/** Without this, Tab leaves a modal dialog for the browser's own controls. */
function keepTabInside(dialog: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const stops = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isReachable);
  const from = event.shiftKey ? stops[0] : stops.at(-1);
  const to = event.shiftKey ? stops.at(-1) : stops[0];
  if (from?.matches(':focus') !== true) return;
  event.preventDefault();
  to?.focus();
}

function isReachable(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.checkVisibility() && !element.matches(':disabled');
}

export interface Confirmation {
  readonly dialog: HTMLDialogElement;
  localise(messages: Messages): void;
}

/** Asks before it calls `onConfirm`; whoever opens it calls `showModal`. */
export function createConfirmation(onConfirm: () => void): Confirmation {
  const question = createElement('p', { id: 'confirm-question' });
  const yes = createElement('button', { class: 'confirm-yes', type: 'button' });
  const no = createElement('button', { class: 'confirm-no', type: 'button', autofocus: true });
  const dialog = createElement(
    'dialog',
    { class: 'confirm', part: 'confirm', role: 'alertdialog', 'aria-labelledby': 'confirm-question' },
    question,
    createElement('div', { class: 'confirm-buttons' }, no, yes),
  );
  no.addEventListener('click', () => dialog.close());
  yes.addEventListener('click', () => {
    dialog.close();
    onConfirm();
  });
  const localise = ({ translate, language, direction }: Messages): void => {
    dialog.lang = language;
    dialog.dir = direction;
    setText(question, translate('widget.clearConfirm'));
    setText(yes, translate('widget.clear'));
    setText(no, translate('widget.cancel'));
  };
  return { dialog, localise };
}
