/** Loads each language's interface texts once and says when they have come. */
import type { AskClient } from './ask-client.ts';
import { createMessages, ENGLISH_MESSAGES, type Messages } from './messages.ts';

export interface MessageStore {
  /** The texts if they are here; otherwise null, and `onLoad` is called when they are. */
  get(language: string): Messages | null;
}

export function createMessageStore(client: AskClient, onLoad: () => void): MessageStore {
  const loaded = new Map<string, Messages>();
  const requested = new Set<string>();

  const load = async (language: string): Promise<void> => {
    const catalogue = await client.messages(language);
    if (catalogue === null) return;
    loaded.set(language, createMessages(catalogue));
    onLoad();
  };
  return {
    get: (language) => {
      if (!requested.has(language)) {
        requested.add(language);
        void load(language);
      }
      return loaded.get(language) ?? (language === 'en' ? ENGLISH_MESSAGES : null);
    },
  };
}

/** The page's own language, or else the reader's. */
export function pageLanguage(): string {
  const declared = document.documentElement.lang.trim();
  return declared === '' ? navigator.language : declared;
}
