/** Reads a bundled model's token table from its folder, with the SIMD kernels that compare its rows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTokenTable, type TokenTable } from '../token-table.ts';
import { readEncoderWeights } from '../wasm-core/encoder-weights.ts';
import { createTokenComparison } from '../wasm-core/token-similarity.ts';
import { compileKernels } from './wasm-folder.ts';

/** Null for a model of another architecture, and for one that is not a folder: its tokens cannot be compared. */
export async function readTokenTable(folder: string): Promise<TokenTable | null> {
  try {
    // A copy of its own: a Node buffer may share its memory with others.
    const weights = new Uint8Array(await readFile(join(folder, 'onnx', 'model_quantized.onnx')));
    const tokenizer: unknown = JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8'));
    const table = createTokenTable({ weights: weights.buffer, tokenizer });
    return {
      ...table,
      compareWith: createTokenComparison(await compileKernels(), readEncoderWeights(weights)),
    };
  } catch {
    return null;
  }
}
