/** Two spellings of a word are looked up as one, in the languages that have two, and nothing else is touched. */
import { describe, expect, it } from 'vitest';
import { foldSpelling } from '../../src/language/fold-spelling.ts';

describe('foldSpelling', () => {
  it('writes Russian without the dots, whatever the region', () => {
    expect(foldSpelling('Ёлка и волонтёры', 'ru')).toBe('Елка и волонтеры');
    expect(foldSpelling('учёный', 'ru-KZ')).toBe('ученый');
  });

  it('writes Persian with its own letters', () => {
    expect(foldSpelling('كتاب فارسي', 'fa')).toBe('کتاب فارسی');
  });

  it.each(['be', 'tg', 'ar', 'en', undefined])(
    'leaves %s as it is, where these are letters of their own',
    (language) => {
      expect(foldSpelling('ё كي', language)).toBe('ё كي');
    },
  );
});
