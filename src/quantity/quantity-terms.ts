/** Figures as words of no language, so that a question with a figure finds it in every language. */
import { findQuantities } from './find-quantities.ts';
import type { Quantity } from './quantity.ts';

/** `#53370000000`, `#5.3%`, `@08-31`, `@2025`, `@T10:30`: one or two for each figure, in order of place. */
export function quantityTerms(text: string, language?: string): string[] {
  return findQuantities(text, language).flatMap(termsOf);
}

/** The terms of one figure. */
export function termsOf(quantity: Quantity): string[] {
  if (quantity.kind === 'date') return dateTerms(quantity.iso ?? '');
  if (quantity.kind === 'year') return [`@${quantity.value}`];
  if (quantity.kind === 'time') return [`@${quantity.iso ?? ''}`];
  return [`#${String(quantity.value)}${quantity.kind === 'percent' ? '%' : ''}`];
}

/** A full date is found by its day and by its year, so that each may be asked for alone. */
function dateTerms(iso: string): string[] {
  const [year, rest] = iso.startsWith('--') ? ['', iso.slice(2)] : [iso.slice(0, 4), iso.slice(5)];
  const day = rest === '' ? [] : [`@${rest.length === 2 ? `m${rest}` : rest}`];
  return year === '' ? day : [...day, `@${year}`];
}
