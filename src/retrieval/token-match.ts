/**
 * Late interaction (after ColBERT, Khattab & Zaharia 2020) over the model's static token vectors: every word of the question
 * looks for its nearest word in a sentence. Mean pooling forgets single words; this leg remembers them, across languages.
 */
import type { TokenTable } from '../embedding/token-table.ts';

/** A long question has many light words; leaving them out changes the weighted mean little and bounds the work. */
const HEAVIEST_TOKENS = 16;

export interface TokenQuery {
  /**
   * Mean over the question's tokens of the best cosine with a token of the windows taken together, weighted by the squared
   * length of the question's token vectors: −1 to 1, 0 where either has no token.
   */
  match(windows: readonly number[]): number;
}

/**
 * Similarities are computed once per pair of tokens, and what a window offers to each token once per window, for all
 * sentences and contexts of the question. `tokensOf` gives the token ids of a window.
 */
export function prepareTokenQuery(
  question: string,
  table: TokenTable,
  tokensOf: (window: number) => ArrayLike<number>,
): TokenQuery {
  const tokens = table
    .encode(question)
    .sort((a, b) => table.length(b) - table.length(a))
    .slice(0, HEAVIEST_TOKENS);
  const weights = tokens.map((token) => table.length(token) ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const column = remember((token) => table.similarities(token, tokens));
  const offer = remember((window) => bestOf(Array.from(tokensOf(window), column), tokens.length));
  return {
    match(windows) {
      const offers = windows.map(offer);
      const best = offers.length === 1 ? offers[0]! : bestOf(offers, tokens.length);
      if (total === 0 || best[0] === NOTHING) return 0;
      let sum = 0;
      for (let own = 0; own < best.length; own++) sum += best[own]! * weights[own]!;
      return sum / total;
    },
  };
}

/** Below every cosine: stands where there is no token at all. */
const NOTHING = -2;

/** The greatest value at each place; `NOTHING` where there is no row. */
function bestOf(rows: readonly Float32Array[], length: number): Float32Array {
  const best = new Float32Array(length).fill(NOTHING);
  for (const row of rows) {
    for (let at = 0; at < length; at++) if (row[at]! > best[at]!) best[at] = row[at]!;
  }
  return best;
}

function remember(make: (key: number) => Float32Array): (key: number) => Float32Array {
  const made = new Map<number, Float32Array>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
