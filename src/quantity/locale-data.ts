/** Reads the locale data that ships with the project, so that every runtime reads the same figures in the same texts. */
import { LOCALE_ROWS } from './locale-rows.ts';

interface LocaleRow {
  readonly language: string;
  /** `style`: decimal and grouping sign; `long`, `short`: twelve names of months. `_` is a space. */
  readonly kind: string;
  readonly words: readonly string[];
}

let rows: readonly LocaleRow[] | null = null;

function readRows(): readonly LocaleRow[] {
  rows ??= LOCALE_ROWS.trim()
    .split('\n')
    .map((line) => {
      const [language = '', kind = '', ...words] = line.split(' ');
      return { language, kind, words };
    });
  return rows;
}

/** Decimal and grouping sign, or null where the runtime's own data are to be asked. */
export function shippedStyle(language: string): { readonly decimal: string; readonly group: string } | null {
  const row = readRows().find((row) => row.language === language && row.kind === 'style');
  const [decimal, group] = row?.words ?? [];
  return decimal === undefined || group === undefined ? null : { decimal, group: group.replace('_', ' ') };
}

export interface ShippedMonths {
  readonly long: boolean;
  /** January to December. */
  readonly names: readonly string[];
}

/** Short names first; empty where the runtime's own data are to be asked. */
export function shippedMonths(language: string): readonly ShippedMonths[] {
  const own = readRows().filter((row) => row.language === language && row.kind !== 'style');
  const months = own.map(({ kind, words }) => ({ long: kind === 'long', names: words }));
  return [...months.filter(({ long }) => !long), ...months.filter(({ long }) => long)];
}
