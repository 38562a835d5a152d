/** The model's own token vectors: lets single words of a question meet words of another language without running the network. */
import { UnigramTokenizer } from './unigram-tokenizer.ts';
import { readEncoderWeights } from './wasm-core/encoder-weights.ts';

/** Writes the cosines of `token`'s vector with those of the tokens compared, −1 to 1, in their order, to `into` from `at` on. */
export type TokenComparison = (token: number, into: Float32Array, at: number) => void;

export interface TokenTable {
  /** Distinct token ids of a text, in order of first appearance. */
  encode(text: string): number[];
  /** Prepares the comparison of any token with these. */
  compareWith(tokens: readonly number[]): TokenComparison;
  /** Length of a token's vector: mean pooling makes rare, telling tokens long, so it weighs them. */
  length(token: number): number;
}

/**
 * Reads the table from the bundled model's files. Throws, with the reason, for a model of another architecture: its tokens
 * cannot be compared this way.
 */
export function createTokenTable(model: {
  readonly weights: ArrayBuffer;
  readonly tokenizer: unknown;
}): TokenTable {
  const { table, tableScales, width, vocabulary } = readEncoderWeights(new Uint8Array(model.weights));
  const tokenizer = new UnigramTokenizer(model.tokenizer);
  const norms = new Float32Array(vocabulary);
  const norm = (token: number): number => {
    const known = norms[token] ?? 0;
    if (known > 0) return known;
    let sum = 0;
    for (let at = token * width; at < (token + 1) * width; at++) sum += table[at]! ** 2;
    return (norms[token] = Math.sqrt(sum) || 1);
  };
  return {
    encode: (text) => [...new Set(tokenizer.encode(text))],
    compareWith: (tokens) => (token, into, at) => {
      for (const [own, other] of tokens.entries()) {
        into[at + own] = rowDot(table, token * width, other * width, width) / (norm(token) * norm(other));
      }
    },
    length: (token) => norm(token) * (tableScales[token] ?? 0),
  };
}

/**
 * The innermost loop of retrieval: whole numbers, four at a time, which the engine keeps in integer registers. Indices are
 * within the table by construction.
 */
function rowDot(table: Int8Array, one: number, other: number, width: number): number {
  let sum = 0;
  for (let at = 0; at < width; at += 4) {
    sum =
      (sum +
        table[one + at]! * table[other + at]! +
        table[one + at + 1]! * table[other + at + 1]! +
        table[one + at + 2]! * table[other + at + 2]! +
        table[one + at + 3]! * table[other + at + 3]!) |
      0;
  }
  return sum;
}
