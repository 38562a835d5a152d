/** What a figure in a text is once its script, notation and language are taken away. */

export type QuantityKind = 'number' | 'percent' | 'money' | 'date' | 'year' | 'time' | 'ordinal';

export interface Quantity {
  /** Half-open range `[start, end)` in UTF-16 code units of the text searched. */
  readonly start: number;
  readonly end: number;
  /**
   * The value in `unit`: 53370000000 for 533.7亿, 5.3 for 5.3 %. A date counts as yyyymmdd (missing parts are 0), a year
   * as itself, a time of day as minutes since midnight.
   */
  readonly value: number;
  /** Value of one unit in the last place written: 10000000 for 533.7亿, 0.1 for 5.3 %. */
  readonly precision: number;
  /** `percent`, an ISO 4217 currency, `person`, `ton`, `kilowatt`, `times`, …; null where none is sure. */
  readonly unit: string | null;
  readonly kind: QuantityKind;
  /** `words` for figures written out (`zwanzig`, 二十): weaker evidence than digits. */
  readonly form: 'digits' | 'words';
  /** Dates and years: `2025-08-31`, `2025-08`, `2025`; without a year `--08-31`, `--08`. Times: `T10:30`. */
  readonly iso?: string;
}
