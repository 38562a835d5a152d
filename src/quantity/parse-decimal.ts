/** Reads one number written in digits, deciding which separators group thousands and which begin decimals. */

import { shippedStyle } from './locale-data.ts';

export interface NumberStyle {
  readonly decimal: string;
  readonly group: string;
  /** Whether a space may group besides. */
  readonly spaced: boolean;
}

export interface WrittenNumber {
  readonly value: number;
  /** Digits after the decimal separator. */
  readonly decimals: number;
  readonly end: number;
}

const GROUPED = /^\d{1,3}(?:([.,'٬،\u00a0 ])\d{3})(?:\1\d{3})*(?!\d)/u;
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}(?!\d)/u;
const DECIMAL = /^[.,٫]\d+/u;
const DEFAULT: NumberStyle = { decimal: '.', group: ',', spaced: false };

/** Point or comma by locale data, yet a space by the rules of their academies or by ISO 80000. */
const SPACE_AS_WELL: ReadonlySet<string> = new Set(['es', 'ca', 'gl', 'pt', 'it', 'ro', 'de', 'nl']);

const styles = new Map<string, NumberStyle>();

/** The separators of a language as the runtime's locale data has them; English ones where it is not known. */
export function numberStyle(language: string): NumberStyle {
  let style = styles.get(language);
  if (style === undefined) {
    style = language === '' ? DEFAULT : withSpace(language, shippedStyle(language) ?? readStyle(language));
    styles.set(language, style);
  }
  return style;
}

function withSpace(language: string, style: Omit<NumberStyle, 'spaced'>): NumberStyle {
  return { ...style, spaced: style.group === ' ' || SPACE_AS_WELL.has(language) };
}

function readStyle(language: string): Omit<NumberStyle, 'spaced'> {
  const parts = new Intl.NumberFormat(`${language}-u-nu-latn`).formatToParts(1_234_567.5);
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.';
  const group = parts.find((part) => part.type === 'group')?.value ?? ',';
  return { decimal, group: /\s/u.test(group) ? ' ' : group };
}

/** Null where the digits are no number, as in a version or an address (`1.2.3`). `text[start]` must be a digit. */
export function parseDecimal(text: string, start: number, style: NumberStyle): WrittenNumber | null {
  const rest = text.slice(start, start + 40);
  // Longer runs are identifiers, and their value would not be exact.
  if (/^\d{16}/u.test(rest)) return null;
  const whole = groupedWhole(rest, style) ?? /^\d+/u.exec(rest)?.[0] ?? '';
  const used = /\D/u.exec(whole)?.[0] ?? '';
  const decimals = decimalPart(rest.slice(whole.length), whole, used, style);
  if (decimals === null) return null;
  const digits = whole.replace(/\D/gu, '');
  const value = Number(decimals === '' ? digits : `${digits}.${decimals}`);
  const end = start + whole.length + (decimals === '' ? 0 : decimals.length + 1);
  return { value, decimals: decimals.length, end };
}

function groupedWhole(rest: string, style: NumberStyle): string | null {
  const indian = INDIAN.exec(rest)?.[0];
  if (indian !== undefined) return indian;
  const match = GROUPED.exec(rest);
  if (match === null) return null;
  const [run, separator] = [match[0], match[1] ?? ''];
  if (separator === ' ' && !style.spaced && !/^,\d{1,2}(?!\d)/u.test(rest.slice(run.length))) return null;
  const once = run.split(separator).length === 2;
  const ambiguous = once && (separator === '.' || separator === ',');
  if (!ambiguous) return run;
  if (run.startsWith('0')) return null;
  // A decimal separator of the other kind right behind settles it: 1.234,5.
  const next = rest.slice(run.length);
  if (/^[.,٫]\d/u.test(next) && !next.startsWith(separator)) return run;
  if (separator === style.decimal) return null;
  if (separator === style.group) return run;
  // Not this language's group sign: 1,234 is still grouped in languages that use a space, 1.234 is not.
  return separator === ',' && style.decimal !== ',' ? run : null;
}

/** The decimals without their separator, `''` where there are none, null where the run is no number. */
function decimalPart(rest: string, whole: string, used: string, style: NumberStyle): string | null {
  const found = DECIMAL.exec(rest)?.[0];
  if (found === undefined) return '';
  const sign = found.charAt(0);
  const chained = rest.charAt(found.length) === sign && /\d/u.test(rest.charAt(found.length + 1));
  if (sign === used) return sign === '.' ? null : '';
  if (chained) return sign === '.' ? null : '';
  // 2023,2024 is a list where the comma does not begin decimals.
  const list =
    used === '' && sign === ',' && style.decimal !== ',' && (whole.length >= 4 || found.length > 4);
  return list ? '' : found.slice(1);
}
