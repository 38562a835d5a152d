/** BM25 over terms: finds the passages that share the rarest words with a question. */
import { NAME } from './name-terms.ts';
import { isAnchor, terms, termWeight } from './terms.ts';

export interface LexicalText {
  readonly text: string;
  /** BCP-47 tag of the text. */
  readonly language?: string;
}

export interface LexicalOptions {
  /** How fast repetition of a term stops to count; default 1.2 (Robertson et al., TREC-3). */
  readonly k1?: number;
  /** How much length counts against a text, 0 to 1; default 0.75. */
  readonly b?: number;
}

export interface LexicalHit {
  /** Position of the text in the list that the index was built from. */
  readonly item: number;
  /** BM25, at least 0; comparable only within one question. */
  readonly score: number;
  /** Share of the question's IDF mass that stands in the text, 0 to 1; comparable between questions. */
  readonly cover: number;
  /** Share of the question's figures, dates and countries that stand in the text, 0 to 1; null where it has none. */
  readonly anchors: number | null;
}

export interface LexicalSearch {
  /** Most hits returned; texts that share no term are never returned. */
  readonly count: number;
  /** Keeps only items for which it returns true. */
  readonly filter?: (item: number) => boolean;
}

/** The arrays of an index; `postings` of term t are `[offsets[t], offsets[t + 1])` in `items` and `impacts`. */
export interface LexicalArrays {
  readonly size: number;
  readonly vocabulary: readonly string[];
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
  /** Saturated term frequency tf / (tf + k1 (1 − b + b length / average)), without IDF. */
  readonly impacts: Float32Array;
}

export class LexicalIndex {
  readonly arrays: LexicalArrays;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(arrays: LexicalArrays) {
    this.arrays = arrays;
    this.numbers = new Map(arrays.vocabulary.map((term, number) => [term, number]));
  }

  get size(): number {
    return this.arrays.size;
  }

  /** Best first; equal scores in order of item. */
  search(query: string, language: string | undefined, options: LexicalSearch): LexicalHit[] {
    const { offsets, items, impacts } = this.arrays;
    const scores = new Float64Array(this.size);
    const covered = new Float64Array(this.size);
    const anchored = new Float64Array(this.size);
    let [mass, anchors] = [0, 0];
    for (const [term, times] of countTerms(terms(query, language, 'query'))) {
      const weight = this.idf(term) * termWeight(term);
      const number = this.numbers.get(term);
      if (this.counts(term)) mass += weight;
      const anchor = isAnchor(term) ? 1 : 0;
      anchors += anchor;
      if (number === undefined) continue;
      for (let at = offsets[number] ?? 0; at < (offsets[number + 1] ?? 0); at++) {
        const item = items[at] ?? 0;
        scores[item] = (scores[item] ?? 0) + times * weight * (impacts[at] ?? 0);
        covered[item] = (covered[item] ?? 0) + weight;
        anchored[item] = (anchored[item] ?? 0) + anchor;
      }
    }
    return best(scores, options).map((item) => ({
      item,
      score: scores[item] ?? 0,
      cover: (covered[item] ?? 0) / mass,
      anchors: anchors === 0 ? null : (anchored[item] ?? 0) / anchors,
    }));
  }

  /** Whether a question's cover is lowered where a text lacks the term: any word may be a name, so unknown names do not. */
  counts(term: string): boolean {
    return !term.startsWith(NAME) || this.numbers.has(term);
  }

  /** Robertson and Spärck Jones' weight in Lucene's form, never negative; a term that no text has weighs most. */
  idf(term: string): number {
    const number = this.numbers.get(term);
    const { offsets } = this.arrays;
    const texts = number === undefined ? 0 : (offsets[number + 1] ?? 0) - (offsets[number] ?? 0);
    return Math.log(1 + (this.size - texts + 0.5) / (texts + 0.5));
  }
}

/** An item is a text, or several, each in its language, that are found as one. */
export function buildLexicalIndex(
  items: readonly (LexicalText | readonly LexicalText[])[],
  options: LexicalOptions = {},
): LexicalIndex {
  const { k1 = 1.2, b = 0.75 } = options;
  const counts = items.map((item) =>
    countTerms([item].flat().flatMap(({ text, language }) => terms(text, language, 'passage'))),
  );
  const lengths = counts.map((count) => weightedLength(count));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const postings = new Map<string, [item: number, impact: number][]>();
  counts.forEach((count, item) => {
    const norm = k1 * (1 - b + (b * (lengths[item] ?? 0)) / (average || 1));
    for (const [term, times] of count) {
      const list = postings.get(term) ?? [];
      list.push([item, times / (times + norm)]);
      postings.set(term, list);
    }
  });
  return new LexicalIndex(pack(postings, items.length));
}

function pack(
  postings: ReadonlyMap<string, readonly (readonly [number, number])[]>,
  size: number,
): LexicalArrays {
  const lists = [...postings.values()];
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, number) => (offsets[number + 1] = (offsets[number] ?? 0) + list.length));
  const flat = lists.flat();
  return {
    size,
    vocabulary: [...postings.keys()],
    offsets,
    items: Uint32Array.from(flat, ([item]) => item),
    impacts: Float32Array.from(flat, ([, impact]) => impact),
  };
}

export function countTerms(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of list) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function weightedLength(counts: ReadonlyMap<string, number>): number {
  let length = 0;
  for (const [term, times] of counts) length += times * termWeight(term);
  return length;
}

function best(scores: Float64Array, { count, filter }: LexicalSearch): number[] {
  const found: number[] = [];
  for (let item = 0; item < scores.length; item++) {
    if ((scores[item] ?? 0) > 0 && (filter === undefined || filter(item))) found.push(item);
  }
  return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}
