/** The order of evidence for the language of an answer. */
import { describe, expect, it } from 'vitest';
import { decideLanguage, type LanguageEvidence } from '../../src/language/decide-language.ts';
import { preferredLanguages } from '../../src/language/preferred-languages.ts';

const asked = (content: string) => ({ role: 'user', content }) as const;
const replied = (content: string) => ({ role: 'assistant', content }) as const;

function decide(evidence: Partial<LanguageEvidence>): string {
  return decideLanguage({ question: '', documentLanguage: 'zh', ...evidence }).language;
}

describe('decideLanguage', () => {
  it('obeys the explicit language before anything else', () => {
    const conversation = [asked('Сколько их?')];
    const evidence = {
      explicit: 'ar',
      question: 'What was said about trade?',
      conversation,
      acceptLanguage: 'fr',
    };
    expect(decideLanguage({ ...evidence, documentLanguage: 'zh' })).toEqual({
      language: 'ar',
      direction: 'rtl',
    });
    expect(decide({ ...evidence, explicit: 'zh_hant' })).toBe('zh-Hant');
  });

  it('passes over an explicit language that is no tag', () => {
    expect(decide({ explicit: '<script>', question: 'What was said about trade?' })).toBe('en');
  });

  it('follows a question that tells its language, whatever came before it', () => {
    const conversation = [asked('Сколько было экспорта в этом году?'), replied('692 млрд юаней [1]')];
    expect(decide({ question: '为什么?', conversation })).toBe('zh');
    expect(decide({ question: 'And what about imports?', conversation, acceptLanguage: 'ru' })).toBe('en');
  });

  it('takes the asker’s last turn where the question is too short to tell', () => {
    const conversation = [
      asked('What was exported?'),
      replied('The answer [1].'),
      asked('Қанша компания тіркелді?'),
      replied('The transcripts do not say.'),
    ];
    expect(decide({ question: 'Экспорт?', conversation, acceptLanguage: 'ru' })).toBe('kk');
    expect(decide({ question: '2024?', conversation })).toBe('kk');
    expect(decide({ question: 'TEDA?', conversation })).toBe('kk');
  });

  it('does not take a language that the letters of the question exclude', () => {
    expect(
      decide({ question: 'Экспорт?', conversation: [asked('天津有多少家企业?')], acceptLanguage: 'zh' }),
    ).toBe('ru');
  });

  it('does not learn a language from what the assistant said', () => {
    expect(decide({ question: '2024?', conversation: [replied('Сколько было экспорта в этом году?')] })).toBe(
      'zh',
    );
  });

  it('asks Accept-Language next, and the document last', () => {
    expect(decide({ question: 'TEDA?', acceptLanguage: 'de-AT, en;q=0.5' })).toBe('de-AT');
    expect(decide({ question: '53.37?', acceptLanguage: '*' })).toBe('zh');
    expect(decide({ question: '2024?' })).toBe('zh');
  });

  it('gives the direction of the language decided', () => {
    expect(decideLanguage({ question: 'چند شرکت؟', documentLanguage: 'zh' })).toEqual({
      language: 'fa',
      direction: 'rtl',
    });
    expect(decideLanguage({ question: 'Сколько?', documentLanguage: 'ar' }).direction).toBe('ltr');
  });
});

describe('preferredLanguages', () => {
  it.each([
    ['en', ['en']],
    ['da, en-gb;q=0.8, en;q=0.7', ['da', 'en-GB', 'en']],
    ['en;q=0.1, zh-hant;q=0.9, *;q=0.5', ['zh-Hant', 'en']],
    ['ru;q=0, kk;q=0.001', ['kk']],
    ['ru; q = 0.3 , uz', ['uz', 'ru']],
    ['en;q=7, fr;q=x, de', ['de']],
    ['', []],
    ['q=1;;;,,,', []],
    ['x'.repeat(100_000), []],
    ['en_US, 中文, fr', ['fr']],
  ])('header %#', (header, tags) => {
    expect(preferredLanguages(header)).toEqual(tags);
  });

  it('reads no more than 32 ranges', () => {
    expect(preferredLanguages(Array.from({ length: 5000 }, () => 'en').join(','))).toHaveLength(32);
    expect(preferredLanguages(null)).toEqual([]);
  });
});
