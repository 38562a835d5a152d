/** Reads a file of anticipated questions: one JSON object a line, a quotation from the transcript (or null), the questions that it answers and, where they are follow-ups, what was told before. */
import { z } from 'zod';
import { locateQuote, overlaps } from '../transcript/locate-quote.ts';
import type { Document } from '../transcript/document.ts';
import type { Span, Transcript } from '../transcript/transcript.ts';
import type { AnticipatedQuestion } from './anticipated-question.ts';

export interface PlacedQuestions {
  readonly questions: readonly AnticipatedQuestion[];
  /** One line for each line of the file that cannot be used, with its number: the others still can. */
  readonly problems: readonly string[];
}

const Row = z.strictObject({
  /** Null: the transcript does not answer these. */
  quote: z.string().min(1).nullable(),
  questions: z.array(z.string().trim().min(1)).min(1),
  /** A quotation: these are asked of whom it was just shown to, and lean on it. */
  after: z.string().min(1).optional(),
});

/** What is cited; a question or a word of welcome answers nobody. */
const CITED: readonly string[] = ['statement', 'answer'];
const SHOWN = 60;

/** @param language BCP-47 tag of the questions. */
export function placeQuestions({ transcript }: Document, language: string, file: string): PlacedQuestions {
  const questions: AnticipatedQuestion[] = [];
  const problems: string[] = [];
  for (const [index, line] of file.split(/\r?\n/u).entries()) {
    if (!line.trim()) continue;
    const placed = placeRow(line, transcript, language);
    if (typeof placed === 'string') problems.push(`line ${index + 1}: ${placed}`);
    else questions.push(...placed);
  }
  return { questions, problems };
}

/** A sentence that says why it cannot be placed, where it cannot. */
function placeRow(line: string, transcript: Transcript, language: string): AnticipatedQuestion[] | string {
  const row = parseRow(line);
  if (typeof row === 'string') return row;
  const { quote, questions, after = null } = row;
  const answer = quote === null ? null : placeQuote(quote, transcript);
  if (typeof answer === 'string') return answer;
  const told = after === null ? null : placeQuote(after, transcript);
  if (typeof told === 'string') return told;
  return questions.map((text) => ({ text, language, answer, after: told }));
}

function placeQuote(quote: string, transcript: Transcript): Span | string {
  const place = locateQuote(transcript.text, quote);
  const shown = quote.length > SHOWN ? `${quote.slice(0, SHOWN)}…` : quote;
  if (place === 'missing') return `"${shown}" is not in the transcript: a quotation must be verbatim`;
  if (place === 'repeated') return `"${shown}" is in the transcript more than once: quote more of it`;
  const turn = transcript.turns.find(({ start, end }) => start <= place.start && place.end <= end);
  const spoken = transcript.blocks.some((block) => block.kind === 'speech' && overlaps(block, place));
  if (!turn || !spoken || !CITED.includes(turn.kind))
    return `"${shown}" is not speech from a statement or an answer, and nothing else is cited`;
  return place;
}

function parseRow(line: string): z.infer<typeof Row> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return `"${line.slice(0, SHOWN)}" is not JSON`;
  }
  const row = Row.safeParse(value);
  if (row.success) return row.data;
  return z.prettifyError(row.error).split('\n').join(' ');
}
