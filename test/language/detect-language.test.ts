/** The language of questions: gold questions of every language, very short ones, and mixtures of scripts. */
import { readdirSync, readFileSync } from 'node:fs';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, readLanguage } from '../../src/language/detect-language.ts';

const FOLDER = 'corpus/2025-sco-tianjin-briefing';

interface Asked {
  readonly language: string;
  readonly question: string;
}

function linesOf<T>(path: string): T[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

const gold = readdirSync(`${FOLDER}/questions`).flatMap((file) =>
  linesOf<Asked>(`${FOLDER}/questions/${file}`),
);
const followUps = linesOf<{ language: string; turns: { question: string }[] }>(`${FOLDER}/dialogues.jsonl`);

/** Typed in Latin letters where the language is written in others: letters and function words cannot tell it. */
function isRomanised({ language, question }: Asked): boolean {
  return NOT_LATIN.has(language) && !/[^\p{Script=Latin}\P{L}]/u.test(question);
}

const NOT_LATIN = new Set('ar be fa hi ja kk ko ky mn ru tg th ur zh zh-Hant'.split(' '));

function missed(asked: readonly Asked[]): string[] {
  return asked
    .filter((one) => !isRomanised(one))
    .map(({ language, question }) => ({ language, question, read: detectLanguage(question) }))
    .filter(({ language, read }) => read !== language)
    .map(({ language, question, read }) => `${language} read as ${read}: ${question}`);
}

describe('detectLanguage on gold questions', () => {
  it('is right for at least 98 % of them', () => {
    const wrong = missed(gold);
    expect(gold.length).toBeGreaterThan(600);
    expect(wrong.length / gold.length, wrong.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('is right for at least 90 % in every language', () => {
    for (const language of new Set(gold.map((asked) => asked.language))) {
      const own = gold.filter((asked) => asked.language === language);
      const wrong = missed(own);
      expect(wrong.length / own.length, wrong.join('\n')).toBeLessThanOrEqual(0.1);
    }
  });

  it('is right for at least 98 % of the turns of the dialogues', () => {
    const turns = followUps.flatMap(({ language, turns }) =>
      turns.map(({ question }) => ({ language, question })),
    );
    const wrong = missed(turns);
    expect(wrong.length / turns.length, wrong.join('\n')).toBeLessThanOrEqual(0.02);
  });
});

describe('detectLanguage on short questions', () => {
  it.each([
    ['Why?', 'en'], ['¿Por qué?', 'es'], ['Pourquoi ?', 'fr'], ['Warum?', 'de'], ['Niçin?', 'tr'], ['Nega?', 'uz'], ['Почему?', 'ru'],
    ['Чому?', 'uk'], ['Чаму?', 'be'], ['Неге?', 'kk'], ['Чаро?', 'tg'], ['Яагаад?', 'mn'], ['Эмне үчүн?', 'ky'], ['为什么?', 'zh'],
    ['為什麼?', 'zh-Hant'], ['なぜ?', 'ja'], ['왜?', 'ko'], ['لماذا؟', 'ar'], ['چرا؟', 'fa'], ['کیوں؟', 'ur'], ['क्यों?', 'hi'],
    ['Niyə?', 'az'], ['Ինչո՞ւ', 'hy'], ['რატომ?', 'ka'], ['למה?', 'he'], ['ทำไม?', 'th'], ['ហេតុអ្វី?', 'km'],
    ['ဘာကြောင့်လဲ', 'my'], ['ເປັນຫຍັງ?', 'lo'], ['ඇයි?', 'si'], ['ஏன்?', 'ta'], ['কেন?', 'bn'], ['А экспорт?', 'ru'], ['And imports?', 'en'],
    ['Tại sao?', 'vi'], ['Mengapa?', 'id'], ['Kitne deshon ke saath?', 'hi'],
  ])('%s is %s', (question, language) => {
    expect(detectLanguage(question)).toBe(language);
  }); // prettier-ignore
});

describe('detectLanguage on mixtures', () => {
  it.each([
    ['Что такое TEDA?', 'ru'],
    ['TEDA是什么?', 'zh'],
    ['What is 鲁班工坊?', 'en'],
    ['Who is 王旭 and what did he say about 上合组织?', 'en'],
    ['How many 孔子学院?', 'en'],
    ['Что значит «鲁班工坊» по-русски?', 'ru'],
    ['“鲁班工坊” nedir?', 'tr'],
    ['ما معنى TEDA؟', 'ar'],
    ['鲁班工坊とは何ですか?', 'ja'],
    ['「おもてなし」是什么意思?', 'zh'],
    ['어떤 나라에 鲁班工坊이 있나요?', 'ko'],
    ['iPhone 在天津的产量是多少?', 'zh'],
    ['сколько команд nfl в штате new york', 'ru'],
  ])('%s is %s', (question, language) => {
    expect(detectLanguage(question)).toBe(language);
  });

  it.each(['', '   ', '2024?', '53.37 %', 'TEDA?', 'Astana', '🙂', 'https://example.org'])(
    '%j tells nothing',
    (text) => {
      expect(detectLanguage(text)).toBeNull();
    },
  );

  it('takes of languages that fit nearly alike one that can be answered in', () => {
    expect(readLanguage('Siapa walikota Tianjin?')).toMatchObject({ language: 'id', likely: ['ms', 'id'] });
  });

  it('says that a doubtful reading is doubtful, and what else it may be', () => {
    const reading = readLanguage('Экспорт?');
    expect(reading?.certain).toBe(false);
    expect(reading?.possible).toEqual(expect.arrayContaining(['ru', 'kk', 'ky', 'tg', 'uk']));
    expect(reading?.possible).not.toContain('en');
  });

  it('reads any text, however long or broken, without an error and at once', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const language = detectLanguage(text);
        // Intl prefers another tag for one of them.
        const canonical = language === 'tl' ? 'fil' : language;
        return canonical === null || Intl.getCanonicalLocales(language ?? '')[0] === canonical;
      }),
      { numRuns: 200 },
    );
    const started = performance.now();
    detectLanguage('а'.repeat(100_000) + ' '.repeat(100_000) + "'".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
