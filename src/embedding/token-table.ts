/** The model's own token vectors: lets single words of a question meet words of another language without running the network. */
import { UnigramTokenizer } from './unigram-tokenizer.ts';
import { readEncoderWeights } from './wasm-core/encoder-weights.ts';

export interface TokenTable {
  /** Distinct token ids of a text, in order of first appearance. */
  encode(text: string): number[];
  /** Cosine of two tokens' vectors, −1 to 1. */
  similarity(one: number, other: number): number;
  /** Length of a token's vector: mean pooling makes rare, telling tokens long, so it weighs them. */
  length(token: number): number;
}

/**
 * Reads the table from the bundled model's files. Throws, with the reason, for a model of another architecture: its tokens
 * cannot be compared this way.
 */
export function createTokenTable(model: { readonly weights: ArrayBuffer; readonly tokenizer: unknown }): TokenTable {
  const { table, tableScales, width, vocabulary } = readEncoderWeights(new Uint8Array(model.weights));
  const tokenizer = new UnigramTokenizer(model.tokenizer);
  const norms = new Float32Array(vocabulary);
  const norm = (token: number): number => {
    const known = norms[token] ?? 0;
    if (known > 0) return known;
    let sum = 0;
    for (let at = token * width; at < (token + 1) * width; at++) sum += (table[at] ?? 0) ** 2;
    return (norms[token] = Math.sqrt(sum) || 1);
  };
  return {
    encode: (text) => [...new Set(tokenizer.encode(text))],
    similarity(one, other) {
      let sum = 0;
      const [a, b] = [one * width, other * width];
      for (let at = 0; at < width; at++) sum += (table[a + at] ?? 0) * (table[b + at] ?? 0);
      return sum / (norm(one) * norm(other));
    },
    length: (token) => norm(token) * (tableScales[token] ?? 0),
  };
}
