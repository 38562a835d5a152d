/** What a document is without some of its parts, and what its files are called. */
import { describe, expect, it } from 'vitest';
import { languageOf, withoutLanguages, withoutParts } from '../../src/corpus/corpus-parts.ts';
import type { SourceCorpus } from '../../src/corpus/source-document.ts';

const file = (path: string) => ({ path, text: path });
const corpus: SourceCorpus = {
  documents: [
    {
      id: 'hall',
      transcript: file('corpus/hall/transcript.txt'),
      format: 'text',
      metadata: null,
      translations: ['en.md', 'zh-Hant.md', 'es.md'].map((name) => file(`corpus/hall/translations/${name}`)),
      anticipated: ['zh.jsonl', 'en.jsonl'].map((name) => file(`corpus\\hall\\anticipated\\${name}`)),
    },
  ],
  problems: [],
};

describe('parts of a corpus', () => {
  it('are left out by name', () => {
    const [document] = withoutParts(corpus, ['translations']).documents;
    expect(document?.translations).toEqual([]);
    expect(document?.anticipated).toHaveLength(2);
  });

  it('are left out by language, whatever script or region', () => {
    const [document] = withoutLanguages(corpus, new Set(['zh'])).documents;
    expect(document?.translations.map(({ path }) => languageOf(path))).toEqual(['en', 'es']);
    expect(document?.anticipated.map(({ path }) => languageOf(path))).toEqual(['en']);
    expect(withoutLanguages(corpus, new Set())).toEqual(corpus);
  });

  it('are named by the base of their tag', () => {
    expect(languageOf('a-b.c/translations/zh-Hant.md')).toBe('zh');
    expect(languageOf('anticipated\\ru.jsonl')).toBe('ru');
  });
});
