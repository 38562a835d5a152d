/** Turns a text into token ids as a `tokenizer.json` of the Unigram kind says, in plain TypeScript for any runtime. */
import { CONTROL_TOKENS, escapeControlTokens } from './escape-control-tokens.ts';
import { segment } from './unigram-lattice.ts';
import { UnigramVocabulary } from './unigram-vocabulary.ts';

const METASPACE = '▁';

/** The one layout of `tokenizer.json` that this tokenizer reproduces, by the names of its steps. */
const NORMALIZERS = ['NFKC', 'Lowercase', 'Replace', 'Strip'];
const PRE_TOKENIZERS = ['WhitespaceSplit', 'Metaspace'];

type Json = Readonly<Record<string, unknown>>;

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error(`tokenizer.json: "${name}" is missing`);
  return (value as Json)[name];
}

function expectSteps(found: unknown, expected: readonly string[], place: string): void {
  const names = Array.isArray(found) ? found.map((step) => member(step, 'type')) : [];
  if (names.join() !== expected.join()) {
    throw new Error(
      `tokenizer.json: ${place} is ${names.join(', ') || 'empty'}, expected ${expected.join(', ')}`,
    );
  }
}

/** Texts are not framed: a template with special tokens would change every vector. */
function expectBareTemplate(tokenizer: unknown): void {
  const template = member(member(tokenizer, 'post_processor'), 'single');
  if (JSON.stringify(template)?.includes('SpecialToken')) {
    throw new Error('tokenizer.json: post_processor adds special tokens, which is not supported');
  }
}

function readVocabulary(tokenizer: unknown): UnigramVocabulary {
  const model = member(tokenizer, 'model');
  const type = member(model, 'type');
  if (type !== 'Unigram')
    throw new Error(`tokenizer.json: model "${String(type)}" is not supported, expected Unigram`);
  const entries = member(model, 'vocab');
  const unknownId = member(model, 'unk_id');
  if (!Array.isArray(entries) || typeof unknownId !== 'number') {
    throw new Error('tokenizer.json: the model needs "vocab" and "unk_id"');
  }
  return new UnigramVocabulary(entries as (readonly [string, number])[], unknownId);
}

function controlTokens(tokenizer: unknown): string[] {
  const added = member(tokenizer, 'added_tokens');
  const contents = Array.isArray(added) ? added.map((token) => String(member(token, 'content'))) : [];
  return [...new Set([...CONTROL_TOKENS, ...contents])];
}

/** One vocabulary per parsed file: embedder and token table of one model share it, and a Worker sets it up once. */
const vocabularies = new WeakMap<object, UnigramVocabulary>();

function vocabularyOf(tokenizer: object): UnigramVocabulary {
  const known = vocabularies.get(tokenizer) ?? readVocabulary(tokenizer);
  vocabularies.set(tokenizer, known);
  return known;
}

export class UnigramTokenizer {
  readonly #vocabulary: UnigramVocabulary;
  readonly #controlTokens: readonly string[];

  /** @param tokenizer the parsed `tokenizer.json`. Throws, naming the place, when it asks for steps unknown here. */
  constructor(tokenizer: unknown) {
    expectSteps(member(member(tokenizer, 'normalizer'), 'normalizers'), NORMALIZERS, 'normalizer');
    expectSteps(member(member(tokenizer, 'pre_tokenizer'), 'pretokenizers'), PRE_TOKENIZERS, 'pre_tokenizer');
    expectBareTemplate(tokenizer);
    this.#vocabulary = vocabularyOf(tokenizer as object);
    this.#controlTokens = controlTokens(tokenizer);
  }

  /** Token ids of `text`, without special tokens and not cut. Control tokens typed in the text count as plain characters. */
  encode(text: string): number[] {
    const normalized = escapeControlTokens(text, this.#controlTokens).normalize('NFKC').toLowerCase();
    const ids: number[] = [];
    for (const word of normalized.match(/\S+/g) ?? []) {
      this.#append(ids, segment(word.startsWith(METASPACE) ? word : METASPACE + word, this.#vocabulary));
    }
    return ids;
  }

  /** A run of unknown characters counts as one unknown token. */
  #append(ids: number[], word: readonly number[]): void {
    for (const id of word) {
      if (id === this.#vocabulary.unknownId && ids.at(-1) === id) continue;
      ids.push(id);
    }
  }
}
