import type { Passage } from '../../src/passage/passage.ts';

/** A passage of so many sentences without any text. */
export function emptyPassage(document: string, sentences: number): Passage {
  const span = { start: 0, end: 1 };
  return {
    ...span,
    id: `${document}/p1`,
    document,
    turn: 't1',
    headings: [],
    sentences: Array.from({ length: sentences }, () => span),
  };
}
