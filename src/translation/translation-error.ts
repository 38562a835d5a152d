/** A translation that does not align with its original: says where and what was expected. */
export class TranslationError extends Error {
  override readonly name = 'TranslationError';
  /** One-based line of the translation file. */
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
  }
}
