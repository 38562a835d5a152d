/** What the widget shows, and how each event changes it: pure, so that every state can be tested without a page. */
import type { AskEvent, AskResponse, Citation, ConversationTurn } from '../http/contract.ts';

export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'problem'; readonly detail: string; readonly language: string };

/** `searching`: nothing has come yet; `streaming`: text is coming; the others are final. */
export type Phase = 'searching' | 'streaming' | 'done' | 'stopped' | 'failed';

/** One question and what came of it. */
export interface Exchange {
  readonly id: number;
  readonly question: string;
  readonly phase: Phase;
  /** It takes longer than usual. */
  readonly slow: boolean;
  /** Language of the answer and of its labels; null until the server has decided. */
  readonly language: string | null;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly response: AskResponse | null;
  readonly failure: Failure | null;
  /** What the reader thought of the answer; null before they said so. */
  readonly helpful: boolean | null;
}

export interface ViewState {
  readonly exchanges: readonly Exchange[];
  readonly online: boolean;
  /** The language the reader chose; null lets the question decide. */
  readonly language: string | null;
  /** Questions to begin with. */
  readonly suggestions: readonly string[];
}

export type Action =
  | { readonly type: 'asked'; readonly id: number; readonly question: string }
  | { readonly type: 'received'; readonly id: number; readonly event: AskEvent }
  | { readonly type: 'slow'; readonly id: number }
  | { readonly type: 'stopped'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly type: 'judged'; readonly id: number; readonly helpful: boolean }
  | { readonly type: 'restored'; readonly exchanges: readonly Exchange[] }
  | { readonly type: 'cleared' }
  | { readonly type: 'connected'; readonly online: boolean }
  | { readonly type: 'languageChosen'; readonly language: string | null }
  | { readonly type: 'suggested'; readonly suggestions: readonly string[] };

export const INITIAL_STATE: ViewState = { exchanges: [], online: true, language: null, suggestions: [] };

export function isRunning(exchange: Exchange): boolean {
  return exchange.phase === 'searching' || exchange.phase === 'streaming';
}

export function runningExchange(state: ViewState): Exchange | null {
  return state.exchanges.find(isRunning) ?? null;
}

export function reduce(state: ViewState, action: Action): ViewState {
  switch (action.type) {
    case 'asked':
      return { ...state, exchanges: withQuestion(state.exchanges, action.id, action.question) };
    case 'received':
      return updateRunning(state, action.id, (exchange) => receive(exchange, action.event));
    case 'slow':
      return updateRunning(state, action.id, (exchange) => ({ ...exchange, slow: true }));
    case 'stopped':
      return updateRunning(state, action.id, (exchange) => ({ ...exchange, phase: 'stopped' }));
    case 'failed':
      return updateRunning(state, action.id, (exchange) => fail(exchange, action.failure));
    case 'judged':
      return update(state, action.id, (exchange) => ({ ...exchange, helpful: action.helpful }));
    case 'restored':
      return { ...state, exchanges: action.exchanges };
    case 'cleared':
      return { ...state, exchanges: [] };
    case 'connected':
      return { ...state, online: action.online };
    case 'languageChosen':
      return { ...state, language: action.language };
    case 'suggested':
      return { ...state, suggestions: action.suggestions };
  }
}

/** A question asked again keeps its place. */
function withQuestion(exchanges: readonly Exchange[], id: number, question: string): readonly Exchange[] {
  const fresh: Exchange = {
    id,
    question,
    phase: 'searching',
    slow: false,
    language: null,
    text: '',
    citations: [],
    response: null,
    failure: null,
    helpful: null,
  };
  const isKnown = exchanges.some((exchange) => exchange.id === id);
  return isKnown ? exchanges.map((known) => (known.id === id ? fresh : known)) : [...exchanges, fresh];
}

function update(state: ViewState, id: number, change: (exchange: Exchange) => Exchange): ViewState {
  return {
    ...state,
    exchanges: state.exchanges.map((exchange) => (exchange.id === id ? change(exchange) : exchange)),
  };
}

/** What arrives for a question that was stopped or cleared meanwhile is dropped. */
function updateRunning(state: ViewState, id: number, change: (exchange: Exchange) => Exchange): ViewState {
  return update(state, id, (exchange) => (isRunning(exchange) ? change(exchange) : exchange));
}

function fail(exchange: Exchange, failure: Failure): Exchange {
  return { ...exchange, phase: 'failed', failure };
}

function receive(exchange: Exchange, event: AskEvent): Exchange {
  switch (event.event) {
    case 'language':
      return { ...exchange, language: event.data.language };
    case 'citation':
      return { ...exchange, citations: [...exchange.citations, event.data] };
    case 'delta':
      return { ...exchange, phase: 'streaming', slow: false, text: exchange.text + event.data.text };
    case 'done':
      return finish(exchange, event.data);
    case 'error':
      return fail(exchange, { kind: 'problem', detail: event.data.detail, language: event.data.language });
  }
}

/** The whole response is what counts: it replaces whatever was streamed before. */
function finish(exchange: Exchange, response: AskResponse): Exchange {
  return {
    ...exchange,
    phase: 'done',
    slow: false,
    language: response.language,
    text: response.answer,
    citations: response.citations,
    response,
  };
}

const CONVERSATION_EXCHANGES = 6;
const CONTENT_CHARACTERS = 2000;

/** The finished exchanges before the one asked now, oldest first, short enough for the server's limits. */
export function conversationBefore(state: ViewState, id: number): ConversationTurn[] {
  return state.exchanges
    .filter((exchange) => exchange.id < id && exchange.response !== null)
    .slice(-CONVERSATION_EXCHANGES)
    .flatMap((exchange): ConversationTurn[] => [
      { role: 'user', content: exchange.question.slice(0, CONTENT_CHARACTERS) },
      { role: 'assistant', content: exchange.text.slice(0, CONTENT_CHARACTERS) },
    ]);
}
