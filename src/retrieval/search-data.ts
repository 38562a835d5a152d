/** What retrieval needs beside the vectors, made once at ingestion: the lexical index, the sentences' tokens, and those beside figures. */
import { shortRow, type Rows } from '../embedding/vector.ts';
import type { TokenTable } from '../embedding/token-table.ts';
import { NO_QUESTIONS } from '../anticipation/list-questions.ts';
import type { Library } from '../index/library.ts';
import { usedAcronyms, withAcronyms } from '../lexical/acronyms.ts';
import { buildLexicalIndex, type LexicalIndex } from '../lexical/lexical-index.ts';
import { fromBytes, toBytes } from '../lexical/lexical-bytes.ts';
import { foldSpelling } from '../language/fold-spelling.ts';
import { expandTexts } from './expand-texts.ts';
import { packFigures, readFigures, type FigureContext } from './figure-contexts.ts';
import { QUESTION_WIDTH, type AnticipatedData } from './match-anticipated.ts';
import { packRows, readRows } from './quantised-rows.ts';
import {
  readClassifier,
  teachClassifier,
  type EmbeddedQuestions,
  type TaughtClasses,
} from './question-classifier.ts';
import { numberQuestions, readQuestions, type StoredQuestions } from './question-numbers.ts';
import { buildSentenceTable } from './sentence-table.ts';

const LEXICAL = 'lexical.bin';
const TOKENS = 'tokens.u32';
const FIGURES = 'figures.u32';
const QUESTIONS = 'questions.i4';
const NUMBERS = 'questions.json';
const CLASSES = 'classes.u32';
const WEIGHTS = 'classes.i4';
const FOLLOW_UPS = 'follow-ups.u32';
const FOLLOW_UP_WEIGHTS = 'follow-ups.i4';

/** Files of a snapshot that retrieval reads. */
export const SEARCH_FILES = [
  LEXICAL,
  TOKENS,
  FIGURES,
  QUESTIONS,
  NUMBERS,
  CLASSES,
  WEIGHTS,
  FOLLOW_UPS,
  FOLLOW_UP_WEIGHTS,
] as const;

export interface SearchData {
  readonly lexical: LexicalIndex;
  /** Token ids of a window that is one sentence; empty for others. */
  readonly tokensOf: (window: number) => ArrayLike<number>;
  /** What stands beside the figures of a window that is one sentence; empty for others. */
  readonly figuresOf: (window: number) => readonly FigureContext[];
  readonly anticipated: AnticipatedData;
}

const NONE: EmbeddedQuestions = {
  listed: NO_QUESTIONS,
  vectors: { rows: new Float32Array(), dimensions: 0 },
};

/**
 * Contents by name, one for each of `SEARCH_FILES`.
 * @param kernels compiled kernels.wasm.
 */
export function encodeSearchData(
  library: Library,
  tokenTable: TokenTable | null,
  kernels: WebAssembly.Module,
  { listed, vectors }: EmbeddedQuestions = NONE,
): Map<string, Uint8Array> {
  const table = buildSentenceTable(library);
  const windows = table.single.flatMap((window) => library.windows[window] ?? []);
  const texts = windows.map(({ text, language }) => ({ text, language }));
  const used = usedAcronyms(texts);
  const complete = texts.map((text) => ({ text: withAcronyms(text, used), language: text.language }));
  const lists = complete.map(({ text, language }) =>
    tokenTable ? tokenTable.encode(foldSpelling(text, language)) : [],
  );
  const figures = texts.map(({ text, language }) =>
    tokenTable ? packFigures(foldSpelling(text, language), language, tokenTable.encode) : [],
  );
  const stored = numberQuestions(listed, library);
  const numbers = readQuestions(stored);
  const asked = expandTexts(table, listed, numbers);
  const taught = teachClassifier(library, { listed, vectors }, numbers, kernels);
  return new Map([
    [LEXICAL, toBytes(buildLexicalIndex(complete.map((text, item) => [text, ...(asked[item] ?? [])])))],
    [TOKENS, encodeLists(lists)],
    [FIGURES, encodeLists(figures)],
    [QUESTIONS, packQuestions(vectors, listed.answered.length + listed.open.length)],
    [NUMBERS, new TextEncoder().encode(JSON.stringify(stored))],
    [CLASSES, packClasses(taught.alone, library)],
    [WEIGHTS, taught.alone.rows],
    [FOLLOW_UPS, packClasses(taught.followUps, library)],
    [FOLLOW_UP_WEIGHTS, taught.followUps.rows],
  ]);
}

