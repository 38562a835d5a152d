/** Puts questions to the service and turns what happens into actions; one question at a time. */
import type { AskResponse } from '../http/contract.ts';
import type { AskClient } from './ask-client.ts';
import {
  conversationBefore,
  runningExchange,
  type Action,
  type Failure,
  type ViewState,
} from './view-state.ts';

export interface AskControllerOptions {
  readonly client: AskClient;
  readonly documents: readonly string[];
  /** The language to answer in; null lets the question decide. */
  language(): string | null;
  state(): ViewState;
  dispatch(action: Action): void;
  onAnswer(response: AskResponse): void;
}

export interface AskController {
  /** Asks, or asks again in the place of exchange `id`; false while another answer is coming. */
  ask(question: string, id?: number): boolean;
  stop(): void;
}

const SLOW_MILLISECONDS = 6000;

export function createAskController(options: AskControllerOptions): AskController {
  let running = new AbortController();

  const ask = (question: string, again?: number): boolean => {
    if (question.trim() === '' || runningExchange(options.state()) !== null) return false;
    const id = again ?? nextId(options.state());
    running = new AbortController();
    options.dispatch({ type: 'asked', id, question: question.trim() });
    void run(options, id, question.trim(), running.signal);
    return true;
  };
  const stop = (): void => {
    const exchange = runningExchange(options.state());
    if (exchange !== null) options.dispatch({ type: 'stopped', id: exchange.id });
    running.abort();
  };
  return { ask, stop };
}

function nextId(state: ViewState): number {
  return Math.max(0, ...state.exchanges.map((exchange) => exchange.id)) + 1;
}

async function run(
  options: AskControllerOptions,
  id: number,
  question: string,
  signal: AbortSignal,
): Promise<void> {
  const { client, dispatch } = options;
  if (!navigator.onLine) return dispatch({ type: 'failed', id, failure: { kind: 'offline' } });
  const slow = setTimeout(() => dispatch({ type: 'slow', id }), SLOW_MILLISECONDS);
  try {
    for await (const event of client.ask(request(options, id, question), signal)) {
      if (signal.aborted) return;
      dispatch({ type: 'received', id, event });
      if (event.event === 'done') options.onAnswer(event.data);
    }
  } catch {
    // A question that was stopped has been marked so already; everything else means that nobody answered.
    const failure: Failure = { kind: navigator.onLine ? 'unreachable' : 'offline' };
    dispatch({ type: 'failed', id, failure });
  } finally {
    clearTimeout(slow);
  }
}

function request(options: AskControllerOptions, id: number, question: string) {
  const language = options.language();
  const conversation = conversationBefore(options.state(), id);
  return {
    question,
    ...(language === null ? {} : { language }),
    ...(options.documents.length === 0 ? {} : { documents: [...options.documents] }),
    ...(conversation.length === 0 ? {} : { conversation }),
  };
}
