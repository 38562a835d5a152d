/** Decides whether two figures, possibly from texts of different languages, state the same value. */
import type { Quantity } from './quantity.ts';

export interface SameValueOptions {
  /**
   * Accepts a figure rounded to the precision that it states: 53 billion for 53.37 billion. It must keep two
   * significant digits. Off by default: a translation has no reason to round.
   */
  readonly rounding?: boolean;
}

/** Minutes: half past three in the afternoon is 15:30 or 3:30, as a language writes it. */
const HALF_DAY = 720;

export function sameValue(a: Quantity, b: Quantity, options: SameValueOptions = {}): boolean {
  if (a.kind === 'date' || b.kind === 'date') return sameDate(a, b);
  if ((a.kind === 'time') !== (b.kind === 'time')) return false;
  if ((a.kind === 'percent') !== (b.kind === 'percent')) return false;
  if (a.unit !== null && b.unit !== null && a.unit !== b.unit) return false;
  const difference = Math.abs(a.value - b.value);
  if (a.kind === 'time') return difference % HALF_DAY === 0;
  if (difference <= Math.max(Math.abs(a.value), Math.abs(b.value)) * 1e-9) return true;
  return options.rounding === true && isRounded(a, b, difference);
}

function isRounded(a: Quantity, b: Quantity, difference: number): boolean {
  const coarse = a.precision > b.precision ? a : b;
  const twoDigits = Math.abs(coarse.value) / coarse.precision >= 10;
  return a.precision !== b.precision && twoDigits && difference <= coarse.precision / 2;
}

/** Years, months and days that both state must agree, and they must share at least one. */
function sameDate(a: Quantity, b: Quantity): boolean {
  const [first, second] = [dateParts(a), dateParts(b)];
  let shared = 0;
  for (let part = 0; part < 3; part++) {
    const [x, y] = [first[part], second[part]];
    if (!x || !y) continue;
    if (x !== y) return false;
    shared++;
  }
  return shared > 0;
}

function dateParts(quantity: Quantity): readonly number[] {
  if (quantity.kind === 'year') return [quantity.value, 0, 0];
  if (quantity.kind !== 'date') return [0, 0, 0];
  return [Math.floor(quantity.value / 10_000), Math.floor(quantity.value / 100) % 100, quantity.value % 100];
}
