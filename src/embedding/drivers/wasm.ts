/** Embedder that runs the bundled model's own architecture on WebAssembly: for Workers, and for Node without native code. */
import { z } from 'zod';
import type { Embedder, TextRole } from '../embedder.ts';
import { embedderId, ModelManifest } from '../model-manifest.ts';
import { UnigramTokenizer } from '../unigram-tokenizer.ts';
import { Encoder } from '../wasm-core/encoder.ts';
import { readEncoderWeights, type EncoderWeights } from '../wasm-core/encoder-weights.ts';
import { Kernels } from '../wasm-core/kernels.ts';

export interface WasmModel {
  /** The bytes of `onnx/model_quantized.onnx`; kept, because the token table is read from them. */
  readonly weights: ArrayBuffer;
  /** The parsed `tokenizer.json`. */
  readonly tokenizer: unknown;
  /** The compiled `wasm-core/kernels.wasm`. */
  readonly wasm: WebAssembly.Module;
  /** The parsed `manifest.json`. */
  readonly manifest: unknown;
}

/** What the kernels compute; a model of another architecture is refused. */
const WasmManifest = ModelManifest.extend({
  architecture: z.object({
    tokenizer: z.literal('unigram'),
    normalization: z.literal('pre-layer-norm'),
    normalizationEpsilon: z.number().positive(),
    activation: z.literal('gelu-erf'),
    coverage: z
      .object({ power: z.number().positive(), threshold: z.number().min(0).max(0.99).default(0) })
      .optional(),
  }),
});

type WasmManifest = z.infer<typeof WasmManifest>;

/** Texts run one by one; the bound only keeps a call short on a single-threaded runtime. */
const MAX_BATCH = 32;

function parseManifest(manifest: unknown): WasmManifest {
  const parsed = WasmManifest.safeParse(manifest);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `the model's manifest.json does not fit: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}

function expectAgreement(
  { width, coverage, threshold, features }: EncoderWeights,
  { id, dimensions, architecture }: WasmManifest,
): void {
  const stated = architecture.coverage ?? { power: 0, threshold: 0 };
  const pairs = [
    ['dimensions', features?.output.columns ?? width, dimensions],
    ['coverage power', coverage, stated.power],
    ['coverage threshold', threshold, stated.threshold],
  ] as const;
  for (const [what, found, said] of pairs) {
    // The file holds single precision.
    if (Math.abs(found - said) > 1e-6)
      throw new Error(`model ${id} has ${what} ${found}, its manifest says ${said}`);
  }
}

/** Throws, with the reason, when the model is not of the architecture that the kernels compute. */
export async function createWasmEmbedder({
  weights,
  tokenizer,
  wasm,
  manifest,
}: WasmModel): Promise<Embedder> {
  const card = parseManifest(manifest);
  const network = readEncoderWeights(new Uint8Array(weights));
  expectAgreement(network, card);
  const encoder = new Encoder(Kernels.load(wasm), network, {
    maxTokens: card.maxTokens,
    normalizationEpsilon: card.architecture.normalizationEpsilon,
  });
  const words = new UnigramTokenizer(tokenizer);
  const prefixes: Readonly<Record<TextRole, string>> = {
    query: card.queryPrefix,
    passage: card.passagePrefix,
  };
  return {
    // The same id as the Node driver gives: vectors of both may be compared, which a test proves.
    id: embedderId(card),
    dimensions: card.dimensions,
    maxBatch: MAX_BATCH,
    embed: async (texts, role) => texts.map((text) => encoder.encode(words.encode(prefixes[role] + text))),
  };
}