/**
 * @param files contents by name, as `encodeSearchData` gives them.
 * @param kernels compiled kernels.wasm.
 */
export function decodeSearchData(
  library: Library,
  files: ReadonlyMap<string, Uint8Array>,
  kernels: WebAssembly.Module,
): SearchData {
  const file = (name: (typeof SEARCH_FILES)[number]): Uint8Array => files.get(name) ?? new Uint8Array();
  const tokens = decodeLists(file(TOKENS));
  const figures = decodeLists(file(FIGURES));
  const at = new Map(buildSentenceTable(library).single.map((window, item) => [window, item]));
  return {
    lexical: fromBytes(file(LEXICAL)),
    tokensOf: byWindow(tokens, at),
    figuresOf: figuresByWindow(byWindow(figures, at)),
    anticipated: {
      vectors: readRows(file(QUESTIONS), kernels),
      ...readQuestions(questionsOf(file(NUMBERS))),
      classifier: readClassifier(
        {
          alone: unpackClasses(file(CLASSES), file(WEIGHTS), library),
          followUps: unpackClasses(file(FOLLOW_UPS), file(FOLLOW_UP_WEIGHTS), library),
        },
        kernels,
      ),
    },
  };
}

function questionsOf(bytes: Uint8Array): StoredQuestions {
  return JSON.parse(new TextDecoder().decode(bytes)) as StoredQuestions;
}

/** Made out of sight of the files' bytes, which it would else keep in memory. */
function byWindow(
  lists: readonly Uint32Array[],
  at: ReadonlyMap<number, number>,
): (window: number) => Uint32Array {
  return (window) => lists[at.get(window) ?? -1] ?? NO_NUMBERS;
}

function figuresByWindow(packed: (window: number) => Uint32Array): SearchData['figuresOf'] {
  return (window) => readFigures(packed(window));
}

const NO_NUMBERS = new Uint32Array();

/** Follow-ups teach the classifier, and are compared with nothing. */
function packQuestions(questions: Rows, count: number): Uint8Array {
  const width = Math.min(QUESTION_WIDTH, questions.dimensions);
  const short = new Float32Array(count * width);
  for (let row = 0; row < count; row++) short.set(shortRow(questions, row, width), row * width);
  return packRows(short, width);
}

/** Three lists a document: its number, the sentences of its answered classes, those of its open ones. */
function packClasses({ classes }: TaughtClasses, { documents }: Library): Uint8Array {
  const ids = [...documents.keys()];
  return encodeLists(
    classes.flatMap(({ document, answered, open }) => [[ids.indexOf(document)], answered, open]),
  );
}

function unpackClasses(bytes: Uint8Array, rows: Uint8Array, { documents }: Library): TaughtClasses {
  const ids = [...documents.keys()];
  const lists = decodeLists(bytes);
  const classes = Array.from({ length: Math.floor(lists.length / 3) }, (_, at) => {
    const [document, answered = [], open = []] = lists.slice(3 * at, 3 * at + 3);
    return { document: ids[document?.[0] ?? -1] ?? '', answered: [...answered], open: [...open] };
  });
  return { classes, rows };
}

/** Little-endian 32-bit numbers: how many lists, the end of each, then all items. */
function encodeLists(lists: readonly (readonly number[])[]): Uint8Array {
  let end = 0;
  const ends = lists.map((list) => (end += list.length));
  const numbers = Uint32Array.from([lists.length, ...ends, ...lists.flat()]);
  return new Uint8Array(numbers.buffer);
}

function decodeLists(bytes: Uint8Array): Uint32Array[] {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const numbers = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
  const count = numbers[0] ?? 0;
  return Array.from({ length: count }, (_, list) => {
    const start = list === 0 ? 0 : (numbers[list] ?? 0);
    return numbers.subarray(1 + count + start, 1 + count + (numbers[list + 1] ?? 0));
  });
}
