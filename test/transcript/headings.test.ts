/** Section headings are found with their depth; lists and short sentences stay speech. */
import { describe, expect, it } from 'vitest';
import { findHeadings } from '../../src/transcript/find-headings.ts';
import { splitLines } from '../../src/transcript/split-units.ts';

/** The headings of paragraphs set apart by blank lines, as "level text". */
function headings(paragraphs: readonly string[], closed = false): readonly string[] {
  const found = findHeadings(splitLines(paragraphs.join('\n\n')), closed);
  return [...found].map(([at, level]) => `${level} ${paragraphs[at]}`);
}

describe('findHeadings', () => {
  it('nests numberings in the order in which they first appear', () => {
    const text = [
      '一、总体情况',
      '情况良好。',
      '(一)水库',
      '共四十二座。',
      '(二)河道',
      '共九条。',
      '二、下一步',
      '继续巡查。',
    ];
    expect(headings(text)).toEqual(['1 一、总体情况', '2 (一)水库', '2 (二)河道', '1 二、下一步']);
    expect(headings(['I. The river', 'It is clean.', 'II. The lake', 'It is not.'])).toEqual([
      '1 I. The river',
      '1 II. The lake',
    ]);
    expect(headings(['## One', 'Text.', '### Deeper', 'Text.', '## Two', 'Text.'])).toEqual([
      '1 ## One',
      '2 ### Deeper',
      '1 ## Two',
    ]);
  });

  it('leaves sentences and lists in the speech', () => {
    expect(headings(['一是水库安全。', '二是河道畅通。', '一、我们要抓紧时间。'])).toEqual([]);
    expect(headings(['We need three things', '1. Fuel', '2. Crews', '3. Fog horns', 'That is all.'])).toEqual(
      [],
    );
  });

  it('takes short lines over paragraphs for headings only where there are several', () => {
    const opening = [
      'Good morning to all of you.',
      'The road',
      'It is finished, and the lamps are lit from dusk.',
    ];
    expect(headings([...opening, 'The school', 'It has a new hall, which is open on Sundays.'])).toEqual([
      '1 The road',
      '1 The school',
    ]);
    expect(headings([...opening, 'It rained.', 'We went home by the old path.'])).toEqual([]);
  });

  it('knows the line that announces the questions, before the next turn', () => {
    expect(headings(['谢谢大家。', '答记者问'], true)).toEqual(['1 答记者问']);
    expect(headings(['谢谢大家。', '谢谢'], true)).toEqual([]);
  });
});
