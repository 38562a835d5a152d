/** The same figure gives the same terms in every language. */
import { describe, expect, it } from 'vitest';
import { quantityTerms } from '../../src/quantity/quantity-terms.ts';

describe('quantityTerms', () => {
  it.each([
    ['zh', '533.7亿元', ['#53370000000']],
    ['en', '53.37 billion yuan', ['#53370000000']],
    ['ru', '53,37 млрд юаней', ['#53370000000']],
    ['hi', '5337 करोड़', ['#53370000000']],
    ['fa', '۵۳٫۳۷ میلیارد', ['#53370000000']],
    ['zh', '增长5.2%', ['#5.2%']],
    ['ru', 'на 5,2 процента', ['#5.2%']],
    ['zh', '8月31日', ['@08-31']],
    ['en', 'August 31', ['@08-31']],
    ['en', '31 August 2025', ['@08-31', '@2025']],
    ['zh', '2025年', ['@2025']],
    ['en', 'in 2025', ['@2025']],
    ['zh', '1—7月', ['@m01', '@m07']],
    ['en', 'at 10:30', ['@T10:30']],
    ['en', 'nothing here', []],
  ])('%s: %s', (language, text, terms) => {
    expect(quantityTerms(text, language)).toEqual(terms);
  });
});
