/** The Embedder contract on the fake, on transformers.js and on the WASM driver; the two real ones also agree with each other. */
import { describe, expect, it } from 'vitest';
import { createTransformersEmbedder } from '../../src/embedding/drivers/transformers.ts';
import { createWasmEmbedderFromFolder } from '../../src/embedding/drivers/wasm-folder.ts';
import { dot } from '../../src/embedding/vector.ts';
import { modelPath } from '../embedding/bundled-model.ts';
import { FakeEmbedder } from '../fakes/fake-embedder.ts';
import { describeEmbedder, TEXTS } from './embedder.ts';

describeEmbedder('fake', async () => new FakeEmbedder());
describeEmbedder('transformers.js with the bundled model', () =>
  createTransformersEmbedder({ model: modelPath }),
);
describeEmbedder('WASM with the bundled model', () => createWasmEmbedderFromFolder(modelPath));

describe('two drivers of one model', () => {
  it('share an id and give nearly the same vectors, so that one index serves both', async () => {
    const native = await createTransformersEmbedder({ model: modelPath });
    const wasm = await createWasmEmbedderFromFolder(modelPath);
    expect(wasm.id).toBe(native.id);
    expect(wasm.dimensions).toBe(native.dimensions);
    for (const text of TEXTS.slice(0, 8)) {
      const [[one], [other]] = [await native.embed([text], 'query'), await wasm.embed([text], 'query')];
      expect(dot(one ?? new Float32Array(), other ?? new Float32Array()), text).toBeGreaterThan(0.99);
    }
  });
});
