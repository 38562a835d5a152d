/** What retrieval needs beside the vectors, made once at ingestion: the lexical index and the sentences' token ids. */
import type { TokenTable } from '../embedding/token-table.ts';
import type { Library } from '../index/library.ts';
import { buildLexicalIndex, type LexicalIndex } from '../lexical/lexical-index.ts';
import { fromBytes, toBytes } from '../lexical/lexical-bytes.ts';
import { foldSpelling } from '../language/fold-spelling.ts';
import { buildSentenceTable } from './sentence-table.ts';

export const LEXICAL_FILE = 'lexical.bin';
export const TOKENS_FILE = 'tokens.u32';

export interface SearchData {
  readonly lexical: LexicalIndex;
  /** Token ids of a window that is one sentence; empty for others. */
  readonly tokensOf: (window: number) => ArrayLike<number>;
}

/** The two files of a snapshot that retrieval reads. */
export function encodeSearchData(library: Library, tokenTable: TokenTable | null): Map<string, Uint8Array> {
  const texts = singleWindows(library).map(({ text, language }) => ({ text, language }));
  const lists = texts.map(({ text, language }) =>
    tokenTable ? tokenTable.encode(foldSpelling(text, language)) : [],
  );
  return new Map([
    [LEXICAL_FILE, toBytes(buildLexicalIndex(texts))],
    [TOKENS_FILE, encodeLists(lists)],
  ]);
}

export function decodeSearchData(library: Library, lexical: Uint8Array, tokens: Uint8Array): SearchData {
  const lists = decodeLists(tokens);
  const at = new Map(buildSentenceTable(library).single.map((window, item) => [window, item]));
  return { lexical: fromBytes(lexical), tokensOf: (window) => lists[at.get(window) ?? -1] ?? [] };
}

function singleWindows(library: Library): Library['windows'] {
  return buildSentenceTable(library).single.flatMap((window) => library.windows[window] ?? []);
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
