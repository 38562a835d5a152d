/** What retrieval needs beside the vectors, made once at ingestion: the lexical index, the sentences' tokens, and those beside figures. */
import { shortRow, type Rows } from '../embedding/vector.ts';
import type { TokenTable } from '../embedding/token-table.ts';
import type { Library } from '../index/library.ts';
import { usedAcronyms, withAcronyms } from '../lexical/acronyms.ts';
import { buildLexicalIndex, type LexicalIndex } from '../lexical/lexical-index.ts';
import { fromBytes, toBytes } from '../lexical/lexical-bytes.ts';
import { foldSpelling } from '../language/fold-spelling.ts';
import { expandTexts } from './expand-texts.ts';
import { packFigures, readFigures, type FigureContext } from './figure-contexts.ts';
import { QUESTION_WIDTH, rememberWanted, type AnticipatedData } from './match-anticipated.ts';
import { fullLists, openByLanguage } from './match-open.ts';
import { packRows, readRows } from './quantised-rows.ts';
import { readClassifier, teachClassifier, type TaughtClassifier } from './question-classifier.ts';
import { buildSentenceTable } from './sentence-table.ts';

const LEXICAL = 'lexical.bin';
const TOKENS = 'tokens.u32';
const FIGURES = 'figures.u32';
const QUESTIONS = 'questions.i4';
const CLASSES = 'classes.u32';
const WEIGHTS = 'classes.i4';

/** Files of a snapshot that retrieval reads. */
export const SEARCH_FILES = [LEXICAL, TOKENS, FIGURES, QUESTIONS, CLASSES, WEIGHTS] as const;

export interface SearchData {
  readonly lexical: LexicalIndex;
  /** Token ids of a window that is one sentence; empty for others. */
  readonly tokensOf: (window: number) => ArrayLike<number>;
  /** What stands beside the figures of a window that is one sentence; empty for others. */
  readonly figuresOf: (window: number) => readonly FigureContext[];
  readonly anticipated: AnticipatedData;
}

const NO_QUESTIONS: Rows = { rows: new Float32Array(), dimensions: 0 };

/**
 * Contents by name, one for each of `SEARCH_FILES`.
 * @param kernels compiled kernels.wasm.
 * @param questions normalised vectors of the anticipated questions, then of those left open.
 */
export function encodeSearchData(
  library: Library,
  tokenTable: TokenTable | null,
  kernels: WebAssembly.Module,
  questions: Rows = NO_QUESTIONS,
): Map<string, Uint8Array> {
  const table = buildSentenceTable(library);
  const ids = [...library.documents.keys()];
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
  const asked = expandTexts(table, library);
  const { classes, rows } = teachClassifier(library, table, questions, kernels);
  return new Map([
    [LEXICAL, toBytes(buildLexicalIndex(complete.map((text, item) => [text, ...(asked[item] ?? [])])))],
    [TOKENS, encodeLists(lists)],
    [FIGURES, encodeLists(figures)],
    [QUESTIONS, packQuestions(questions)],
    [
      CLASSES,
      encodeLists(
        classes.flatMap(({ document, answered, open }) => [[ids.indexOf(document)], answered, open]),
      ),
    ],
    [WEIGHTS, rows],
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
      wantedBy: rememberWanted(library.questions),
      fullListsOf: fullLists(library),
      openIn: openByLanguage(library),
      classifier: readClassifier(
        { classes: classesOf(decodeLists(file(CLASSES)), library), rows: file(WEIGHTS) },
        kernels,
      ),
    },
  };
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

function packQuestions(questions: Rows): Uint8Array {
  const width = Math.min(QUESTION_WIDTH, questions.dimensions);
  const count = width > 0 ? questions.rows.length / questions.dimensions : 0;
  const short = new Float32Array(count * width);
  for (let row = 0; row < count; row++) short.set(shortRow(questions, row, width), row * width);
  return packRows(short, width);
}

/** Three lists a document: its number, the sentences of its answered classes, those of its open ones. */
function classesOf(lists: readonly Uint32Array[], { documents }: Library): TaughtClassifier['classes'] {
  const ids = [...documents.keys()];
  return Array.from({ length: Math.floor(lists.length / 3) }, (_, at) => {
    const [document, answered = [], open = []] = lists.slice(3 * at, 3 * at + 3);
    return { document: ids[document?.[0] ?? -1] ?? '', answered: [...answered], open: [...open] };
  });
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
