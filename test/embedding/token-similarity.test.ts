/** The SIMD cosine of tokens against the plain one. */
import { describe, expect, it } from 'vitest';
import { createTokenTable, type TokenComparison } from '../../src/embedding/token-table.ts';
import { readEncoderWeights } from '../../src/embedding/wasm-core/encoder-weights.ts';
import { createTokenComparison } from '../../src/embedding/wasm-core/token-similarity.ts';
import { bundledModel } from './bundled-model.ts';

const model = await bundledModel();
const weights = readEncoderWeights(new Uint8Array(model.weights));
const compareWith = createTokenComparison(model.wasm, weights);
const plain = createTokenTable(model);

/** What a comparison writes for a token, from the third place on. */
function written(compare: TokenComparison, token: number, count: number): Float32Array {
  const into = new Float32Array(count + 3);
  compare(token, into, 2);
  expect([into[0], into[1], into[count + 2]]).toEqual([0, 0, 0]);
  return into.subarray(2, count + 2);
}

describe('the similarity of tokens', () => {
  it.each([1, 4, 16, 17, 600])('is that of the token table for any of %i tokens', (count) => {
    const others = Array.from({ length: count }, (_, index) => (index * 7919 + 13) % weights.vocabulary);
    const [fast, slow] = [compareWith(others), plain.compareWith(others)];
    for (const token of others.slice(0, 40).map((other) => (other * 31) % weights.vocabulary)) {
      const expected = written(slow, token, count);
      for (const [index, value] of written(fast, token, count).entries())
        expect(value).toBeCloseTo(expected[index] ?? NaN, 6);
    }
    for (const [index, token] of others.entries())
      expect(written(fast, token, count)[index]).toBeCloseTo(1, 6);
  });

  it('keeps questions apart that are compared in turns', () => {
    const [one, other] = [compareWith([5, 6, 7]), compareWith([900, 901])];
    const alone = written(one, 42, 3).slice();
    const second = written(other, 42, 2).slice();
    expect(written(one, 42, 3)).toEqual(alone);
    expect(written(other, 42, 2)).toEqual(second);
  });

  it('refuses tokens beyond the vocabulary', () => {
    expect(() => written(compareWith([1]), weights.vocabulary, 1)).toThrow('is not below the vocabulary');
    expect(() => written(compareWith([weights.vocabulary]), 1, 1)).toThrow('is not below the vocabulary');
  });
});
