/** Finds numbers with their scale words and units in a folded text. */
import { currencyOf, unitsAfter, unitsBefore, type Unit } from './unit-words.ts';
import { HAN_NUMERAL, parseHanNumber } from './han-number.ts';
import { foldText } from './fold-text.ts';
import { numberStyle, parseDecimal } from './parse-decimal.ts';
import { numberBeforeScale, numberWords, readWordNumber } from './number-words.ts';
import { SCALE_FIRST, scaleWords } from './scale-words.ts';
import { isLetter } from './word-table.ts';
import type { QuantityKind } from './quantity.ts';

/** A find with offsets into the folded text. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly precision: number;
  readonly unit: string | null;
  readonly kind: QuantityKind;
  readonly form: 'digits' | 'words';
}

/** The bare number at a place, before scale and unit. */
interface Seed {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly precision: number;
  readonly form: 'digits' | 'words';
}

interface Source {
  readonly text: string;
  readonly language: string;
  /** The original's characters at a folded offset, for case. */
  readonly original: (offset: number) => string;
}

/** Romanian puts `de` between a number and what it counts. */
const skipSpace = (text: string, at: number): number =>
  at + (/^[\s\u00a0]{0,2}(?:-|de\s)?/u.exec(text.slice(at, at + 5))?.[0].length ?? 0);
const APPROXIMATE = /^(?:多|余|餘|여|数)/u;
/** What a small Han numeral must stand before to be read as a number rather than as part of a word. */
const CLASSIFIER =
  /^(?:个|個|名|位|次|年|天|家|座|所|人|届|屆|场|場|项|項|条|條|倍|成|类|類|种|種|国|國|省|市|地|批|期|轮|輪|岁|歲|件|款|吨|公里|米|元|角|级|級|层|層|艘|辆|台|架|门|門|组|組|队|隊|方|大|万|亿|ヶ国|カ国|つ|回|社|点|周)/u;

/** Letters for thousands and more that only count when written tightly: 5k, $3bn, 2M. */
function letterScale(
  source: Source,
  at: number,
  money: boolean,
): { readonly scale: number; readonly end: number } | null {
  const letter = source.text.charAt(at);
  if (!/[kmbt]/u.test(letter) || isLetter(source.text[at + 1])) return null;
  const sure = letter === 'k' || money || source.original(at) !== letter;
  const scale = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 }[letter] ?? 1;
  return sure ? { scale, end: at + 1 } : null;
}

interface Scaled {
  readonly scale: number;
  readonly end: number;
}

/** Multiplies the chain of scale words from `at`: 万亿, thousand million, mil millones. */
function readScale(source: Source, from: number, money: boolean): Scaled {
  const table = scaleWords(source.language);
  let [scale, end] = [1, from + (APPROXIMATE.exec(source.text.slice(from, from + 1))?.[0].length ?? 0)];
  for (;;) {
    const tight = letterScale(source, end, money);
    if (tight !== null && scale === 1) return { scale: tight.scale, end: tight.end };
    const at = skipSpace(source.text, end);
    const word = table.match(source.text, at);
    const unit = unitsAfter().match(source.text, at);
    if (word === null || (unit !== null && unit.end > word.end)) break;
    [scale, end] = [scale * word.value, word.end];
  }
  return { scale, end: scale === 1 ? from : end };
}

/** What may stand between the parts of a number: a space, and in Arabic the word for “and”. */
const LOWER_PART = /^([\s\u00a0]?و?)\d/u;

/** 1亿2000万, 3만 5천, 2 लाख 50 हज़ार: a smaller scaled number right behind is part of the same number. */
function addLowerParts(source: Source, seed: Seed, scaled: Scaled): Seed & { readonly scaled: boolean } {
  let value = seed.value * scaled.scale;
  let [end, limit, precision] = [scaled.end, scaled.scale, seed.precision * scaled.scale];
  while (limit > 1 && Number.isInteger(seed.value)) {
    const joint = LOWER_PART.exec(source.text.slice(end, end + 4))?.[1];
    const at = joint === undefined ? -1 : end + joint.length;
    const next = at < 0 ? null : parseDecimal(source.text, at, numberStyle(source.language));
    if (next === null) break;
    const lower = readScale(source, next.end, false);
    // ألفا و700 is one number, آلاف و3 are two.
    const full = joint?.includes('و') === true && next.value * 10 >= limit;
    const adjacent = full || (at === end && /[万萬亿億만억]/u.test(source.text.charAt(end - 1)));
    if (lower.scale >= limit || next.value * lower.scale >= limit || (lower.scale === 1 && !adjacent)) break;
    value += next.value * lower.scale;
    [end, limit, precision] = [lower.end, lower.scale, 10 ** -next.decimals * lower.scale];
  }
  return { ...seed, value: round(value), precision, end, scaled: end > seed.end };
}

