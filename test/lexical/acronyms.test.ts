import { describe, expect, it } from 'vitest';
import { usedAcronyms, withAcronyms } from '../../src/lexical/acronyms.ts';

const completed = (text: string, language: string, others: readonly string[] = []): string =>
  withAcronyms({ text, language }, usedAcronyms(others.map((other) => ({ text: other, language }))));

describe('withAcronyms', () => {
  it('adds the acronym of a name in capitals, passing over light words', () => {
    expect(completed('The North Harbour Authority met.', 'en')).toContain(' NHA');
    expect(completed('The Organization for Economic Co-operation met.', 'en')).toContain(' OEC');
  });

  it.each([
    ['ru', 'Саммит Северной организации торговли прошёл.', 'Страны СОТ согласны.', 'СОТ'],
    ['es', 'La Organización de cooperación de Levante abrió.', 'Los países de la OCL.', 'OCL'],
    ['tr', '2025 Kuzey İşbirliği Örgütü toplandı.', 'KİÖ ülkeleri.', 'KİÖ'],
  ])(
    '%s: adds the acronym that other texts use, where only the first word has a capital',
    (language, text, other, acronym) => {
      expect(completed(text, language, [other])).toBe(`${text} ${acronym}`);
    },
  );

  it('adds nothing that stands there, that nobody uses or that a sentence parts', () => {
    expect(completed('The North Harbour Authority (NHA) met.', 'en')).toBe(
      'The North Harbour Authority (NHA) met.',
    );
    const plain = 'Новые дороги открыты.';
    expect(completed(plain, 'ru')).toBe(plain);
    expect(completed(plain, 'en', ['Наш НДО здесь.'])).toContain('НДО');
    expect(completed(plain, 'ru', ['СОТ'])).toBe(plain);
    expect(completed('In the North. Harbour Authority', 'en')).toBe('In the North. Harbour Authority');
  });

  it('takes no acronyms from a heading in capitals', () => {
    expect([...usedAcronyms([{ text: 'NEW ROADS OPEN', language: 'en' }]).values()]).toEqual([]);
  });

  it('leaves scripts without capitals alone', () => {
    expect(completed('上海合作组织峰会在天津举办。', 'zh', ['SCO'])).toBe('上海合作组织峰会在天津举办。');
  });
});
