/** A country is the same term in every language. */
import { describe, expect, it } from 'vitest';
import { countryTerms } from '../../src/lexical/country-terms.ts';
import { terms } from '../../src/lexical/terms.ts';

describe('countryTerms', () => {
  it.each([
    ['zh', '在乌兹别克斯坦建成玻璃生产基地', ['&UZ']],
    ['zh', '在烏茲別克建成', ['&UZ']],
    ['zh', '俄罗斯、哈萨克斯坦、柬埔寨', ['&RU', '&KZ', '&KH']],
    ['ja', '韓国とロシア', ['&KR', '&RU']],
    ['ko', '우즈베키스탄에서', ['&UZ']],
    ['en', 'a plant in Uzbekistan', ['&UZ']],
    ['en', 'Turkey and the United States', ['&TR', '&US']],
    ['ru', 'завод в Узбекистане', ['&UZ']],
    ['ru', 'в России и Казахстане', ['&RU', '&KZ']],
    ['kk', 'Өзбекстанның зауыты', ['&UZ']],
    ['tr', "Özbekistan'da", ['&UZ']],
    ['ar', 'في أوزبكستان', ['&UZ']],
    ['fa', 'در ازبکستان', ['&UZ']],
    ['hi', 'उज़्बेकिस्तान में', ['&UZ']],
    ['vi', 'ở Nga và Campuchia', ['&RU', '&KH']],
    ['th', 'ในอุซเบกิสถาน', ['&UZ']],
    ['de', 'in Usbekistan', ['&UZ']],
    ['', 'in Uzbekistan', ['&UZ']],
    ['en', 'the port of a city', []],
    ['ru', 'новый порт города', []],
  ])('%s: %s', (language, text, expected) => {
    expect(countryTerms(text, language)).toEqual(expected);
  });

  it.each([
    ['ru', 'до того времени', []],
    ['ru', 'порт Того', ['&TG']],
    ['vi', 'giải pháp mới', []],
    ['vi', 'nước Pháp', ['&FR']],
    ['en', 'how much trade with india?', ['&IN']],
    ['ru', 'а что кроме того?', []],
    ['tr', "İran'da bir liman", ['&IR']],
  ])('%s: a short name is one where it is written as one: %s', (language, text, expected) => {
    expect(countryTerms(text, language)).toEqual(expected);
  });

  it('is part of the terms of both sides', () => {
    expect(terms('Узбекистан?', 'ru', 'query')).toContain('&UZ');
    expect(terms('乌兹别克斯坦', 'zh', 'passage')).toContain('&UZ');
  });
});
