/** Evidence → verbatim quotations: runs of neighbouring sentences that answer, each with its place. */
import type { Library, LibraryDocument } from '../index/library.ts';
import type { Passage } from '../passage/passage.ts';
import { joinSentences } from '../passage/make-windows.ts';
import type { Evidence } from '../retrieval/evidence.ts';
import type { Turn } from '../transcript/transcript.ts';
import type { Quotation, QuoteTranslation } from './answer.ts';

/** Quotations of one piece of evidence, in the order of the transcript; neighbouring sentences form one quotation. */
export function quotationsOf(evidence: Evidence, library: Library, language: string): Quotation[] {
  const { passage } = evidence;
  const document = library.documents.get(passage.document);
  const turn = document?.transcript.turns.find((candidate) => candidate.id === passage.turn);
  if (!document || !turn) return [];
  const sentences = evidence.matches.map(({ sentence }) => sentence).sort((a, b) => a - b);
  return runs(sentences).map(([first, last]) => quotation(document, turn, passage, first, last, language));
}

/** Consecutive numbers gathered as `[first, last]`. */
function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const open = found.at(-1);
    if (open && number <= open[1] + 1) open[1] = number;
    else found.push([number, number]);
  }
  return found;
}

function quotation(
  document: LibraryDocument,
  turn: Turn,
  passage: Passage,
  first: number,
  last: number,
  language: string,
): Quotation {
  const start = passage.sentences[first]?.start ?? passage.start;
  const end = passage.sentences[last]?.end ?? passage.end;
  const question = document.transcript.turns.find(({ id }) => id === turn.inReplyTo) ?? null;
  const quote = document.transcript.text.slice(start, end);
  const translation = translationOf(document, turn, passage, first, last, language);
  return { document, turn, question, quote, start, end, translation };
}

/** The aligned translation into the asker's language, when every quoted sentence has one. */
function translationOf(
  document: LibraryDocument,
  turn: Turn,
  passage: Passage,
  first: number,
  last: number,
  language: string,
): QuoteTranslation | null {
  const translation = document.translations.find((candidate) => sameLanguage(candidate.language, language));
  if (!translation || sameLanguage(document.language, language)) return null;
  const sentences: string[] = [];
  for (const { start } of passage.sentences.slice(first, last + 1)) {
    const text = translation.sentences.get(start);
    if (text === undefined) return null;
    sentences.push(text);
  }
  const speaker = (turn.speaker && translation.speakers.get(turn.speaker.name)) ?? null;
  return { language: translation.language, text: joinSentences(sentences), origin: 'aligned', speaker };
}

/** Whether two tags name one written language: `zh` and `zh-Hans`, but not `zh-Hant`. */
export function sameLanguage(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    const [one, two] = [new Intl.Locale(a).maximize(), new Intl.Locale(b).maximize()];
    return one.language === two.language && one.script === two.script;
  } catch {
    return false;
  }
}
