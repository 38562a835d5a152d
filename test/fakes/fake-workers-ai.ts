/**
 * A local FAKE of the Workers AI binding: no such service runs offline. Vectors come from hashed words, texts from a script given by the
 * test; batch limits and response shapes are those documented.
 */
import type { WorkersAiBinding } from '../../src/embedding/drivers/workers-ai.ts';

const MOST_TEXTS = 100;

/** Not normalised, like the service's: a word adds to one dimension that its code units choose. */
function vectorOf(text: string, dimensions: number): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 7;
    for (const unit of word) hash = (Math.imul(hash, 31) + (unit.codePointAt(0) ?? 0)) >>> 0;
    const at = hash % dimensions;
    vector[at] = (vector[at] ?? 0) + 2;
  }
  return vector;
}

export class FakeWorkersAi implements WorkersAiBinding {
  readonly dimensions: number;
  /** Texts of every embedding call. */
  readonly batches: (readonly string[])[] = [];

  constructor(dimensions = 1024) {
    this.dimensions = dimensions;
  }

  async run(_model: string, { text }: { readonly text: readonly string[] }): Promise<unknown> {
    this.batches.push(text);
    if (text.length > MOST_TEXTS) throw new Error(`3030: ${text.length} texts, at most ${MOST_TEXTS}`);
    if (text.some((one) => one.trim() === '')) throw new Error('5006: text must not be empty');
    return { shape: [text.length, this.dimensions], data: text.map((one) => vectorOf(one, this.dimensions)) };
  }
}
