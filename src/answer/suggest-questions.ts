/** What to ask next: the journalists' own questions, then the speakers' section headings, in the asker's language. */
import type { Library, LibraryDocument } from '../index/library.ts';
import { speechParagraphs, type Paragraph } from '../passage/speech-paragraphs.ts';
import { sameLanguage } from './choose-quotations.ts';
import { takeApart } from './question-parts.ts';
import { contentWords, sameWord } from './verification/sentence-words.ts';

export interface SuggestionOptions {
  /** Ids; all when absent. */
  readonly documents?: readonly string[];
  /** The question just asked: it is not suggested again. */
  readonly asked?: string;
  /** Default 3. */
  readonly count?: number;
}

const COUNT = 3;
/** Longer ones are speeches with a question mark. */
const LONGEST_QUESTION = 220;
const LONGEST_HEADING = 80;
/** Questions up to this length come first. */
const HANDY = 130;
const ASKS = /[?？؟⁇՞;]["'”’»」』)）]*$/u;
const GREEK_OR_ARMENIAN = /\p{Script=Greek}|\p{Script=Armenian}/u;
/** “一、”, “(2)”, “III.” before a heading. */
const ORDINAL =
  /^\s*(?:[(（]?(?:[〇一二三四五六七八九十]{1,3}|\p{Nd}{1,2}|[IVX]{1,4}|[A-Za-zА-Яа-я])[)）.、．:：]+)\s*/u;

/**
 * At most `count`; none in a language that neither a document nor a translation of it is in: nobody is helped by a question
 * that he cannot read.
 */
export function suggestQuestions(
  library: Library,
  language: string,
  options: SuggestionOptions = {},
): string[] {
  const documents = [...library.documents.values()].filter(
    ({ id }) => options.documents?.includes(id) ?? true,
  );
  const candidates = documents.flatMap((document) => readDocument(document, language));
  const questions = candidates
    .filter(({ heading }) => !heading)
    .toSorted((a, b) => Number(a.text.length > HANDY) - Number(b.text.length > HANDY));
  const headings = candidates.filter(({ heading }) => heading);
  const chosen: string[] = [];
  for (const { text } of [...questions, ...headings]) {
    if (chosen.length >= (options.count ?? COUNT)) break;
    const known = [...chosen, ...(options.asked ? [options.asked] : [])];
    if (!known.some((other) => isRepetition(text, other, language))) chosen.push(text);
  }
  return chosen;
}

/** Who reads traditional Chinese reads simplified too, rather than nothing. */
function readsAlike(a: string, b: string): boolean {
  return new Intl.Locale(a).language === new Intl.Locale(b).language;
}

interface Candidate {
  readonly text: string;
  readonly heading: boolean;
}

const read = new WeakMap<LibraryDocument, Map<string, readonly Candidate[]>>();

/** Parsed once a document and language. */
function readDocument(document: LibraryDocument, language: string): readonly Candidate[] {
  const byLanguage = read.get(document) ?? new Map<string, readonly Candidate[]>();
  read.set(document, byLanguage);
  const known = byLanguage.get(language) ?? candidatesOf(document, language);
  byLanguage.set(language, known);
  return known;
}

function candidatesOf(document: LibraryDocument, language: string): Candidate[] {
  const translation = document.translations.find((candidate) => sameLanguage(candidate.language, language));
  if (!translation && !readsAlike(document.language, language)) return [];
  const { transcript } = document;
  const textsOf = ({ sentences }: Paragraph): string[] =>
    sentences.map(
      ({ start, end }) =>
        translation?.sentences.get(start) ?? (translation ? '' : transcript.text.slice(start, end)),
    );
  return speechParagraphs(transcript, document.language).flatMap((paragraph) => {
    if (paragraph.block.kind === 'heading') return headingOf(textsOf(paragraph).join(' '));
    if (paragraph.turn.kind !== 'question') return [];
    // “And what …?” leans on the sentence before it.
    return textsOf(paragraph)
      .flatMap(questionOf)
      .filter(({ text }) => !takeApart(text, language).opens);
  });
}

function questionOf(sentence: string): Candidate[] {
  const text = sentence.trim();
  const asks = ASKS.test(text) && (!text.endsWith(';') || GREEK_OR_ARMENIAN.test(text));
  return asks && text.length <= LONGEST_QUESTION ? [{ text, heading: false }] : [];
}

function headingOf(line: string): Candidate[] {
  const text = line.replace(ORDINAL, '').trim();
  return /\p{L}/u.test(text) && text.length <= LONGEST_HEADING ? [{ text, heading: true }] : [];
}

/** More than half of the content words of the shorter stand in the other. */
function isRepetition(a: string, b: string, language: string): boolean {
  const [shorter, longer] = [contentWords(a, language), contentWords(b, language)].toSorted(
    (x, y) => x.length - y.length,
  );
  if (!shorter || !longer || shorter.length === 0) return a.trim() === b.trim();
  const shared = shorter.filter((word) => longer.some((other) => sameWord(word, other))).length;
  return shared * 2 > shorter.length;
}
