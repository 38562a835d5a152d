/** Pieces of a Unigram model with their scores, and the search for those that begin at a place in a text. */

export interface Piece {
  readonly id: number;
  /** Natural logarithm of its probability. */
  readonly score: number;
  /** UTF-16 code units. */
  readonly length: number;
}

const SURROGATE = /[\uD800-\uDFFF]/;
/** What an unknown character costs more than the least likely piece; the value that Unigram implementations share. */
const UNKNOWN_PENALTY = 10;

export class UnigramVocabulary {
  readonly unknownId: number;
  readonly unknownScore: number;
  readonly #pieces = new Map<string, Piece>();
  /** Length of the longest piece that begins with a code unit: bounds the search. */
  readonly #longest = new Uint8Array(65_536);

  constructor(entries: readonly (readonly [string, number])[], unknownId: number) {
    this.unknownId = unknownId;
    let least = Infinity;
    for (const [id, [text, score]] of entries.entries()) {
      least = Math.min(least, score);
      // The reference matches code unit by code unit, so pieces beyond the basic plane never match there.
      if (text === '' || SURROGATE.test(text)) continue;
      this.#pieces.set(text, { id, score, length: text.length });
      const first = text.charCodeAt(0);
      this.#longest[first] = Math.min(255, Math.max(this.#longest[first] ?? 0, text.length));
    }
    this.unknownScore = least - UNKNOWN_PENALTY;
    this.#lowerUnknown(entries[unknownId]?.[0]);
  }

  /** All pieces that stand in `text` at `start`, shortest first. */
  piecesAt(text: string, start: number): Piece[] {
    const found: Piece[] = [];
    const longest = Math.min(this.#longest[text.charCodeAt(start)] ?? 0, text.length - start);
    for (let length = 1; length <= longest; length++) {
      const piece = this.#pieces.get(text.slice(start, start + length));
      if (piece) found.push(piece);
    }
    return found;
  }

  #lowerUnknown(text: string | undefined): void {
    if (text === undefined) throw new Error(`unk_id ${this.unknownId} is not in the vocabulary`);
    const piece = this.#pieces.get(text);
    if (piece) this.#pieces.set(text, { ...piece, score: this.unknownScore });
  }
}