/** Removes the binary noise of decimals times powers of ten. */
function round(value: number): number {
  return Number(value.toPrecision(14));
}

function unitBehind(source: Source, end: number): { readonly unit: Unit; readonly end: number } | null {
  const tight = APPROXIMATE.exec(source.text.slice(end, end + 1)) === null ? end : end + 1;
  const at = skipSpace(source.text, tight);
  // 名/位/人 after a space belong to what follows.
  const found = unitsAfter().match(source.text, at);
  return found === null ? null : { unit: found.value, end: found.end };
}

function unitInFront(source: Source, start: number): { readonly unit: Unit; readonly start: number } | null {
  const at = start - (/[\s\u00a0]$/u.test(source.text.slice(Math.max(0, start - 1), start)) ? 1 : 0);
  const found = unitsBefore().matchBefore(source.text, at);
  return found === null ? null : { unit: found.value, start: found.start };
}

const ORDINAL_BEHIND =
  /^(?:(?:st|nd|rd|th)(?![\p{L}])|-?(?:и|я|е|го|му|м|ои|ыи|х|ая|ое)(?![\p{L}])|[ºª]|\.?\s?-?(?:inci|nci|uncu|ncu)(?![\p{L}])|(?:e|er|eme)(?![\p{L}])|번째|차례)/u;
/** A five-year plan was read whole: what counts it is an ordinal. */
const PLAN_BEHIND = /十[一二三四五六七八九]五$/u;
const ORDINAL_IN_FRONT = /(?:第|제|thu\s|ke-)$/u;

function isOrdinal(source: Source, start: number, end: number): number {
  if (ORDINAL_IN_FRONT.test(source.text.slice(Math.max(0, start - 4), start))) return end;
  if (PLAN_BEHIND.test(source.text.slice(start, end))) return end;
  const found = ORDINAL_BEHIND.exec(source.text.slice(end, end + 6))?.[0] ?? '';
  return found === '' ? -1 : end + found.length;
}

function complete(source: Source, seed: Seed): FoundNumber {
  const front = unitInFront(source, seed.start);
  const number = addLowerParts(source, seed, readScale(source, seed.end, front?.unit.kind === 'money'));
  const ordinal =
    number.scaled || !Number.isInteger(seed.value) ? -1 : isOrdinal(source, seed.start, seed.end);
  const base = { start: seed.start, value: number.value, precision: number.precision, form: seed.form };
  if (ordinal >= 0) return { ...base, end: ordinal, unit: null, kind: 'ordinal' };
  const behind = unitBehind(source, number.end);
  // 5% stands with its sign behind; a sign in front belongs to it only where none is behind.
  const chosen = behind?.unit ?? front?.unit ?? null;
  const start = behind === null || behind.unit.kind === 'money' ? (front?.start ?? seed.start) : seed.start;
  if (chosen === null)
    return { ...base, start, end: number.end, unit: null, kind: bareKind(seed, number.scaled) };
  const unit = chosen.kind === 'money' ? currencyOf(chosen.name, source.language) : chosen.name;
  const value = round(number.value * chosen.factor);
  const precision = number.precision * chosen.factor;
  return { ...base, start, end: behind?.end ?? number.end, value, precision, unit, kind: chosen.kind };
}

/** A bare whole number of four digits in this range is read as a year. */
function bareKind(seed: Seed, scaled: boolean): QuantityKind {
  const year =
    !scaled &&
    seed.form === 'digits' &&
    seed.end - seed.start === 4 &&
    seed.value >= 1900 &&
    seed.value <= 2100;
  return year ? 'year' : 'number';
}

