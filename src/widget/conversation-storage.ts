/** Keeps a conversation for as long as its tab lives. */
import type { Exchange } from './view-state.ts';

const KEPT_EXCHANGES = 20;
/** Goes up when what is stored changes shape, so that an old shape is never read as a new one. */
const VERSION = 1;

export interface Conversation {
  readonly exchanges: readonly Exchange[];
  /** The language the reader chose. */
  readonly language: string | null;
}

interface Stored extends Conversation {
  readonly version: number;
}

/** Storage may be forbidden or full: then a conversation simply does not outlive the page. */
export function saveConversation(key: string, { exchanges, language }: Conversation): void {
  const finished = exchanges.filter((exchange) => exchange.response !== null).slice(-KEPT_EXCHANGES);
  const stored: Stored = { version: VERSION, exchanges: finished, language };
  try {
    if (finished.length === 0 && language === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(stored));
  } catch {
    // Said above: the conversation goes on without being kept.
  }
}

export function loadConversation(key: string): Conversation {
  const none = { exchanges: [], language: null };
  try {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Stored | null;
    return stored?.version === VERSION ? stored : none;
  } catch {
    return none;
  }
}
