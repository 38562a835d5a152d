/** The WASM driver against the Node driver: the same vectors, so that one index serves both. */
import { describe, expect, it } from 'vitest';
import { createTransformersEmbedder } from '../../src/embedding/drivers/transformers.ts';
import { createWasmEmbedder } from '../../src/embedding/drivers/wasm.ts';
import { dot } from '../../src/embedding/vector.ts';
import { bundledModel, modelPath } from './bundled-model.ts';
import { multilingualSentences } from './multilingual-sentences.ts';

/** The requirement is 1e-3; measured is below 1e-6, and a tenfold drift should be noticed. */
const TOLERANCE = 1e-5;

const wasm = await createWasmEmbedder(await bundledModel());
const node = await createTransformersEmbedder({ model: modelPath });

async function cosines(texts: readonly string[]): Promise<number[]> {
  const results: number[] = [];
  for (const text of texts) {
    const [[ours], [theirs]] = await Promise.all([
      wasm.embed([text], 'passage'),
      node.embed([text], 'passage'),
    ]);
    if (!ours || !theirs) throw new Error(`no vector for ${text}`);
    results.push(dot(ours, theirs));
  }
  return results;
}

describe('the WASM embedder', () => {
  it('carries the id and the dimensions of the Node driver', () => {
    expect(wasm.id).toBe(node.id);
    expect(wasm.dimensions).toBe(node.dimensions);
  });

  it('gives the vectors of the Node driver for more than 1,000 sentences in 39 languages', async () => {
    const sentences = multilingualSentences(25);
    expect(sentences.length).toBeGreaterThan(1000);
    expect(new Set(sentences.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12);
    const found = await cosines(sentences.map(({ text }) => text));
    expect(Math.min(...found)).toBeGreaterThan(1 - TOLERANCE);
  }, 120_000);

  it('agrees on texts at and beyond the longest length, on one token and on hard characters', async () => {
    const words = multilingualSentences(25)
      .map(({ text }) => text)
      .join(' ');
    const found = await cosines([
      'a',
      '。',
      '中'.repeat(700),
      words.slice(0, 1500),
      words.slice(0, 60_000),
      '👨‍👩‍👧 \u0000 ﷺ',
    ]);
    expect(Math.min(...found)).toBeGreaterThan(1 - TOLERANCE);
  });

  it('gives zeros for a text without tokens', async () => {
    const [empty, blank] = await wasm.embed(['', ' \n\t '], 'query');
    expect(empty).toEqual(new Float32Array(wasm.dimensions));
    expect(blank).toEqual(empty);
  });

  it('gives the same numbers for a text alone, in a list and asked again', async () => {
    const texts = ['贸易额', 'trade volume', 'x'.repeat(900)];
    const together = await wasm.embed(texts, 'query');
    for (const [index, text] of texts.entries())
      expect((await wasm.embed([text], 'query'))[0]).toEqual(together[index]);
  });

  it('refuses a model of another architecture, naming what differs', async () => {
    const model = await bundledModel();
    const manifest = model.manifest as { architecture: object };
    const rotary = { ...manifest, architecture: { ...manifest.architecture, activation: 'swiglu' } };
    await expect(createWasmEmbedder({ ...model, manifest: rotary })).rejects.toThrow(
      'architecture.activation',
    );
    await expect(
      createWasmEmbedder({ ...model, manifest: { ...manifest, dimensions: 640 } }),
    ).rejects.toThrow('its manifest says 640');
    await expect(
      createWasmEmbedder({ ...model, weights: model.weights.slice(0, 5_000_000) }),
    ).rejects.toThrow('protobuf');
  });
});
