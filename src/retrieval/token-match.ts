/**
 * Late interaction (after ColBERT, Khattab & Zaharia 2020) over the model's static token vectors: every word of the question
 * looks for its nearest word in a sentence. Mean pooling forgets single words; this leg remembers them, across languages.
 */
import type { TokenTable } from '../embedding/token-table.ts';

/** A long question has many light words; leaving them out changes the weighted mean little and bounds the work. */
const HEAVIEST_TOKENS = 16;

export interface TokenQuery {
  /**
   * Mean over the question's tokens of the best cosine with a token of the sentence, weighted by the squared length of the
   * question's token vectors: −1 to 1, 0 where either has no token.
   */
  match(sentence: ArrayLike<number>): number;
}

/** Similarities are computed once per pair of tokens for all sentences of the question. */
export function prepareTokenQuery(question: string, table: TokenTable): TokenQuery {
  const tokens = table
    .encode(question)
    .sort((a, b) => table.length(b) - table.length(a))
    .slice(0, HEAVIEST_TOKENS);
  const weights = tokens.map((token) => table.length(token) ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const columns = new Map<number, Float32Array>();
  const column = (token: number): Float32Array => {
    const known = columns.get(token);
    if (known) return known;
    const made = table.similarities(token, tokens);
    columns.set(token, made);
    return made;
  };
  return {
    match(sentence) {
      if (total === 0 || sentence.length === 0) return 0;
      const best = new Float32Array(tokens.length).fill(-1);
      for (let at = 0; at < sentence.length; at++) {
        const similarities = column(sentence[at]!);
        for (let own = 0; own < best.length; own++) {
          if (similarities[own]! > best[own]!) best[own] = similarities[own]!;
        }
      }
      return best.reduce((sum, similarity, own) => sum + similarity * (weights[own] ?? 0), 0) / total;
    },
  };
}
