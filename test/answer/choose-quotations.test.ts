/** Quotations: neighbouring sentences become one, offsets hold, the asker's translation comes along. */
import { describe, expect, it } from 'vitest';
import { quotationsOf, sameLanguage } from '../../src/answer/choose-quotations.ts';
import { verifyQuotation } from '../../src/answer/verification/verify-quotation.ts';
import { buildLibrary } from '../../src/index/build-library.ts';
import type { Passage } from '../../src/passage/passage.ts';
import type { Evidence } from '../../src/retrieval/evidence.ts';
import type { Translation } from '../../src/translation/translation.ts';
import { sampleDocument } from '../fakes/sample-documents.ts';

const plain = buildLibrary([sampleDocument()]);
const quay = plain.passages.find(({ sentences }) => sentences.length === 3) as Passage;
const jobs = plain.passages.find(({ turn }) => turn !== quay.turn) as Passage;

function evidence(passage: Passage, ...sentences: number[]): Evidence {
  return { passage, score: 1, matches: sentences.map((sentence) => ({ sentence, score: 1 })) };
}

function translation(language: string, texts: readonly (readonly [number, string])[]): Translation {
  const speakers = new Map([['Anna Lind', { name: 'Анна Линд', role: 'мэр', organisation: null }]]);
  return { language, title: null, origin: null, speakers, sentences: new Map(texts) };
}

describe('quotationsOf', () => {
  it('joins neighbours and parts others, in the order of the text', () => {
    const quotes = (...sentences: number[]) =>
      quotationsOf(evidence(quay, ...sentences), plain, 'en').map(({ quote }) => quote);
    expect(quotes(1, 0)).toEqual(['The new quay is 420 metres long. It cost 31 million crowns.']);
    expect(quotes(2, 0)).toEqual(['The new quay is 420 metres long.', 'Work began in March 2023.']);
    expect(quotes()).toEqual([]);
  });

  it('gives offsets that verify, the speaker’s turn and the question it answers', () => {
    for (const passage of plain.passages) {
      for (const quotation of quotationsOf(evidence(passage, 0), plain, 'en')) {
        expect(verifyQuotation(quotation)).toBe(true);
        const { text } = quotation.document.transcript;
        expect(text.slice(quotation.start, quotation.end)).toBe(quotation.quote);
        expect(quotation.turn.id).toBe(passage.turn);
      }
    }
    const [answer] = quotationsOf(evidence(jobs, 0), plain, 'en');
    expect(answer?.question?.kind).toBe('question');
    expect(quotationsOf(evidence(quay, 0), plain, 'en')[0]?.question).toBeNull();
  });

  it('brings the whole translation or none', () => {
    const [first, second] = quay.sentences;
    const texts = [
      [first?.start ?? 0, 'Причал длиной 420 метров.'],
      [second?.start ?? 0, 'Он стоил 31 миллион крон.'],
    ] as const;
    const library = buildLibrary([sampleDocument(undefined, { translations: [translation('ru', texts)] })]);
    const translated = (language: string, ...sentences: number[]) =>
      quotationsOf(evidence(quay, ...sentences), library, language)[0]?.translation;
    expect(translated('ru', 0, 1)).toEqual({
      language: 'ru',
      text: 'Причал длиной 420 метров. Он стоил 31 миллион крон.',
      origin: 'aligned',
      speaker: { name: 'Анна Линд', role: 'мэр', organisation: null },
    });
    expect(translated('ru-RU', 0)?.language).toBe('ru');
    expect(translated('ru', 1, 2)).toBeNull();
    expect(translated('uk', 0)).toBeNull();
    expect(translated('en', 0)).toBeNull();
  });

  it('has nothing to quote from a passage that the library does not hold', () => {
    expect(quotationsOf(evidence({ ...quay, document: 'gone' }, 0), plain, 'en')).toEqual([]);
    expect(quotationsOf(evidence({ ...quay, turn: 't99' }, 0), plain, 'en')).toEqual([]);
  });
});

describe('sameLanguage', () => {
  it('compares language and script, not spelling of the tag', () => {
    expect([sameLanguage('zh', 'zh-Hans'), sameLanguage('zh-CN', 'zh'), sameLanguage('pt-BR', 'pt')]).toEqual(
      [true, true, true],
    );
    expect([sameLanguage('zh', 'zh-Hant'), sameLanguage('ru', 'uk'), sameLanguage('sr-Latn', 'sr')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(sameLanguage('not a tag', 'en')).toBe(false);
  });
});
