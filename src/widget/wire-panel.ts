/** Turns what the reader and the page do into calls. */
import type { Panel } from './panel.ts';
import { readShareLink } from './share-link.ts';

export interface PanelEvents {
  /** Whether the question was taken; if not, its text stays in the field. */
  ask(question: string): boolean;
  stop(): void;
  confirmClear(): void;
  close(): void;
  chooseLanguage(language: string | null): void;
}

export function wirePanel(panel: Panel, events: PanelEvents): void {
  panel.form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (events.ask(panel.input.value)) panel.input.value = '';
  });
  panel.input.addEventListener('keydown', (event) => {
    // Enter also chooses a word in input methods for Chinese, Japanese and Korean: that must not send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    panel.form.requestSubmit();
  });
  panel.submit.addEventListener('click', () => {
    if (panel.submit.type === 'button') events.stop();
  });
  panel.clear.addEventListener('click', events.confirmClear);
  panel.close.addEventListener('click', events.close);
  panel.languages.addEventListener('change', () => events.chooseLanguage(panel.languages.value || null));
}

export interface PageEvents {
  connected(online: boolean): void;
  linked(question: string): void;
}

/** Follows the connection and the address until `signal` ends it; a link on arrival counts at once. */
export function watchPage(host: HTMLElement, signal: AbortSignal, events: PageEvents): void {
  const follow = (): void => {
    const link = readShareLink(location.hash);
    if (link === null) return;
    const first = document.querySelector(host.localName);
    if (link.elementId === null ? host === first : host.id === link.elementId) events.linked(link.question);
  };
  addEventListener('online', () => events.connected(true), { signal });
  addEventListener('offline', () => events.connected(false), { signal });
  addEventListener('hashchange', follow, { signal });
  queueMicrotask(() => {
    if (!signal.aborted) follow();
  });
}
