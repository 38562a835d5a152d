/** What retrieval needs beside the vectors, made once at ingestion: the lexical index, the sentences' tokens, and those beside figures. */
import type { TokenTable } from '../embedding/token-table.ts';
import type { Library } from '../index/library.ts';
import { usedAcronyms, withAcronyms } from '../lexical/acronyms.ts';
import { buildLexicalIndex, type LexicalIndex } from '../lexical/lexical-index.ts';
import { fromBytes, toBytes } from '../lexical/lexical-bytes.ts';
import { foldSpelling } from '../language/fold-spelling.ts';
import { expandTexts } from './expand-texts.ts';
import { packFigures, readFigures, type FigureContext } from './figure-contexts.ts';
import { rememberWanted, type AnticipatedData } from './match-anticipated.ts';
import { fullLists, openByLanguage } from './match-open.ts';
import { packRows, readRows } from './quantised-rows.ts';
import { buildSentenceTable } from './sentence-table.ts';

const LEXICAL = 'lexical.bin';
const TOKENS = 'tokens.u32';
const FIGURES = 'figures.u32';
const QUESTIONS = 'questions.i4';

/** Files of a snapshot that retrieval reads. */
export const SEARCH_FILES = [LEXICAL, TOKENS, FIGURES, QUESTIONS] as const;

export interface SearchData {
  readonly lexical: LexicalIndex;
  /** Token ids of a window that is one sentence; empty for others. */
  readonly tokensOf: (window: number) => ArrayLike<number>;
  /** What stands beside the figures of a window that is one sentence; empty for others. */
  readonly figuresOf: (window: number) => readonly FigureContext[];
  readonly anticipated: AnticipatedData;
}

/** Vectors of the anticipated questions, then of those left open: normalised rows of `dimensions` numbers, end to end. */
export interface QuestionVectors {
  readonly rows: Float32Array;
  readonly dimensions: number;
}

const NO_QUESTIONS: QuestionVectors = { rows: new Float32Array(), dimensions: 0 };

/** Contents by name, one for each of `SEARCH_FILES`. */
export function encodeSearchData(
  library: Library,
  tokenTable: TokenTable | null,
  questions: QuestionVectors = NO_QUESTIONS,
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
  const asked = expandTexts(table, library);
  return new Map([
    [LEXICAL, toBytes(buildLexicalIndex(complete.map((text, item) => [text, ...(asked[item] ?? [])])))],
    [TOKENS, encodeLists(lists)],
    [FIGURES, encodeLists(figures)],
    [QUESTIONS, packRows(questions.rows, questions.dimensions)],
  ]);
}

/** @param files contents by name, as `encodeSearchData` gives them. */
export function decodeSearchData(library: Library, files: ReadonlyMap<string, Uint8Array>): SearchData {
  const file = (name: (typeof SEARCH_FILES)[number]): Uint8Array => files.get(name) ?? new Uint8Array();
  const tokens = decodeLists(file(TOKENS));
  const figures = decodeLists(file(FIGURES));
  const at = new Map(buildSentenceTable(library).single.map((window, item) => [window, item]));
  return {
    lexical: fromBytes(file(LEXICAL)),
    tokensOf: (window) => tokens[at.get(window) ?? -1] ?? [],
    figuresOf: (window) => readFigures(figures[at.get(window) ?? -1] ?? new Uint32Array()),
    anticipated: {
      vectors: readRows(file(QUESTIONS)),
      wantedBy: rememberWanted(library.questions),
      fullListsOf: fullLists(library),
      openIn: openByLanguage(library),
    },
  };
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
