import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/quantity/find-quantities.ts';
import { askedUnit, isIn } from '../../src/retrieval/asked-unit.ts';

describe('askedUnit', () => {
  it.each([
    ['zh', '投资了多少钱？', 'money'],
    ['zh', '总额是多少亿元？', 'money'],
    ['zh', '占比是多少？', 'percent'],
    ['zh', '年产多少万吨？', 'ton'],
    ['en', 'How much money was spent?', 'money'],
    ['en', 'What share of trade is it?', 'percent'],
    ['en', 'How many tonnes does the plant make?', 'ton'],
    ['en', 'How many volunteers are there?', null],
    ['ru', 'Какая доля торговли?', 'percent'],
    ['ru', 'Сколько стоит билет?', 'money'],
    ['ru', 'Сколько тонн в год?', 'ton'],
    ['tr', 'Maliyeti ne kadar?', 'money'],
    ['ar', 'ما نسبة النمو؟', 'percent'],
    ['fa', 'سهم آن چند درصد است؟', 'percent'],
    ['hi', 'कितने प्रतिशत?', 'percent'],
    ['kk', 'Үлесі қандай?', 'percent'],
    ['ja', '割合は?', 'percent'],
    ['ko', '비중은 얼마입니까?', 'percent'],
  ])('%s: %s → %s', (language, question, expected) => {
    expect(askedUnit(question, language)).toBe(expected);
  });

  it('says nothing where two are named, or where the unit belongs to a figure', () => {
    expect(askedUnit('What share of the 5 million yuan went to trains?', 'en')).toBe('percent');
    expect(askedUnit('What share and how many tonnes?', 'en')).toBeNull();
  });
});

describe('isIn', () => {
  const inUnit = (sentence: string, language: string, unit: string): boolean =>
    findQuantities(sentence, language).some((quantity) => isIn(quantity, unit));

  it('tells money, shares and measures apart', () => {
    expect(inUnit('出口692亿元、增长20%', 'zh', 'money')).toBe(true);
    expect(inUnit('出口692亿元、增长20%', 'zh', 'percent')).toBe(true);
    expect(inUnit('每年2亿条数据', 'zh', 'money')).toBe(false);
    expect(inUnit('新建26万吨工厂', 'zh', 'ton')).toBe(true);
    expect(inUnit('新建26万吨工厂', 'zh', 'percent')).toBe(false);
  });
});
