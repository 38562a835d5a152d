/** An answer with its citations as something to paste: plain text or Markdown. */
import type { AskResponse, Citation } from '../http/contract.ts';
import { formatDate } from './messages.ts';

/** Makes a transcript address absolute, or drops it when it is no http address. */
type Resolve = (address: string) => string | null;

export function answerAsText(question: string, response: AskResponse, resolve: Resolve): string {
  const sources = response.citations.map((citation) =>
    [
      `[${citation.marker}] “${citation.quote}”`,
      citation.translation === null ? null : `    (${citation.translation.text})`,
      `    ${attribution(citation, response.language)}`,
      indented(resolve(citation.turn.url)),
    ]
      .filter((line) => line !== null)
      .join('\n'),
  );
  return [question, response.answer, ...sources].join('\n\n');
}

export function answerAsMarkdown(question: string, response: AskResponse, resolve: Resolve): string {
  const sources = response.citations.map((citation) => {
    const place = escapeMarkdown(attribution(citation, response.language));
    const address = resolve(citation.turn.url);
    return [
      `${citation.marker}. ${quoted(citation.quote)}`,
      citation.translation === null ? null : `   *${inOneLine(escapeMarkdown(citation.translation.text))}*`,
      `   — ${address === null ? place : `[${place}](<${address}>)`}`,
    ]
      .filter((line) => line !== null)
      .join('\n\n');
  });
  return [`**${inOneLine(escapeMarkdown(question))}**`, escapeMarkdown(response.answer), ...sources].join(
    '\n\n',
  );
}

function attribution(citation: Citation, language: string): string {
  const { speaker, document } = citation;
  const said = speaker === null ? [] : [speaker.name, speaker.role, speaker.organisation];
  const date = document.date === null ? null : formatDate(document.date, language);
  return [...said, document.title, date].filter((part) => part !== null && part !== '').join(', ');
}

function indented(address: string | null): string | null {
  return address === null ? null : `    ${address}`;
}

function quoted(quote: string): string {
  return `> ${escapeMarkdown(quote).replaceAll('\n', '\n   > ')}`;
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

/** Words of a transcript must stay words: no link, no image, no HTML can come of them. Markers stay readable. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_<>&|~#]|\[(?!\d{1,3}\](?![(:]))|!(?=\[)/g, '\\$&');
}
