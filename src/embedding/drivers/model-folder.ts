/** Reads a bundled model's token table from its folder, with the SIMD kernels that compare its rows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTokenTable, type TokenTable } from '../token-table.ts';
import { readEncoderWeights } from '../wasm-core/encoder-weights.ts';
import { createTokenComparison } from '../wasm-core/token-similarity.ts';
import { compileKernels } from './wasm-folder.ts';

const tokenizers = new Map<string, WeakRef<object>>();

/** The parsed `tokenizer.json`, the same object for all who read it at one time: its vocabulary is then set up once. */
export async function readTokenizer(folder: string): Promise<object> {
  const text = await readFile(join(folder, 'tokenizer.json'), 'utf8');
  const tokenizer = tokenizers.get(folder)?.deref() ?? (JSON.parse(text) as object);
  tokenizers.set(folder, new WeakRef(tokenizer));
  return tokenizer;
}

/** Null for a model of another architecture, and for one that is not a folder: its tokens cannot be compared. */
export async function readTokenTable(folder: string): Promise<TokenTable | null> {
  try {
    const file = await readFile(join(folder, 'onnx', 'model_quantized.onnx'));
    // A small Node buffer shares its memory with others; one of this size has its own, and a copy would cost as much again.
    const weights =
      file.buffer instanceof ArrayBuffer && file.buffer.byteLength === file.byteLength
        ? new Uint8Array(file.buffer)
        : Uint8Array.from(file);
    const tokenizer = await readTokenizer(folder);
    const table = createTokenTable({ weights: weights.buffer, tokenizer });
    return {
      ...table,
      compareWith: createTokenComparison(await compileKernels(), readEncoderWeights(weights)),
    };
  } catch {
    return null;
  }
}
