/** Folding keeps the way back to the original text. */
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { foldText, originalEnd } from '../../src/quantity/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['٣٤٥', '345'],
    ['۳۴۵', '345'],
    ['३४५', '345'],
    ['๓๔๕', '345'],
    ['၃၄၅', '345'],
    ['៣៤៥', '345'],
    ['３４５', '345'],
    ['𝟑𝟒𝟓', '345'],
    ['𞥓', '3'],
    ['Août', 'aout'],
    ['AĞUSTOS', 'agustos'],
    ['İIıi', 'iiii'],
    ['ёй', 'еи'],
    ['يك', 'یک'],
    ['مِلْيَار', 'ملیار'],
    ['हज़ार', 'हजार'],
    ['1\u00a0000', '1\u00a0000'],
    ['５０％', '50%'],
    ['サミット', 'サミット'],
    ['위안', '위안'],
  ])('%s → %s', (text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  it('maps every unit into the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const folded = foldText(text);
        expect(folded.at).toHaveLength(folded.text.length + 1);
        expect(folded.at.at(-1)).toBe(text.length);
        for (let end = 1; end <= folded.text.length; end++) {
          const [start, past] = [folded.at[end - 1] ?? -1, originalEnd(folded, end, text)];
          expect(foldText(text.slice(start, past)).text).toContain(folded.text.charAt(end - 1));
        }
      }),
    );
  });
});
