/** Runs in Node before the Worker tests: builds the assets and computes what the Worker must agree with. */
import type { TestProject } from 'vitest/node';
import { buildFromEnvironment } from '../../scripts/build-worker.mjs';
import { createTransformersEmbedder } from '../../src/embedding/drivers/transformers.ts';
import { modelPath } from '../embedding/bundled-model.ts';
import { multilingualSentences, type Sentence } from '../embedding/multilingual-sentences.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly sentences: readonly Sentence[];
    /** The Node driver's vectors of `sentences`, rows of float32 end to end, as base64. */
    readonly nodeVectors: string;
    readonly nodeEmbedderId: string;
  }
}

export async function setup(project: TestProject): Promise<void> {
  await buildFromEnvironment();
  const embedder = await createTransformersEmbedder({ model: modelPath });
  const sentences = multilingualSentences(25);
  const rows: Buffer[] = [];
  for (const { text } of sentences) {
    const [vector] = await embedder.embed([text], 'passage');
    if (vector) rows.push(Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  }
  project.provide('sentences', sentences);
  project.provide('nodeVectors', Buffer.concat(rows).toString('base64'));
  project.provide('nodeEmbedderId', embedder.id);
}
