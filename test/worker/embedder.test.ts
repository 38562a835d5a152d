/** The bundled model inside workerd: the vectors of the Node driver, from the same file of weights. */
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { createWasmEmbedder } from '../../src/embedding/drivers/wasm.ts';
import { dotRow } from '../../src/embedding/vector.ts';
import kernels from '../../src/embedding/wasm-core/kernels.wasm';
import { openWorkerAssets, type AssetsBinding } from '../../src/entries/worker-assets.ts';

let embedder: Embedder;

function nodeVectors(): Float32Array {
  return new Float32Array(
    Uint8Array.from(atob(inject('nodeVectors')), (character) => character.charCodeAt(0)).buffer,
  );
}

beforeAll(async () => {
  const assets = await openWorkerAssets(env['ASSETS'] as AssetsBinding);
  embedder = await createWasmEmbedder({
    weights: (await assets.read('model/weights.onnx')).buffer,
    tokenizer: JSON.parse(await assets.readText('model/tokenizer.json')),
    manifest: JSON.parse(await assets.readText('model/manifest.json')),
    wasm: kernels,
  });
});

describe('the bundled model in workerd', () => {
  it('carries the id of the Node driver, so that one index serves both', () => {
    expect(embedder.id).toBe(inject('nodeEmbedderId'));
  });

  it('gives the vectors of the Node driver for more than 1,000 sentences in 39 languages', async () => {
    const sentences = inject('sentences');
    const expected = nodeVectors();
    expect(sentences.length).toBeGreaterThan(1000);
    let least = 1;
    for (const [index, { text }] of sentences.entries()) {
      const [vector] = await embedder.embed([text], 'passage');
      least = Math.min(least, vector ? dotRow(vector, expected, index) : -1);
    }
    expect(least).toBeGreaterThan(1 - 1e-5);
  });
});
