/** Holds the widget together: state in the middle, the service on one side, the panel on the other. */
import type { AskResponse } from '../http/contract.ts';
import { createAskClient, type AskClient } from './ask-client.ts';
import { createAskController, type AskController } from './ask-controller.ts';
import { createSuggestions } from './answer-tools.ts';
import { createAnswerHandlers } from './answer-handlers.ts';
import type { ExchangeOptions } from './exchange-view.ts';
import { createLinkPolicy } from './link-policy.ts';
import { createConversationView, type ConversationView } from './conversation-view.ts';
import { loadConversation, saveConversation } from './conversation-storage.ts';
import { createBubble, createConfirmation, type Bubble, type Confirmation } from './dialogs.ts';
import { createMessageStore, pageLanguage, type MessageStore } from './message-store.ts';
import { ENGLISH_MESSAGES, type Messages } from './messages.ts';
import { createPanel, fillLanguages, localisePanel, scrollToTop, updateSubmit, type Panel } from './panel.ts';
import { setText } from './set-text.ts';
import type { Settings } from './settings.ts';
import { watchPage, wirePanel } from './wire-panel.ts';
import { INITIAL_STATE, reduce, runningExchange, type Action, type ViewState } from './view-state.ts';

/** What the page can do with the widget. */
export interface Widget {
  ask(question: string): boolean;
  stop(): void;
  clear(): void;
  open(): void;
  close(): void;
  /** Stops everything and leaves the shadow root empty. */
  destroy(): void;
}

export interface WidgetOptions {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly settings: Settings;
  /** Where the tab keeps this widget's conversation. */
  readonly storageKey: string;
}

export function createWidget(options: WidgetOptions): Widget {
  const app = new App(options);
  app.start();
  return app;
}

/** The one mutable thing: everything it holds is made of functions and values from the other files. */
class App implements Widget {
  private state: ViewState = INITIAL_STATE;
  private readonly ended = new AbortController();
  private readonly client: AskClient;
  private readonly store: MessageStore;
  private readonly panel: Panel;
  private readonly bubble: Bubble | null;
  private readonly confirmation: Confirmation;
  private readonly controller: AskController;
  private readonly conversation: ConversationView;
  private languages: readonly string[] = [];
  private shownMessages: Messages | null = null;
  private painting = 0;
  private readonly options: WidgetOptions;

  constructor(options: WidgetOptions) {
    this.options = options;
    const { settings } = options;
    this.client = createAskClient(settings.endpoint);
    this.store = createMessageStore(this.client, () => this.render());
    this.panel = createPanel(settings.mode);
    const { root: surface, input } = this.panel;
    this.bubble =
      surface instanceof HTMLDialogElement ? createBubble(surface, input, () => this.reveal()) : null;
    this.confirmation = createConfirmation(() => this.clear());
    this.controller = createAskController({
      client: this.client,
      documents: settings.documents,
      language: () => this.pinnedLanguage(),
      state: () => this.state,
      dispatch: (action) => this.dispatch(action),
      onAnswer: (response) => this.tellHost(response),
    });
    this.conversation = createConversationView(this.panel.log, (id) => this.exchangeOptions(id));
  }

  start(): void {
    const { root, settings, storageKey } = this.options;
    const { exchanges, language } = loadConversation(storageKey);
    this.state = { ...this.state, exchanges, language, online: navigator.onLine };
    root.append(
      ...(this.bubble === null ? [] : [this.bubble.launcher]),
      this.panel.root,
      this.confirmation.dialog,
    );
    wirePanel(this.panel, {
      ask: (question) => this.ask(question),
      stop: () => this.stop(),
      confirmClear: () => this.confirmation.dialog.showModal(),
      close: () => this.close(),
      chooseLanguage: (chosen) => this.chooseLanguage(chosen),
    });
    watchPage(this.options.host, this.ended.signal, {
      connected: (online) => this.dispatch({ type: 'connected', online }),
      linked: (question) => this.follow(question),
    });
    this.render();
    if (settings.mode === 'inline') this.reveal();
    if (settings.language === null) void this.loadLanguages();
    void this.loadSuggestions();
  }

  ask(question: string): boolean {
    if (!this.controller.ask(question)) return false;
    this.reveal();
    return true;
  }

  stop(): void {
    this.controller.stop();
  }

  clear(): void {
    this.stop();
    this.dispatch({ type: 'cleared' });
    this.panel.input.focus();
  }

  open(): void {
    this.bubble?.open();
  }

  close(): void {
    this.bubble?.close();
  }

  destroy(): void {
    this.ended.abort();
    this.stop();
    cancelAnimationFrame(this.painting);
    this.options.root.replaceChildren();
  }

