/** Reads what lies beside a bundled model's weights: its token table and its calibration. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTokenTable, type TokenTable } from '../token-table.ts';

/** Null for a model of another architecture, and for one that is not a folder: its tokens cannot be compared. */
export async function readTokenTable(folder: string): Promise<TokenTable | null> {
  try {
    const weights = await readFile(join(folder, 'onnx', 'model_quantized.onnx'));
    const tokenizer: unknown = JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8'));
    const bytes = weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength);
    return createTokenTable({ weights: bytes, tokenizer });
  } catch {
    return null;
  }
}
