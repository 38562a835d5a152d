/** An index on disk that cannot be used; `mend` is the command that puts it right. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';

  constructor(reason: string, options?: ErrorOptions) {
    super(`the index cannot be used: ${reason}; rebuild it with "lectern ingest"`, options);
  }
}
