/** What happens when a reader copies, shares, judges or repeats an answer. */
import type { AskResponse } from '../http/contract.ts';
import type { AnswerHandlers } from './answer-tools.ts';
import { copyToClipboard } from './clipboard.ts';
import { answerAsMarkdown, answerAsText } from './copy-text.ts';
import type { LinkPolicy } from './link-policy.ts';
import { createShareLink } from './share-link.ts';
import type { Exchange } from './view-state.ts';

export interface AnswerHandlerOptions {
  exchange(): Exchange | null;
  readonly root: ShadowRoot;
  /** The element's own id, for links on a page with several widgets. */
  readonly elementId: string;
  readonly links: LinkPolicy;
  announce(text: string): void;
  copiedText(): string;
  retry(question: string): void;
  ask(question: string): void;
  judge(response: AskResponse, helpful: boolean): void;
}

export function createAnswerHandlers(options: AnswerHandlerOptions): AnswerHandlers {
  const copy = async (write: (exchange: Exchange) => string): Promise<boolean> => {
    const exchange = options.exchange();
    if (exchange === null || !(await copyToClipboard(write(exchange), options.root))) return false;
    options.announce(options.copiedText());
    return true;
  };
  const resolve = (address: string): string | null => options.links.resolve(address);
  return {
    copyText: () =>
      copy(({ question, response }) => (response === null ? '' : answerAsText(question, response, resolve))),
    copyMarkdown: () =>
      copy(({ question, response }) =>
        response === null ? '' : answerAsMarkdown(question, response, resolve),
      ),
    share: () => copy(({ question }) => createShareLink(location.href, question, options.elementId)),
    judge: (helpful) => {
      const response = options.exchange()?.response ?? null;
      if (response !== null) options.judge(response, helpful);
    },
    retry: () => options.retry(options.exchange()?.question ?? ''),
    ask: options.ask,
  };
}
