/** What the runtime's own locale data writes is read back: numbers, compact numbers, percentages and dates. */
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { findQuantities } from '../../src/quantity/find-quantities.ts';

const LANGUAGES =
  'zh ja ko en ru uk be kk ky tg uz mn az tr ar fa ur he hi bn mr ne ta te th km lo my vi id ms fr de es pt it nl pl cs ro hu el fi sv hy ka si am sw bg hr sk sl lt lv et is gl ca'.split(
    ' ',
  );
/** All but Nepali, whose locale data writes १२.३४ करोड for ten times as much as people do. */
const COMPACT = [...LANGUAGES, 'da', 'nb', 'sr', 'mk', 'sq', 'eu', 'af', 'fil'].filter(
  (language) => language !== 'ne',
);
/** Each shows another plural form in some language. */
const MULTIPLES = [2, 3, 5, 11, 21, 22, 25, 100, 101, 102, 105, 121, 1.01, 1.5, 2.5, 234];

function only(text: string, language: string): ReturnType<typeof findQuantities>[number] | string {
  const found = findQuantities(text, language);
  return found.length === 1 && found[0] !== undefined ? found[0] : `${found.length} figures in "${text}"`;
}

describe.each(LANGUAGES)('%s', (language) => {
  it('reads plain numbers', () => {
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 2_000_000_000 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const value = Number(`${whole}.${String(cents).padStart(2, '0')}`);
          expect(only(format.format(value), language)).toMatchObject({ value });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads percentages', () => {
    const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (tenths) => {
        expect(only(format.format(tenths / 1000), language)).toMatchObject({
          value: tenths / 10,
          kind: 'percent',
        });
      }),
      { numRuns: 40 },
    );
  });

  it('reads dates', () => {
    const format = new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2099, 11, 31) }), (time) => {
        const iso = new Date(time).toISOString().slice(0, 10);
        expect(only(format.format(time), language)).toMatchObject({ iso, kind: 'date' });
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(COMPACT)('%s with scale words', (language) => {
  it('reads them', () => {
    const format = new Intl.NumberFormat(language, {
      notation: 'compact',
      compactDisplay: 'long',
      maximumSignificantDigits: 3,
    });
    const failed: string[] = [];
    for (let power = 3; power <= 12; power++) {
      for (const multiple of MULTIPLES) {
        const value = Number(`${multiple}e${power}`);
        const found = only(format.format(value), language);
        const right = typeof found !== 'string' && Math.abs(found.value / value - 1) < 1e-9;
        if (!right) failed.push(`${format.format(value)} is ${value}`);
      }
    }
    expect(failed).toEqual([]);
  });
});
