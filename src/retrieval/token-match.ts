/**
 * Late interaction (after ColBERT, Khattab & Zaharia 2020) over the model's static token vectors: every word of the question
 * looks for its nearest word in a sentence. Mean pooling forgets single words; this leg remembers them, across languages.
 */
import type { TokenComparison, TokenTable } from '../embedding/token-table.ts';

/** A long question has many light words; leaving them out changes the weighted mean little and bounds the work. */
const HEAVIEST_TOKENS = 16;

/** A mean hides the one word that is missing; the fourth power of what each word lacks brings it out. */
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
  /** The same with a list of token ids. */
  matchTokens(tokens: ArrayLike<number>): TokenMatch;
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
  const columns = new Columns(table.compareWith(tokens), tokens.length);
  const offers = new Map<number, Float32Array>();
  const offer = (window: number): Float32Array => {
    let known = offers.get(window);
    if (!known) offers.set(window, (known = columns.best(tokensOf(window))));
    return known;
  };
  const lengths = Float64Array.from(tokens, (token) => table.length(token) ** 2);
  return weighted(lengths, offer, (ids) => columns.best(ids));
}

/** What each token met so far offers to those of the question: rows of one growing matrix, as thousands of small arrays cost more than their content. */
class Columns {
  readonly #compare: TokenComparison;
  readonly #length: number;
  readonly #rows = new Map<number, number>();
  #matrix: Float32Array;

  constructor(compare: TokenComparison, length: number) {
    this.#compare = compare;
    this.#length = length;
    this.#matrix = new Float32Array(FIRST_ROWS * length);
  }

  /** The greatest value of each column over these tokens; `NOTHING` where there are none. */
  best(tokens: ArrayLike<number>): Float32Array {
    const best = new Float32Array(this.#length).fill(NOTHING);
    for (let index = 0; index < tokens.length; index++) {
      const row = this.#rowOf(tokens[index]!);
      const matrix = this.#matrix;
      for (let at = 0; at < best.length; at++)
        if (matrix[row + at]! > best[at]!) best[at] = matrix[row + at]!;
    }
    return best;
  }

  #rowOf(token: number): number {
    const known = this.#rows.get(token);
    if (known !== undefined) return known;
    const row = this.#rows.size * this.#length;
    if (row + this.#length > this.#matrix.length) {
      const larger = new Float32Array(Math.max(this.#length, 2 * this.#matrix.length));
      larger.set(this.#matrix);
      this.#matrix = larger;
    }
    this.#compare(token, this.#matrix, row);
    this.#rows.set(token, row);
    return row;
  }
}

/** Distinct tokens that the candidates of one question often have. */
const FIRST_ROWS = 2048;

function weighted(
  weights: Float64Array,
  offer: (window: number) => Float32Array,
  offerOf: (tokens: ArrayLike<number>) => Float32Array,
): TokenQuery {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const matched = (best: Float32Array): TokenMatch => {
    if (total === 0 || best.length === 0 || best[0] === NOTHING) return NO_MATCH;
    let [sum, lack] = [0, 0];
    for (let own = 0; own < best.length; own++) {
      const lacking = Math.max(0, 1 - best[own]!);
      sum += best[own]! * weights[own]!;
      lack += lacking * lacking * lacking * lacking * weights[own]!;
    }
    return { mean: sum / total, worst: 1 - (lack / total) ** (1 / LACK_POWER) };
  };
  return {
    match: (windows) =>
      matched(windows.length === 1 ? offer(windows[0]!) : bestOffer(windows, offer, weights.length)),
    matchTokens: (tokens) => matched(offerOf(tokens)),
    amid(windows) {
      const offers = windows.map(offer);
      const rare = weights.map((weight, own) => {
        const mean =
          offers.reduce((sum, best) => sum + Math.max(0, best[own]!), 0) / Math.max(1, offers.length);
        return weight * Math.max(LEAST_RARITY, 1 - mean);
      });
      return weighted(rare, offer, offerOf);
    },
  };
}

function bestOffer(
  windows: readonly number[],
  offer: (window: number) => Float32Array,
  length: number,
): Float32Array {
  const best = new Float32Array(length).fill(NOTHING);
  for (const window of windows) {
    const offered = offer(window);
    for (let at = 0; at < length; at++) if (offered[at]! > best[at]!) best[at] = offered[at]!;
  }
  return best;
}

/** A token that every window has still counts a little. */
const LEAST_RARITY = 0.02;

/** Below every cosine: stands where there is no token at all. */
const NOTHING = -2;
