/** The card that a bundled model carries for programs: `manifest.json` beside its weights. */
import { z } from 'zod';

export const ModelManifest = z.object({
  id: z.string(),
  version: z.string(),
  dimensions: z.int().positive(),
  pooling: z.literal('mean'),
  normalize: z.literal(true),
  queryPrefix: z.string(),
  passagePrefix: z.string(),
  maxTokens: z.int().positive(),
  licence: z.string(),
  /** How our own models are built; absent for others. */
  architecture: z.object({ tokenizer: z.string() }).optional(),
  /** SHA-256 (hexadecimal) by path within the model's folder. */
  files: z.record(z.string(), z.string()),
});

export type ModelManifest = z.infer<typeof ModelManifest>;

/** Names the model and its very weights, so that every driver of one model has one id and retrained weights another. */
export function embedderId({ id, version, files }: ModelManifest): string {
  return `${id}@${files['onnx/model_quantized.onnx']?.slice(0, 12) ?? version}`;
}

/**
 * What hub models ask to be put before a text, by family: their cards state it, their files do not.
 * Without the prefixes E5 loses most of its cross-language quality.
 */
const PREFIXES: readonly { readonly family: RegExp; readonly query: string; readonly passage: string }[] = [
  {
    family: /e5-.*instruct/i,
    query: 'Instruct: Retrieve passages that answer the question\nQuery: ',
    passage: '',
  },
  { family: /(^|[/-])(multilingual-)?e5-/i, query: 'query: ', passage: 'passage: ' },
  { family: /nomic-embed/i, query: 'search_query: ', passage: 'search_document: ' },
  { family: /bge-.*-zh/i, query: '为这个句子生成表示以用于检索相关文章：', passage: '' },
];

/** Prefixes of a model that has no manifest. */
export function knownPrefixes(model: string): { readonly query: string; readonly passage: string } {
  return PREFIXES.find(({ family }) => family.test(model)) ?? { query: '', passage: '' };
}
