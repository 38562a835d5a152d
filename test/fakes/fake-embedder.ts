/** An Embedder without a model: texts that share words or pairs of letters are near each other. Deterministic; records its calls. */
import type { Embedder, TextRole } from '../../src/embedding/embedder.ts';

export interface FakeEmbedderOptions {
  readonly id?: string;
  /** Default 64. */
  readonly dimensions?: number;
  /** Default 4. */
  readonly maxBatch?: number;
  /** Texts that make a call fail, as an overloaded service would. */
  readonly failsOn?: (text: string) => boolean;
}

export class FakeEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly maxBatch: number;
  readonly calls: { readonly texts: readonly string[]; readonly role: TextRole }[] = [];
  private readonly failsOn: (text: string) => boolean;

  constructor(options: FakeEmbedderOptions = {}) {
    this.id = options.id ?? 'fake@1';
    this.dimensions = options.dimensions ?? 64;
    this.maxBatch = options.maxBatch ?? 4;
    this.failsOn = options.failsOn ?? (() => false);
  }

  async embed(texts: readonly string[], role: TextRole): Promise<readonly Float32Array[]> {
    this.calls.push({ texts: [...texts], role });
    if (texts.length > this.maxBatch) throw new Error(`${texts.length} texts, at most ${this.maxBatch}`);
    const bad = texts.find(this.failsOn);
    if (bad !== undefined) throw new Error(`the fake was told to fail on "${bad}"`);
    return texts.map((text) => normalised(countFeatures(text, this.dimensions)));
  }

  /** All texts embedded so far, in order. */
  get texts(): readonly string[] {
    return this.calls.flatMap(({ texts }) => texts);
  }
}

/** Words weigh three times as much as the pairs of letters inside them. */
function countFeatures(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  const add = (feature: string, weight: number): void => {
    const hash = hashOf(feature);
    const at = hash % dimensions;
    vector[at] = (vector[at] ?? 0) + (hash & 0x10000 ? weight : -weight);
  };
  for (const word of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    add(`word ${word}`, 3);
    const letters = [...word];
    for (const [at, letter] of letters.entries()) add(`pair ${letter}${letters[at + 1] ?? ''}`, 1);
  }
  return vector;
}

/** FNV-1a, 32 bits. */
function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
