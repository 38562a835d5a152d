/**
 * Late interaction (after ColBERT, Khattab & Zaharia 2020) over the model's static token vectors: every word of the question
 * looks for its nearest word in a sentence. Mean pooling forgets single words; this leg remembers them, across languages.
 */
import type { TokenTable } from '../embedding/token-table.ts';

/** A long question has many light words; leaving them out changes the weighted mean little and bounds the work. */
const HEAVIEST_TOKENS = 16;

/** A mean hides the one word that is missing; this power of what each word lacks brings it out. */
const LACK_POWER = 4;

export interface TokenMatch {
  /**
   * Mean over the question's tokens of the best cosine with a token of the windows taken together, weighted by the squared
   * length of the question's token vectors: −1 to 1, 0 where either has no token.
   */
  readonly mean: number;
  /** 1 minus the power mean of what each token lacks to a perfect match: low where one heavy token has no match at all. */
  readonly worst: number;
}

export interface TokenQuery {
  match(windows: readonly number[]): TokenMatch;
  /**
   * The same question with each token's weight lowered by how well these windows match it on average: what nearly all of them
   * say (the city, the event) tells none apart, and what none says is what the question is about.
   */
  amid(windows: readonly number[]): TokenQuery;
}

const NO_MATCH: TokenMatch = { mean: 0, worst: 0 };

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
  const column = remember((token) => table.similarities(token, tokens));
  const offer = remember((window) => bestOf(Array.from(tokensOf(window), column), tokens.length));
  const lengths = tokens.map((token) => table.length(token) ** 2);
  return weighted(lengths, offer);
}

function weighted(weights: readonly number[], offer: (window: number) => Float32Array): TokenQuery {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    match(windows) {
      const offers = windows.map(offer);
      const best = offers.length === 1 ? offers[0]! : bestOf(offers, weights.length);
      if (total === 0 || best.length === 0 || best[0] === NOTHING) return NO_MATCH;
      let [sum, lack] = [0, 0];
      for (let own = 0; own < best.length; own++) {
        sum += best[own]! * weights[own]!;
        lack += Math.max(0, 1 - best[own]!) ** LACK_POWER * weights[own]!;
      }
      return { mean: sum / total, worst: 1 - (lack / total) ** (1 / LACK_POWER) };
    },
    amid(windows) {
      const offers = windows.map(offer);
      const rare = weights.map((weight, own) => {
        const mean =
          offers.reduce((sum, best) => sum + Math.max(0, best[own]!), 0) / Math.max(1, offers.length);
        return weight * Math.max(LEAST_RARITY, 1 - mean);
      });
      return weighted(rare, offer);
    },
  };
}

/** A token that every window has still counts a little. */
const LEAST_RARITY = 0.02;

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
