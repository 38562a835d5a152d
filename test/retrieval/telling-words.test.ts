import { describe, expect, it } from 'vitest';
import { tellingWords } from '../../src/retrieval/telling-words.ts';

describe('tellingWords', () => {
  it.each([
    ['en', 'How many bridges did the city build?', 'bridges city build?'],
    ['en', 'When does the harbour festival take place?', 'harbour festival ?'],
    ['ru', 'Сколько мостов построил город?', 'мостов построил город?'],
    ['de', 'Wann findet das Hafenfest statt?', 'hafenfest ?'],
    ['zh', '一共建了多少座桥?', '一共建了 座桥?'],
    ['zh', '峰会什么时候开幕?', '峰会 开幕?'],
    ['ar', 'كم عدد الجسور؟', 'عدد الجسور؟'],
  ])('%s: %s → %s', (language, question, expected) => {
    expect(tellingWords(question, language)).toBe(expected);
  });

  it('leaves a question of small words only as it is', () => {
    expect(tellingWords('What is it?', 'en')).toBe('What is it?');
    expect(tellingWords('什么时候?', 'zh')).toBe('什么时候?');
  });

  it('leaves a question of an unknown language as it is', () => {
    expect(tellingWords('How many bridges?')).toBe('How many bridges?');
    expect(tellingWords('How many bridges?', 'not a tag')).toBe('How many bridges?');
  });
});
