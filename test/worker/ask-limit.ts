/** Questions a visitor may ask in a minute in the Worker tests, set in vitest.worker.config.ts. */
export const ASK_LIMIT = 4;
