/** The SIMD cosine of tokens against the plain one. */
import { describe, expect, it } from 'vitest';
import { createTokenTable } from '../../src/embedding/token-table.ts';
import { readEncoderWeights } from '../../src/embedding/wasm-core/encoder-weights.ts';
import { createTokenSimilarities } from '../../src/embedding/wasm-core/token-similarity.ts';
import { bundledModel } from './bundled-model.ts';

const model = await bundledModel();
const weights = readEncoderWeights(new Uint8Array(model.weights));
const similarities = createTokenSimilarities(model.wasm, weights);

describe('the similarity of tokens', () => {
  it('is that of the token table for any pair', () => {
    const plain = createTokenTable(model);
    const others = Array.from({ length: 600 }, (_, index) => (index * 7919 + 13) % weights.vocabulary);
    for (const token of others.slice(0, 40).map((other) => (other * 31) % weights.vocabulary)) {
      const found = similarities(token, others);
      const expected = plain.similarities(token, others);
      for (const [index, value] of found.entries()) expect(value).toBeCloseTo(expected[index] ?? NaN, 6);
      expect(similarities(token, [token])[0]).toBeCloseTo(1, 6);
    }
  });

  it('refuses tokens beyond the vocabulary', () => {
    expect(() => similarities(weights.vocabulary, [1])).toThrow('is not below the vocabulary');
  });
});
