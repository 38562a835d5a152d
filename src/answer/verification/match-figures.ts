/** Compares the figures of two texts of different languages. */
import { findQuantities } from '../../quantity/find-quantities.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import { sameValue } from '../../quantity/same-value.ts';

export interface Figure extends Quantity {
  /** As written. */
  readonly written: string;
}

/** Figures of `text`, without indices such as that of CO₂, which belong to a name. */
export function figuresOf(text: string, language: string): Figure[] {
  return findQuantities(text, language)
    .map((quantity) => ({ ...quantity, written: text.slice(quantity.start, quantity.end) }))
    .filter((figure) => !isIndex(figure, text));
}

function isIndex({ written, start }: Figure, text: string): boolean {
  return (
    /^[\u2070-\u209F]/u.test(written) ||
    (/^\d$/.test(written) && /(?:^|[^\p{L}])CO$/u.test(text.slice(0, start)))
  );
}

/** Whether a figure that a text states stands in `others` as a value: neither unit nor kind may contradict. */
export function states(figure: Figure, others: readonly Figure[]): boolean {
  return others.some((other) => sameValue(figure, other) || isDayOf(figure, other) || isDayOf(other, figure));
}

/** “1-sentabr” read as a bare 1, where the other text has the whole date. */
function isDayOf(number: Figure, date: Figure): boolean {
  if (number.kind !== 'number' || number.unit !== null || date.kind !== 'date') return false;
  return number.value > 0 && date.value % 100 === number.value;
}
