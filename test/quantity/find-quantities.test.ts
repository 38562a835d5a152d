/** Figures of many languages are found, with the right value and place. */
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { AMBIGUOUS, FIGURES } from './figures.ts';
import { findQuantities } from '../../src/quantity/find-quantities.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';

function written({ kind, iso, value, unit }: Quantity): string {
  if (kind === 'date' || kind === 'time' || kind === 'year') return iso ?? '';
  if (kind === 'ordinal') return `${value}.`;
  return unit === null ? String(value) : `${value} ${unit}`;
}

describe('figures in sentences', () => {
  it.each(FIGURES)('%s: %s', (language, text, finds) => {
    const found = findQuantities(text, language === '' ? undefined : language);
    expect(found.map(written).join('|')).toBe(finds);
  });

  it.each(AMBIGUOUS)('%s: %s alone is %d', (language, text, value) => {
    expect(findQuantities(text, language).map((found) => found.value)).toEqual([value]);
  });
});

describe('places', () => {
  it.each(FIGURES)('%s: %s is cut out whole', (language, text) => {
    let last = 0;
    for (const { start, end } of findQuantities(text, language)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      last = end;
    }
  });

  it.each([
    ['ru', 'рост на 53,37 млрд юаней за год', '53,37 млрд юаней'],
    ['zh', '总额达533.7亿元人民币。', '533.7亿元人民币'],
    ['en', 'it was US$1.2bn then', 'US$1.2bn'],
    ['ar', 'نحو ٣ ملايين شخص', '٣ ملايين شخص'],
    ['tr', 'artış %5,2 oldu', '%5,2'],
    ['en', 'on 31 August 2025 there', '31 August 2025'],
    ['', 'é 𝟏𝟐 é', '𝟏𝟐'],
  ])('%s: in "%s" it is "%s"', (language, text, cut) => {
    expect(findQuantities(text, language).map(({ start, end }) => text.slice(start, end))).toEqual([cut]);
  });

  it('holds for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('', 'en', 'zh', 'ar', 'ru'),
        (text, language) => {
          let last = 0;
          for (const { start, end, value } of findQuantities(text, language)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(Number.isFinite(value)).toBe(true);
            last = end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('language tags', () => {
  it.each(['zh-Hant-TW', 'ZH', 'xx', 'abcd', 'not a tag', '', '-'])('"%s" is taken', (language) => {
    expect(findQuantities('533.7亿', language).map(({ value }) => value)).toEqual([53_370_000_000]);
  });
});

describe('hostile text', () => {
  it.each([
    ['digits', '1'.repeat(20_000)],
    ['lists', '1,'.repeat(10_000)],
    ['spaces', '1 '.repeat(10_000)],
    ['dates', '8月31日'.repeat(4000)],
    ['scales', `1${'万'.repeat(20_000)}`],
  ])('%s take no longer than their length', (_name, text) => {
    const start = performance.now();
    findQuantities(text, 'zh');
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('reads a very long run of digits as no number', () => {
    expect(findQuantities(`id ${'1234567890'.repeat(5)}`, 'en')).toEqual([]);
  });
});
