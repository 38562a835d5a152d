/** Reads numbers written in Han numerals (二十, 三百零五, 两亿, 二〇二五). */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

export const HAN_NUMERAL = /[零〇一二两兩三四五六七八九十百千万萬亿億]+(?:点[零〇一二三四五六七八九]+)?/gu;

export interface HanNumber {
  readonly value: number;
  /** Value of one unit in the last place written. */
  readonly precision: number;
}

/** Null where the characters do not form one number (十四五, 二三十, 三三). */
export function parseHanNumber(text: string): HanNumber | null {
  const [whole = '', fraction] = text.split('点');
  if (/^[零〇一二三四五六七八九]{4}$/u.test(whole)) return { value: positional(whole), precision: 1 };
  const base = parseWhole(whole);
  if (base === null || fraction === undefined) return base === null ? null : { value: base, precision: 1 };
  const scale = 10 ** -fraction.length;
  return { value: base + positional(fraction) * scale, precision: scale };
}

function positional(text: string): number {
  let value = 0;
  for (const character of text) value = value * 10 + (DIGITS[character] ?? 0);
  return value;
}

/** Sections below 万 are read digit by unit; each unit must be smaller than the one before. */
function parseWhole(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  let lastLarge = Infinity;
  for (const character of text) {
    const value = DIGITS[character];
    const small = SMALL[character];
    if (value === 0) {
      if (digit !== null) return null;
    } else if (value !== undefined) {
      if (digit !== null || lastUnit === 1) return null;
      digit = value;
    } else if (small !== undefined) {
      if (small >= lastUnit || (digit === null && small !== 10)) return null;
      section += (digit ?? 1) * small;
      [digit, lastUnit] = [null, small];
    } else {
      const large = LARGE[character] ?? 1;
      const before = section + (digit ?? 0);
      if (before === 0 && total === 0) return null;
      if (large < lastLarge && before === 0) return null;
      if (large > lastLarge || before === 0) total = (total + before) * large;
      else total += before * large;
      [section, digit, lastUnit, lastLarge] = [0, null, Infinity, large];
    }
  }
  // 三百五 and 一万五 leave out the next unit; without it they are ambiguous beside 三百零五.
  const colloquial = digit !== null && text.length > 1 && /[百千万萬亿億][一二三四五六七八九]$/u.test(text);
  return colloquial ? null : total + section + (digit ?? 0);
}