  private dispatch(action: Action): void {
    const before = this.state;
    this.state = reduce(before, action);
    if (this.state.exchanges !== before.exchanges && runningExchange(this.state) === null) this.save();
    if (action.type === 'received' && action.event.event === 'delta') return this.renderSoon();
    this.render();
  }

  /** A fast stream is painted once a frame. */
  private renderSoon(): void {
    cancelAnimationFrame(this.painting);
    this.painting = requestAnimationFrame(() => this.render());
  }

  private render(): void {
    const messages = this.messages();
    const { exchanges, online } = this.state;
    const running = runningExchange(this.state);
    if (this.shownMessages !== messages) this.localise(messages);
    this.panel.log.ariaBusy = String(running?.phase === 'streaming');
    this.conversation.update(exchanges, ({ language }) => this.messagesIn(language) ?? messages);
    this.renderOpening(messages);
    this.panel.notice.hidden = online;
    setText(this.panel.notice, online ? '' : messages.translate('widget.offline'));
    this.panel.clear.hidden = exchanges.length === 0;
    updateSubmit(this.panel, running !== null, messages);
  }

  private renderOpening(messages: Messages): void {
    const { exchanges, suggestions } = this.state;
    const place = this.panel.suggestions;
    place.hidden = exchanges.length > 0 || suggestions.length === 0;
    const shown = JSON.stringify([messages.language, suggestions]);
    if (place.dataset['shown'] === shown) return;
    place.dataset['shown'] = shown;
    place.replaceChildren(
      createSuggestions(suggestions, messages, (question) => this.askFromButton(question)),
    );
  }

  private localise(messages: Messages): void {
    this.shownMessages = messages;
    localisePanel(this.panel, messages);
    this.bubble?.localise(messages);
    this.confirmation.localise(messages);
    fillLanguages(this.panel, this.languages, this.state.language, messages);
  }

  private messages(): Messages {
    return this.store.get(this.pinnedLanguage() ?? pageLanguage()) ?? ENGLISH_MESSAGES;
  }

  private messagesIn(language: string | null): Messages | null {
    return language === null ? null : this.store.get(language);
  }

  private pinnedLanguage(): string | null {
    return this.options.settings.language ?? this.state.language;
  }

  private exchangeOptions(id: number): ExchangeOptions {
    const { settings, root, host } = this.options;
    const links = createLinkPolicy(settings.endpoint);
    const handlers = createAnswerHandlers({
      exchange: () => this.state.exchanges.find((exchange) => exchange.id === id) ?? null,
      root,
      elementId: host.id,
      links,
      announce: (text) => setText(this.panel.status, text),
      copiedText: () => this.messages().translate('widget.copied'),
      retry: (question) => this.askFromButton(question, id),
      ask: (question) => this.askFromButton(question),
      judge: (response, helpful) => void this.judge(id, response, helpful),
    });
    return { links, handlers, offersFeedback: settings.offersFeedback };
  }

  /** The button that was pressed goes away, so the focus moves to the question it asked. */
  private askFromButton(question: string, again?: number): void {
    if (!this.controller.ask(question, again)) return;
    this.reveal()?.querySelector<HTMLElement>('.question')?.focus({ preventScroll: true });
  }

  /** Scrolls the newest question to the top of what can be seen, and returns its element. */
  private reveal(): HTMLElement | null {
    const running = runningExchange(this.state) ?? this.state.exchanges.at(-1);
    const element = this.conversation.elementOf(running?.id ?? 0);
    if (element !== null) scrollToTop(element, this.options.settings.mode, this.panel);
    return element;
  }

  private async judge(id: number, response: AskResponse, helpful: boolean): Promise<void> {
    if (await this.client.sendFeedback(response.id, helpful)) this.dispatch({ type: 'judged', id, helpful });
  }

  private follow(question: string): void {
    this.open();
    if (this.state.exchanges.at(-1)?.question !== question) this.ask(question);
  }

  private chooseLanguage(language: string | null): void {
    this.dispatch({ type: 'languageChosen', language });
    this.save();
    void this.loadSuggestions();
  }

  private async loadLanguages(): Promise<void> {
    this.languages = await this.client.languages();
    fillLanguages(this.panel, this.languages, this.state.language, this.messages());
  }

  private async loadSuggestions(): Promise<void> {
    const { suggestions, documents } = this.options.settings;
    const language = this.pinnedLanguage() ?? pageLanguage();
    const loaded = suggestions ?? (await this.client.suggestions(language, documents));
    this.dispatch({ type: 'suggested', suggestions: loaded });
  }

  private save(): void {
    saveConversation(this.options.storageKey, this.state);
  }

  private tellHost(response: AskResponse): void {
    const event = new CustomEvent('lectern-answer', { detail: response, bubbles: true, composed: true });
    this.options.host.dispatchEvent(event);
  }
}
