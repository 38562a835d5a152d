/** The parts of the widget that are always there, and their texts. */
import { createElement, setAttributes } from './create-element.ts';
import { createIcon } from './icons.ts';
import { ownLanguageName, type Messages } from './messages.ts';
import { setText } from './set-text.ts';
import type { Mode } from './settings.ts';

export interface Panel {
  /** A section, or a dialog in bubble mode. */
  readonly root: HTMLElement;
  readonly title: HTMLElement;
  readonly languageLabel: HTMLElement;
  readonly languages: HTMLSelectElement;
  readonly clear: HTMLButtonElement;
  /** Only shown in bubble mode. */
  readonly close: HTMLButtonElement;
  readonly log: HTMLElement;
  readonly suggestions: HTMLElement;
  readonly notice: HTMLElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLTextAreaElement;
  readonly inputLabel: HTMLElement;
  readonly submit: HTMLButtonElement;
  readonly footnote: HTMLElement;
  /** Short announcements for screen readers. */
  readonly status: HTMLElement;
}

const LONGEST_QUESTION = 2000;

export function createPanel(mode: Mode): Panel {
  const parts = createParts();
  const { title, clear, close, log, suggestions, notice, form, footnote, status } = parts;
  close.hidden = mode !== 'bubble';
  const header = createElement('header', { class: 'header', part: 'header' }, title, clear, close);
  const body = createElement('div', { class: 'body', part: 'body' }, log, suggestions);
  // A log that scrolls must be reachable by keyboard; on a full page the page itself scrolls.
  if (mode !== 'page') body.tabIndex = 0;
  const dock = createElement('div', { class: 'dock', part: 'dock' }, notice, form);
  const language = createElement('label', { class: 'language' }, parts.languageLabel, parts.languages);
  const foot = createElement('footer', { class: 'foot', part: 'foot' }, footnote, language);
  const name = mode === 'bubble' ? 'dialog' : 'section';
  const attributes = { class: 'panel', part: 'panel', 'aria-labelledby': 'title' };
  return { root: createElement(name, attributes, header, body, dock, foot, status), ...parts };
}

function createParts(): Omit<Panel, 'root'> {
  const input = createElement('textarea', {
    id: 'question',
    part: 'input',
    rows: '1',
    dir: 'auto',
    maxlength: String(LONGEST_QUESTION),
    enterkeyhint: 'send',
    autocomplete: 'off',
  });
  const inputLabel = createElement('label', { for: 'question', class: 'hidden' });
  const submit = createElement('button', { class: 'submit', part: 'submit', type: 'submit' });
  return {
    title: createElement('h2', { class: 'title', part: 'title', id: 'title' }),
    languageLabel: createElement('span', { class: 'hidden' }),
    languages: createElement('select', { part: 'languages' }),
    clear: createElement('button', { class: 'header-button', type: 'button' }, createIcon('clear')),
    close: createElement('button', { class: 'header-button', type: 'button' }, createIcon('close')),
    log: createElement('div', { class: 'log', part: 'log', role: 'log', 'aria-live': 'polite' }),
    suggestions: createElement('div', { class: 'opening' }),
    notice: createElement('p', { class: 'notice', part: 'notice', role: 'alert' }),
    form: createElement('form', { class: 'composer', part: 'composer' }, inputLabel, input, submit),
    input,
    inputLabel,
    submit,
    footnote: createElement('p', { class: 'footnote', part: 'footnote' }),
    status: createElement('p', { class: 'hidden', role: 'status' }),
  };
}

/** Puts the panel into a language. */
export function localisePanel(panel: Panel, { language, direction, translate }: Messages): void {
  setAttributes(panel.root, { lang: language, dir: direction });
  setText(panel.title, translate('widget.title'));
  setText(panel.languageLabel, translate('widget.language'));
  setText(panel.inputLabel, translate('widget.placeholder'));
  setText(panel.footnote, translate('widget.aiNotice'));
  setAttributes(panel.log, { 'aria-label': translate('widget.conversation') });
  setAttributes(panel.input, { placeholder: translate('widget.placeholder') });
  setAttributes(panel.clear, { 'aria-label': translate('widget.clear'), title: translate('widget.clear') });
  setAttributes(panel.close, { 'aria-label': translate('widget.close'), title: translate('widget.close') });
}

/** While an answer is coming the same button stops it, so that the focus has nowhere to get lost. */
export function updateSubmit(panel: Panel, isRunning: boolean, { translate, language }: Messages): void {
  const state = `${isRunning} ${language}`;
  if (panel.submit.dataset['state'] === state) return;
  panel.submit.dataset['state'] = state;
  panel.submit.type = isRunning ? 'button' : 'submit';
  const label = translate(isRunning ? 'widget.stop' : 'widget.ask');
  panel.submit.replaceChildren(createIcon(isRunning ? 'stop' : 'ask'), createElement('span', {}, label));
}

/** The first choice lets the question decide. */
export function fillLanguages(
  panel: Panel,
  languages: readonly string[],
  chosen: string | null,
  messages: Messages,
): void {
  const options = languages.map((language) =>
    createElement(
      'option',
      { value: language, lang: language, selected: language === chosen },
      ownLanguageName(language),
    ),
  );
  const automatic = createElement('option', { value: '' }, messages.translate('widget.languageAuto'));
  panel.languages.replaceChildren(automatic, ...options);
  panel.languages.value = chosen ?? '';
  const place = panel.languages.parentElement;
  if (place !== null) place.hidden = languages.length === 0;
}

/** Moves only what belongs to the widget: a panel scrolls inside itself, a full page scrolls as a page. */
export function scrollToTop(element: HTMLElement, mode: Mode, panel: Panel): void {
  if (mode === 'page') return element.scrollIntoView({ block: 'start' });
  const body = panel.log.parentElement;
  if (body !== null) body.scrollTop += element.getBoundingClientRect().top - body.getBoundingClientRect().top;
}
