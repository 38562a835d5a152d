/** A model that cannot be used: which, why, and what mends it. */
export class ModelError extends Error {
  override readonly name = 'ModelError';

  constructor(model: string, reason: string, mend: string, options?: ErrorOptions) {
    super(`model "${model}": ${reason}; ${mend}`, options);
  }
}
