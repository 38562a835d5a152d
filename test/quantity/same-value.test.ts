/** Figures of different languages are compared by value. */
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/quantity/find-quantities.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';
import { sameValue } from '../../src/quantity/same-value.ts';

function figure(language: string, text: string): Quantity {
  const [found] = findQuantities(text, language);
  if (found === undefined) throw new Error(`no figure in "${text}"`);
  return found;
}

describe('sameValue', () => {
  it.each([
    ['zh', '533.7亿元', 'en', '53.37 billion yuan'],
    ['zh', '533.7亿元', 'ru', '53,37 млрд юаней'],
    ['zh', '533.7亿元', 'hi', '53.37 अरब युआन'],
    ['zh', '533.7亿元', 'ar', '٥٣٫٣٧ مليار يوان'],
    ['zh', '533.7亿元', 'ko', '533.7억 위안'],
    ['zh', '533.7亿元', 'en', '53,370,000,000'],
    ['zh', '998名', 'en', '998 volunteers'],
    ['zh', '5.2%', 'ru', '5,2 процента'],
    ['zh', '百分之五', 'en', '5 percent'],
    ['zh', '8月31日', 'en', '31 August 2025'],
    ['zh', '2025年', 'en', '31 August 2025'],
    ['zh', '2025年', 'en', '2025'],
    ['zh', '20多个国家', 'en', 'twenty countries'],
    ['zh', '5万千瓦', 'en', '50 MW'],
    ['hi', '5 करोड़', 'en', '50 million'],
    ['zh', '第25届', 'en', '25th'],
    ['zh', '下午3时30分', 'en', '3:30 p.m.'],
    ['zh', '下午3点半', 'de', '15:30'],
  ])('%s %s = %s %s', (first, a, second, b) => {
    expect(sameValue(figure(first, a), figure(second, b))).toBe(true);
    expect(sameValue(figure(second, b), figure(first, a))).toBe(true);
  });

  it.each([
    ['zh', '533.7亿元', 'en', '53.47 billion yuan'],
    ['zh', '533.7亿元', 'en', '5.337 billion yuan'],
    ['zh', '533.7亿元', 'en', '53.37 billion dollars'],
    ['zh', '5.2%', 'en', '5.2 million'],
    ['zh', '下午3时30分', 'en', '4:30 p.m.'],
    ['zh', '5.2%', 'en', '5 percent'],
    ['zh', '5.2%', 'en', '5.2 percentage points'],
    ['zh', '8月31日', 'en', '30 August 2025'],
    ['zh', '8月31日', 'en', '31 July'],
    ['zh', '8月31日', 'en', '2025'],
    ['zh', '998名', 'en', '989 people'],
    ['zh', '998名', 'en', '998 tonnes'],
    ['en', '10:30', 'en', '630'],
  ])('%s %s ≠ %s %s', (first, a, second, b) => {
    expect(sameValue(figure(first, a), figure(second, b))).toBe(false);
    expect(sameValue(figure(second, b), figure(first, a))).toBe(false);
  });

  it('accepts rounding to the precision stated only where it is asked to', () => {
    const [exact, rounded] = [figure('zh', '533.7亿元'), figure('en', '53 billion yuan')];
    expect(sameValue(exact, rounded)).toBe(false);
    expect(sameValue(exact, rounded, { rounding: true })).toBe(true);
    expect(sameValue(exact, figure('en', '54 billion yuan'), { rounding: true })).toBe(false);
  });

  it('never rounds to one digit', () => {
    expect(sameValue(figure('zh', '5.2%'), figure('en', '5 percent'), { rounding: true })).toBe(false);
  });
});
