/** `lectern ask`: one question, answered in the terminal. */
import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { openNode } from '../entries/node.ts';
import type { AskResponse, Citation } from '../http/contract.ts';
import { LIMITS } from '../http/contract.ts';
import { presentAnswer } from '../http/present.ts';
import type { Service, ServiceQuestion } from '../http/service.ts';
import { formatMessage } from '../language/messages.ts';
import { ingestProgress } from './progress.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

const CITATIONS = 3;

export async function runAsk(
  args: readonly string[],
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      language: { type: 'string' },
      document: { type: 'string', multiple: true },
    },
  });
  const question = positionals.join(' ').trim();
  if (!question) throw new Error('the question is missing: lectern ask "How many volunteers were chosen?"');
  if (question.length > LIMITS.questionCharacters) {
    throw new Error(
      `the question has ${question.length} characters, at most ${LIMITS.questionCharacters} are accepted`,
    );
  }
  const { service } = await openNode(settings, ingestProgress(terminal));
  const response = await askOnce(service, {
    question,
    conversation: [],
    limit: CITATIONS,
    ...(values.language ? { language: values.language } : {}),
    ...(values.document ? { documents: values.document } : {}),
  });
  terminal.print(values.json ? JSON.stringify(response, null, 2) : pretty(response));
  return 0;
}

export async function askOnce(service: Service, question: ServiceQuestion): Promise<AskResponse> {
  const language = service.decideLanguage(question);
  for await (const event of service.ask(question, language, new AbortController().signal)) {
    if (event.kind === 'done') return presentAnswer(event.answer, crypto.randomUUID(), []);
  }
  throw new Error('the answer ended without a result');
}

function pretty(response: AskResponse): string {
  const head = response.status === 'answered' ? pc.bold(response.answer) : pc.yellow(response.answer);
  const confidence = formatMessage(response.language, `confidence.${response.confidence}`);
  const sources = response.citations.map((citation) => prettyCitation(citation, response.language));
  return [head, pc.dim(`${confidence} · ${response.writer}`), ...sources].join('\n\n');
}

function prettyCitation(citation: Citation, language: string): string {
  const { marker, quote, speaker, document, start, end } = citation;
  const who = speaker ? [speaker.name, speaker.role, speaker.organisation].filter(Boolean).join(', ') : '';
  const said = speaker ? formatMessage(language, 'widget.saidBy', { speaker: who }) : '';
  const place = `${document.title} · ${document.id} ${start}–${end}`;
  return [`${pc.cyan(`[${marker}]`)} ${quote}`, pc.dim(`    ${said}`), pc.dim(`    ${place}`)].join('\n');
}
