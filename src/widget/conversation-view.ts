/** The conversation as it stands in the log: one view for each exchange, kept as long as the exchange is. */
import { createExchangeView, type ExchangeOptions, type ExchangeView } from './exchange-view.ts';
import type { Messages } from './messages.ts';
import type { Exchange } from './view-state.ts';

export interface ConversationView {
  update(exchanges: readonly Exchange[], messagesOf: (exchange: Exchange) => Messages): void;
  elementOf(id: number): HTMLElement | null;
}

export function createConversationView(
  log: HTMLElement,
  optionsOf: (id: number) => ExchangeOptions,
): ConversationView {
  const views = new Map<number, ExchangeView>();

  const viewOf = (id: number): ExchangeView => {
    const known = views.get(id);
    if (known !== undefined) return known;
    const view = createExchangeView(optionsOf(id));
    views.set(id, view);
    log.append(view.element);
    return view;
  };
  return {
    update: (exchanges, messagesOf) => {
      const present = new Set(exchanges.map((exchange) => exchange.id));
      for (const [id, view] of views) {
        if (present.has(id)) continue;
        view.element.remove();
        views.delete(id);
      }
      for (const exchange of exchanges) viewOf(exchange.id).update(exchange, messagesOf(exchange));
    },
    elementOf: (id) => views.get(id)?.element ?? null,
  };
}
