/** A gold file that cannot be used: says where, what stands there and what is accepted, in one line. */

export interface GoldPlace {
  readonly file: string;
  /** One-based; absent where the fault concerns the whole file. */
  readonly line?: number;
}

export class GoldError extends Error {
  override readonly name = 'GoldError';

  constructor({ file, line }: GoldPlace, fault: string, options?: ErrorOptions) {
    super(`${line === undefined ? file : `${file}:${line}`}: ${fault}`, options);
  }
}

const SHOWN_CHARACTERS = 80;

/** A value as an error line shows it: JSON, cut where it is long. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > SHOWN_CHARACTERS ? `${json.slice(0, SHOWN_CHARACTERS)}…` : json;
}
