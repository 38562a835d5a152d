/** The tokenizer against the one of transformers.js, id by id. */
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { env, AutoTokenizer, type PreTrainedTokenizer } from '@xenova/transformers';
import { basename, dirname } from 'node:path';
import { escapeControlTokens } from '../../src/embedding/escape-control-tokens.ts';
import { UnigramTokenizer } from '../../src/embedding/unigram-tokenizer.ts';
import { modelPath, readModelFile } from './bundled-model.ts';
import { multilingualSentences } from './multilingual-sentences.ts';

const json: unknown = JSON.parse(readModelFile('tokenizer.json').toString());
const tokenizer = new UnigramTokenizer(json);
let reference: PreTrainedTokenizer;

function referenceIds(text: string): number[] {
  return reference.encode(escapeControlTokens(text)) as number[];
}

beforeAll(async () => {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(modelPath);
  reference = await AutoTokenizer.from_pretrained(basename(modelPath));
});

describe('the Unigram tokenizer', () => {
  it('gives the ids of transformers.js for texts in every language of the interface', () => {
    const sentences = multilingualSentences(200);
    expect(sentences.length).toBeGreaterThan(2500);
    for (const { text } of sentences) expect(tokenizer.encode(text), text).toEqual(referenceIds(text));
  });

  it.each([
    'ｱｲｳ ｶﾞｷﾞ ｸﾞ',
    'ﷺ ﷲ',
    '👨‍👩‍👧‍👦 family 👍🏽',
    'NUL\u0000between',
    '\u202Ebidi\u202C ‏',
    'ＦＵＬＬ　ｗｉｄｔｈ １２３',
    'क़ ख़ ग़',
    'น้ำ ทำ',
    'tab\tand\nnewline\u00A0and\u3000wide',
    '▁already ▁▁ marked',
    'İstanbul ı I ſ ẞ',
    '𝒜𝓁𝓅𝒽𝒶 𠮷野家 𠀀𠀁',
    '\uD83D lone surrogate \uDE00',
    'www.example.org/a?b=c&d=%20',
    '533.7亿元',
    '',
    '   ',
    '\u200B\u200D\uFEFF',
    'x'.repeat(600),
  ])('agrees on %j', (text) => {
    expect(tokenizer.encode(text)).toEqual(referenceIds(text));
  });

  it('agrees on any string', () => {
    const unit = oneof(
      string({ unit: 'binary' }),
      string({ unit: 'grapheme' }),
      constantFrom('<', 's>', '▁', ' '),
    );
    assert(
      property(array(unit, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(tokenizer.encode(text)).toEqual(referenceIds(text));
      }),
      { numRuns: 500 },
    );
  });

  it('reads control tokens in a text as plain characters', () => {
    for (const text of ['<pad>', '<unk>', '<s>', '</s>', '<PAD>', '＜ｐａｄ＞', '<<pad>pad>', 'a<s>b']) {
      const ids = tokenizer.encode(text);
      expect(
        ids.filter((id) => id === 0 || id === 2 || id === 3),
        text,
      ).toEqual([]);
      expect(ids.length, text).toBeGreaterThan(2);
    }
  });

  it('counts a run of unknown characters once', () => {
    expect(tokenizer.encode('𓀀𓀁𓀂').filter((id) => id === 1)).toHaveLength(1);
  });

  it('refuses a tokenizer.json of another kind, naming the place', () => {
    const pieces = { ...(json as Record<string, unknown>), model: { type: 'WordPiece', vocab: {} } };
    expect(() => new UnigramTokenizer(pieces)).toThrow('model "WordPiece" is not supported');
    const plain = {
      ...(json as Record<string, unknown>),
      normalizer: { type: 'Sequence', normalizers: [{ type: 'NFC' }] },
    };
    expect(() => new UnigramTokenizer(plain)).toThrow('normalizer is NFC, expected NFKC');
    expect(() => new UnigramTokenizer(null)).toThrow('tokenizer.json');
  });
});
