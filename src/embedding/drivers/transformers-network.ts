/** One text → one vector through transformers.js: with our own tokenizer for our own models, with the model's for others. */
import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { z } from 'zod';
import { CONTROL_TOKENS, escapeControlTokens } from '../escape-control-tokens.ts';
import { UnigramTokenizer } from '../unigram-tokenizer.ts';
import { readTokenizer } from './model-folder.ts';

/** The unit vector of a text; null where it has no token, which the runtime cannot take. */
export type TextNetwork = (text: string) => Promise<Float32Array | null>;

/** One text's output: [1, tokens, width]. */
const HiddenStates = z.object({
  last_hidden_state: z.object({ data: z.instanceof(Float32Array), dims: z.array(z.number()) }),
});

/** Our own tokenizer gives the same ids and spares the 70 MB that the library's takes for the same vocabulary. */
export async function loadOwn(name: string, folder: string, maxTokens: number): Promise<TextNetwork> {
  const { AutoModel, Tensor } = await import('@xenova/transformers');
  const words = new UnigramTokenizer(await readTokenizer(folder));
  const model: unknown = await AutoModel.from_pretrained(name, { quantized: true });
  if (typeof model !== 'function') throw new Error('the library gives no model that can be called');
  return async (text) => {
    const ids = words.encode(text).slice(0, maxTokens);
    if (ids.length === 0) return null;
    const shape = [1, ids.length];
    const output: unknown = await model({
      input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    });
    return meanOf(output);
  };
}

export async function loadPipeline(name: string): Promise<TextNetwork> {
  const { pipeline } = await import('@xenova/transformers');
  const pipe = await pipeline('feature-extraction', name, { quantized: true });
  return async (text) => {
    const safe = neutralised(pipe, text);
    if (!/[\p{L}\p{N}]/u.test(safe) && tokenCount(pipe, safe) === 0) return null;
    return meanOf(await pipe.model(pipe.tokenizer(safe, { truncation: true })));
  };
}

/** A literal `<pad>` in a text would be read as the special token: it is taken apart. */
function neutralised(pipe: FeatureExtractionPipeline, text: string): string {
  const special: readonly string[] = pipe.tokenizer.special_tokens ?? [];
  return escapeControlTokens(text, [...CONTROL_TOKENS, ...special]);
}

function tokenCount(pipe: FeatureExtractionPipeline, text: string): number {
  const ids: unknown = pipe.tokenizer.encode(text);
  return Array.isArray(ids) ? ids.length : 0;
}

/**
 * Mean of the last hidden states, scaled to length one. The pipeline's own pooling gives the same and takes longer than the
 * network: it reads every number through an accessor.
 */
function meanOf(output: unknown): Float32Array {
  const states = HiddenStates.safeParse(output);
  if (!states.success) throw new Error('the model gives no last_hidden_state of float32 numbers');
  const { data, dims } = states.data.last_hidden_state;
  const [rows = 0, width = 0] = dims.slice(1);
  const sums = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < width; at++) sums[at] = sums[at]! + data[row * width + at]!;
  }
  const length = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(sums, (value) => (length > 0 ? value / length : 0));
}
