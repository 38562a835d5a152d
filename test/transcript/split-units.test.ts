/** Lines become units; only a page wrapped at a width has its lines joined. */
import { describe, expect, it } from 'vitest';
import { splitLines, splitUnits } from '../../src/transcript/split-units.ts';

const never = (): boolean => false;

describe('splitLines', () => {
  it('trims white space, byte-order and direction marks, and counts lines from one', () => {
    const text = '\uFEFF\u200F first \r\n\r\n\tsecond\u200E\rthird\u2028fourth';
    const lines = splitLines(text);
    expect(lines.map((line) => [line.line, line.text, line.afterBlank])).toEqual([
      [1, 'first', true],
      [3, 'second', true],
      [4, 'third', false],
      [5, 'fourth', false],
    ]);
    for (const line of lines) expect(text.slice(line.start, line.end)).toBe(line.text);
  });

  it('gives nothing for an empty or invisible text', () => {
    expect(splitLines('')).toEqual([]);
    expect(splitLines(' \n\u200B\uFEFF\r\n\t')).toEqual([]);
  });
});

describe('splitUnits', () => {
  const wrapped = [
    'The harbour was dredged twice last year, and the sand was taken to',
    'the northern beach, where the storm of the winter before had left',
    'nothing but clay.',
    'The work took nine weeks and two ships.',
    '',
    'Next year the western basin follows, provided that the council and',
    'the fishermen agree.',
  ].join('\n');

  it('joins wrapped lines, and starts anew after a short line or a blank one', () => {
    const units = splitUnits(wrapped, never);
    expect(units.map((unit) => unit.text.slice(0, 8))).toEqual(['The harb', 'The work', 'Next yea']);
    expect(units[0]?.text).toContain('taken to\nthe northern');
    for (const unit of units) expect(wrapped.slice(unit.start, unit.end)).toBe(unit.text);
  });

  it('starts a unit at a line that opens a turn', () => {
    const units = splitUnits(wrapped, (line) => line.text.startsWith('the northern'));
    expect(units.map((unit) => unit.line)).toEqual([1, 2, 4, 6]);
  });

  it('leaves lines alone where each is a paragraph', () => {
    const text = 'A short one.\nThen a much longer line that says a good deal more than that.\nAnd an end.';
    expect(splitUnits(text, never)).toHaveLength(3);
  });
});
