/** Gold questions out to the files of other evaluation tools, and in from them. */
import { join } from 'node:path';
import { documentId } from '../corpus/drivers/folder.ts';
import {
  exchangedQuestions,
  type ExchangedQuestion,
  type ExchangeFormat,
} from '../evaluation/exchange/exchange-format.ts';
import { langsmith } from '../evaluation/exchange/langsmith.ts';
import { promptfoo } from '../evaluation/exchange/promptfoo.ts';
import { ragas } from '../evaluation/exchange/ragas.ts';
import { groupBy } from '../evaluation/summarise.ts';
import { readInput, writeOutput } from './eval-files.ts';
import type { ExchangeName } from './eval-options.ts';
import { readGoldFolder } from './read-gold-folder.ts';

const FORMATS: Readonly<Record<ExchangeName, ExchangeFormat>> = { promptfoo, ragas, langsmith };

interface ExportCommand {
  readonly format: ExchangeName;
  readonly corpus: string;
  readonly out: string | null;
  readonly languages: readonly string[] | null;
}

interface ImportCommand {
  readonly format: ExchangeName;
  readonly file: string;
  readonly out: string | null;
}

/** Prints one file, or writes it to `<out>/gold-<format>.json`. */
export async function exportGold(command: ExportCommand, print: (text: string) => void): Promise<number> {
  const { format, corpus, out, languages } = command;
  const questions = exchangedQuestions(await readGoldFolder(corpus)).filter(
    ({ language }) => languages?.includes(language) ?? true,
  );
  const text = FORMATS[format].exportQuestions(questions);
  print(out === null ? text.trimEnd() : await writeOutput(join(out, `gold-${format}.json`), text));
  return 0;
}

/** Prints JSON Lines, or writes them to `<out>/<document>/questions/<language>.jsonl`; files that exist are kept. */
export async function importGold(
  { format, file, out }: ImportCommand,
  print: (text: string) => void,
): Promise<number> {
  const questions = FORMATS[format].importQuestions(await readInput(file), file);
  if (out === null) {
    print(toJsonLines(questions).trimEnd());
    return 0;
  }
  for (const [path, members] of groupBy(questions, (question) => goldPath(out, question))) {
    print(await writeOutput(path, toJsonLines(members), { keep: true }));
  }
  return 0;
}

function goldPath(out: string, { document, language }: ExchangedQuestion): string {
  return join(out, ...(document === null ? [] : [documentId(document)]), 'questions', `${language}.jsonl`);
}

/** One gold question a line, as a corpus holds them: its folder names the document. */
function toJsonLines(questions: readonly ExchangedQuestion[]): string {
  return questions.map((question) => `${JSON.stringify({ ...question, document: undefined })}\n`).join('');
}
