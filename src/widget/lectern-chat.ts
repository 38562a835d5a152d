/** `<lectern-chat>`: a question box with cited answers, for any page. */
import { ATTRIBUTES, readSettings } from './settings.ts';
import baseStyles from './base.css';
import bubbleStyles from './bubble.css';
import conversationStyles from './conversation.css';
import { createWidget, type Widget } from './widget.ts';

const NAME = 'lectern-chat';

/** Where this script came from is where the service is, unless the page says otherwise. */
const SCRIPT_ADDRESS = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

let sharedSheet: CSSStyleSheet | null = null;

/** Constructed, not inline, so that a content security policy with `style-src 'self'` lets it be. */
function styleSheet(): CSSStyleSheet {
  if (sharedSheet === null) {
    sharedSheet = new CSSStyleSheet();
    sharedSheet.replaceSync([baseStyles, conversationStyles, bubbleStyles].join('\n'));
  }
  return sharedSheet;
}

export class LecternChat extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;
  private widget: Widget | null = null;
  private readonly root: ShadowRoot;

  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open', delegatesFocus: false });
    this.root.adoptedStyleSheets = [styleSheet()];
  }

  connectedCallback(): void {
    this.start();
  }

  disconnectedCallback(): void {
    this.widget?.destroy();
    this.widget = null;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.widget !== null && before !== after) this.start();
  }

  /** Asks as if the reader had typed it; false while another answer is coming. */
  ask(question: string): boolean {
    return this.widget?.ask(question) ?? false;
  }

  /** Opens the dialog in bubble mode. */
  open(): void {
    this.widget?.open();
  }

  close(): void {
    this.widget?.close();
  }

  /** Forgets the conversation, without asking. */
  clear(): void {
    this.widget?.clear();
  }

  private start(): void {
    this.widget?.destroy();
    const address = new URL('.', SCRIPT_ADDRESS === '' ? location.origin : SCRIPT_ADDRESS).href;
    const settings = readSettings((name) => this.getAttribute(name), address);
    const place = [...document.querySelectorAll(NAME)].indexOf(this);
    const storageKey = [NAME, this.id || String(place), settings.endpoint, ...settings.documents].join(' ');
    this.widget = createWidget({ host: this, root: this.root, settings, storageKey });
  }
}

if (customElements.get(NAME) === undefined) customElements.define(NAME, LecternChat);
