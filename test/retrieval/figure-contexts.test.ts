/** What stands beside a figure, in scripts with and without spaces, and how it tells two sentences with figures apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFigures, readFigures, textAround } from '../../src/retrieval/figure-contexts.ts';

/** Texts beside the figures of a sentence, through numbers and back. */
function beside(text: string, language: string): string[] {
  const seen: string[] = [];
  const packed = packFigures(text, language, (piece) => [seen.push(piece) - 1, 7]);
  return readFigures(Uint32Array.from(packed)).map(
    ({ answers, tokens }) => `${answers}: ${seen[tokens[0] ?? -1]?.trim()}`,
  );
}

describe('the words beside a figure', () => {
  it('are whole words of its clause', () => {
    expect(
      beside('The port, with 998 volunteers from colleges, opened on 3 May 2024 at last.', 'en'),
    ).toEqual(['quantity: with 998 volunteers from', 'date: opened on 3 May 2024 at last']);
  });

  it('are some characters where no spaces are written', () => {
    expect(beside('从高校选拔998名志愿者,服务于新闻中心。', 'zh')).toEqual([
      expect.stringMatching(/^quantity: 从高校选拔998名?志愿者$/),
    ]);
    expect(beside('天津与上合组织国家缔结20对友城,并设立10个鲁班工坊。', 'zh')).toEqual([
      'quantity: 组织国家缔结20对友城',
      'quantity: 并设立10个鲁班工坊',
    ]);
  });

  it('do not end at the mark inside a figure', () => {
    expect(textAround('It grew by 5.3% to 1,350 tons.', 19, 24)).toBe('It grew by 5.3% to 1,350 tons');
  });

  it('are none where there is no figure', () => {
    expect(beside('Nothing is counted here.', 'en')).toEqual([]);
    expect(readFigures(new Uint32Array())).toEqual([]);
  });

  it('lie inside the text, around the figure, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), fc.nat(20), (text, at, length) => {
        const start = Math.min(at, text.length);
        const end = Math.min(start + length, text.length);
        const around = textAround(text, start, end);
        expect(text).toContain(around);
        expect(around).toContain(text.slice(start, end));
      }),
    );
  });
});
