/** Numbers in Han numerals. */
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { parseHanNumber } from '../../src/quantity/han-number.ts';

const DIGITS = '零一二三四五六七八九';

/** Writes 1 to 99,999,999 as people do. */
function section(value: number): string {
  let text = '';
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit > 0) text += `${DIGITS[digit]}${name}`;
    else if (text !== '' && !text.endsWith('零') && value % unit > 0) text += '零';
  }
  return text;
}

function han(value: number): string {
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  if (high === 0) return section(low);
  return `${section(high)}万${low > 0 && low < 1000 ? '零' : ''}${section(low)}`;
}

describe('parseHanNumber', () => {
  it('reads back what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        expect(parseHanNumber(han(value))?.value).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['十', 10],
    ['二十', 20],
    ['两百', 200],
    ['一百零五', 105],
    ['三千万', 30_000_000],
    ['两亿', 200_000_000],
    ['一万亿', 1e12],
    ['二〇二五', 2025],
    ['三点一四', 3.14],
  ])('%s is %d', (text, value) => {
    expect(parseHanNumber(text)?.value).toBeCloseTo(value, 12);
  });

  it.each(['十四五', '二三十', '三三', '十十', '百', '三百五', '亿万'])('%s is no number', (text) => {
    expect(parseHanNumber(text)).toBeNull();
  });
});