/** A minus sign, or a hyphen between a space and the digits that is neither a range nor a list's bullet. */
function isNegative(source: Source, at: number): boolean {
  const sign = source.original(at - 1);
  const before = source.text.slice(Math.max(0, at - 24), at - 1);
  if (sign === '−') return !/\d\s?$/u.test(before);
  return sign === '-' && /[^\d\s]\s+$|\($/u.test(before) && !/\n\s*$/u.test(before);
}

function runEnd(text: string, at: number, run: RegExp): number {
  run.lastIndex = at;
  return at + (run.exec(text)?.[0].length ?? 1);
}

/** Skips digits inside names (G20, 5G, A4) and versions (1.2.3). */
function digitSeeds(source: Source, taken: (at: number) => boolean): Seed[] {
  const { text } = source;
  const seeds: Seed[] = [];
  const style = numberStyle(source.language);
  for (let at = 0; at < text.length; at++) {
    if (!/\d/u.test(text.charAt(at)) || taken(at)) continue;
    const written = parseDecimal(text, at, style);
    const inName = /[a-z]/u.test(text.charAt(at - 1)) && unitInFront(source, at) === null;
    const end = (inName ? undefined : written?.end) ?? runEnd(text, at, inName ? /\d+/uy : /[\d.]+/uy);
    const capital = /[a-z]/u.test(text.charAt(end)) && source.original(end) !== text.charAt(end);
    const isName =
      inName ||
      (capital && unitsAfter().match(text, end) === null && letterScale(source, end, true) === null);
    if (written !== null && !isName) {
      const negative = isNegative(source, at);
      const value = negative ? -written.value : written.value;
      const precision = 10 ** -written.decimals;
      seeds.push({ start: negative ? at - 1 : at, end, value, precision, form: 'digits' });
    }
    at = end - 1;
  }
  return seeds;
}

/** 十四五, 十五五: the fourteenth and fifteenth five-year plans; the digits before the last 五 count them. */
const FIVE_YEAR_PLAN = /^十[一二三四五六七八九]五$/u;

function hanSeeds(source: Source, taken: (at: number) => boolean): Seed[] {
  const seeds: Seed[] = [];
  for (const match of source.text.matchAll(HAN_NUMERAL)) {
    const [run, start] = [match[0], match.index];
    if (taken(start) || /\d/u.test(source.text.charAt(start - 1)) || /^[百千万萬亿億]/u.test(run)) continue;
    const plan = FIVE_YEAR_PLAN.test(run);
    const number = parseHanNumber(plan ? run.slice(0, 2) : run);
    if (number === null) continue;
    const end = start + run.length;
    const percent = source.text.slice(Math.max(0, start - 3), start) === '百分之';
    const ordinal = source.text.charAt(start - 1) === '第';
    const counted = number.value >= 2 && CLASSIFIER.test(source.text.slice(end, end + 2));
    const long =
      run.length > 1 && number.value >= 10 && !(run.endsWith('十') && source.text.charAt(end) === '分');
    if (plan || percent || ordinal || counted || long) seeds.push({ start, end, ...number, form: 'words' });
  }
  return seeds;
}

function wordSeeds(source: Source, taken: (at: number) => boolean): Seed[] {
  const words = numberWords(source.text, source.language, (word) => foldText(word).text);
  const seeds: Seed[] = [];
  for (const match of source.text.matchAll(/(?<![\p{L}\p{M}\p{N}'])[\p{L}\p{M}']+/gu)) {
    const counted = numberBeforeScale(match[0], (word) => foldText(word).text);
    const end = match.index + match[0].length;
    if (counted !== undefined && !taken(match.index) && readScale(source, end, false).scale >= 1000) {
      seeds.push({ start: match.index, end, value: counted, precision: 1, form: 'words' });
      continue;
    }
    if (!words.has(match[0]) || taken(match.index) || (seeds.at(-1)?.end ?? 0) > match.index) continue;
    const read = readWordNumber(source.text, match.index, words);
    if (read !== null)
      seeds.push({ start: match.index, end: read.end, value: read.value, precision: 1, form: 'words' });
  }
  return seeds;
}

/** සිංහල and Swahili put the scale before the number. */
function scaleInFront(source: Source, found: FoundNumber): FoundNumber {
  if (!SCALE_FIRST.has(source.language)) return found;
  const at = source.text.slice(0, found.start).trimEnd().length;
  const scale = scaleWords(source.language).matchBefore(source.text, at);
  if (scale === null) return found;
  const [value, precision] = [round(found.value * scale.value), found.precision * scale.value];
  return {
    ...found,
    start: scale.start,
    value,
    precision,
    kind: found.kind === 'year' ? 'number' : found.kind,
  };
}

/** 10-15 %, 5-7 million: the first number of a range shares the unit and scale of the second. */
function shareRange(source: Source, found: readonly FoundNumber[]): FoundNumber[] {
  return found.map((first, index) => {
    const second = found[index + 1];
    if (second === undefined || first.unit !== null || first.form === 'words' || first.kind === 'year')
      return first;
    if (!/^\s?[-至到]\s?$/u.test(source.text.slice(first.end, second.start))) return first;
    const scale = first.value >= second.value ? 1 : second.precision / Math.min(1, first.precision);
    const shared =
      second.precision > 1 && first.precision <= 1 && first.value * scale < second.value ? scale : 1;
    return {
      ...first,
      value: round(first.value * shared),
      precision: first.precision * shared,
      unit: second.unit,
      kind: second.kind,
    };
  });
}

/** In order of place; `taken` tells the places that dates occupy. */
export function findNumbers(source: Source, taken: (at: number) => boolean): readonly FoundNumber[] {
  const seeds = [...digitSeeds(source, taken), ...hanSeeds(source, taken), ...wordSeeds(source, taken)];
  seeds.sort((a, b) => a.start - b.start);
  const found: FoundNumber[] = [];
  for (const seed of seeds) {
    if (seed.start < (found.at(-1)?.end ?? 0)) continue;
    found.push(scaleInFront(source, complete(source, seed)));
  }
  return shareRange(source, found);
}
