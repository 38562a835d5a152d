/** Names written in different scripts share a sound skeleton. */
import { describe, expect, it } from 'vitest';
import { nameTerms } from '../../src/lexical/name-terms.ts';

describe('nameTerms', () => {
  it.each([
    ['王旭', 'Wang Xu'],
    ['王旭', 'Ван Сюй'],
    ['永康', 'Yongkang'],
    ['永康', 'Юнкан'],
    ['天津', 'Tianjin'],
    ['天津', 'Тяньцзинь'],
    ['天津', 'तियानजिन'],
    ['天津', 'تيانجين'],
    ['奥巴马', 'Obama'],
    ['Путин', 'Putin'],
    ['Путин', 'पुतिन'],
    ['Путин', 'بوتين'],
    ['Tesla', 'Тесла'],
    ['Tesla', 'Τέσλα'],
    ['Kasachstan', 'Казахстан'],
    ['Müller', 'Мюллер'],
    ['ローマ', 'Рома'],
  ])('%s and %s meet', (first, second) => {
    const known = new Set(nameTerms(first, 'passage'));
    expect(nameTerms(second, 'query').some((term) => known.has(term))).toBe(true);
  });

  it.each([
    ['王旭', 'Dai Yongkang'],
    ['戴永康', 'Wang Xu'],
    ['Tianjin', 'Москва'],
    ['Putin', 'Obama'],
  ])('%s and %s do not', (first, second) => {
    const known = new Set(nameTerms(first, 'passage'));
    expect(nameTerms(second, 'query').filter((term) => known.has(term))).toEqual([]);
  });

  it('takes capitalised words only, where there are capitals', () => {
    expect(nameTerms('the trade of Tianjin', 'passage')).toHaveLength(
      new Set(nameTerms('Tianjin', 'passage')).size,
    );
    expect(nameTerms('tianjin', 'passage')).toEqual(nameTerms('Tianjin', 'passage'));
  });

  it('says nothing of scripts whose words it cannot tell apart', () => {
    expect(nameTerms('สวัสดี ひらがな', 'passage')).toEqual([]);
  });
});
