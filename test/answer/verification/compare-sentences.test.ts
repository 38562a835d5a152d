/** Every translation of the corpus agrees with its original in every figure; a changed digit does not pass. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareSentences } from '../../../src/answer/verification/compare-sentences.ts';
import { speechParagraphs } from '../../../src/passage/speech-paragraphs.ts';
import { parseTranscript } from '../../../src/transcript/parse-transcript.ts';
import { parseTranslation } from '../../../src/translation/parse-translation.ts';

const FOLDER = 'corpus/2025-sco-tianjin-briefing';
const text = readFileSync(`${FOLDER}/transcript.txt`, 'utf8');
const originals = speechParagraphs(parseTranscript(text), 'zh').flatMap(({ sentences }) =>
  sentences.map(({ start, end }) => text.slice(start, end)),
);

interface Pair {
  readonly language: string;
  readonly original: string;
  readonly translated: string;
}

const pairs: Pair[] = readdirSync(`${FOLDER}/translations`).flatMap((file) => {
  const { front, paragraphs } = parseTranslation(readFileSync(`${FOLDER}/translations/${file}`, 'utf8'));
  const lines = paragraphs.flat();
  return lines.map((line, index) => ({
    language: front.language,
    original: originals[index] ?? '',
    translated: line.text,
  }));
});

const compare = ({ original, translated, language }: Pair) =>
  compareSentences(original, translated, ['zh', language]);

/** The same sentence with one digit another one. */
function withChangedDigit(sentence: string, seed: number): string | null {
  const places = [...sentence.matchAll(/(?<![\p{L}\p{M}₂-])\d(?!\p{Pd}\p{L})/gu)].map(({ index }) => index);
  const place = places[seed % places.length];
  if (place === undefined) return null;
  const digit = (Number(sentence[place]) % 9) + 1;
  return sentence.slice(0, place) + String(digit) + sentence.slice(place + 1);
}

describe('compareSentences', () => {
  it('accepts every translation in the corpus', () => {
    const objections = pairs.map(compare).filter((objection) => objection !== null);
    expect(originals.length).toBeGreaterThan(150);
    expect(pairs.length).toBeGreaterThan(originals.length * 4);
    expect(objections).toEqual([]);
  });

  it('rejects nearly every changed digit, and never silently', () => {
    const changed = pairs.flatMap((pair, seed) => {
      const translated = withChangedDigit(pair.translated, seed);
      return translated === null || translated === pair.translated ? [] : [{ ...pair, translated }];
    });
    const passed = changed.filter((pair) => compare(pair) === null);
    expect(changed.length).toBeGreaterThan(500);
    // What passes is a figure that stands elsewhere in the same sentence, or the day of a date in two notations.
    expect(
      passed.length / changed.length,
      passed.map(({ translated }) => translated).join('\n'),
    ).toBeLessThan(0.01);
  });

  it.each([
    ['贸易总额达533.7亿元。', 'Trade reached 53.37 billion yuan.', 'en', null],
    ['贸易总额达533.7亿元。', 'Trade reached 53.36 billion yuan.', 'en', /53\.36/],
    ['贸易总额达533.7亿元。', 'Trade reached 533.7 billion yuan.', 'en', /533\.7/],
    ['贸易总额达533.7亿元。', 'Trade reached 53.37 billion dollars.', 'en', /dollars/],
    ['同比增长5.2%。', 'Рост составил 5,2 процента.', 'ru', null],
    ['同比增长5.2%。', 'Рост составил 5,2 раза.', 'ru', /5,2/],
    ['同比增长5.2%。', 'Рост продолжился.', 'ru', /5\.2%/],
    ['将于8月31日至9月1日举办。', 'It takes place from 31 August to 1 September.', 'en', null],
    ['将于8月31日至9月1日举办。', 'It takes place from 30 August to 1 September.', 'en', /30 August/],
    ['大家好!', 'Hello, everyone!', 'en', null],
  ])('%s / %s', (original, translated, language, objection) => {
    const said = compareSentences(original, translated, ['zh', language]);
    if (objection === null) expect(said).toBeNull();
    else expect(said).toMatch(objection);
  });
});
