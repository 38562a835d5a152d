/** Each invented transcript, in its own language and its own way of marking speakers, gives the turns written beside it. */
import { describe, expect, it } from 'vitest';
import { outlineOf, readFixtures, readOutline } from './read-fixtures.ts';

describe('invented transcripts', () => {
  for (const fixture of readFixtures()) {
    it(`parses ${fixture.name}`, () => {
      expect(outlineOf(fixture)).toEqual(readOutline(fixture.name));
    });
  }
});
