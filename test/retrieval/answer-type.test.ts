/** Questions of many languages tell what they want, and sentences whether they hold it. */
import { QUESTIONS } from './parallel-questions.ts';
import { describe, expect, it } from 'vitest';
import { answersType, expectedAnswerTypes } from '../../src/retrieval/answer-type.ts';
import { questionLanguages, type AnswerType } from '../../src/retrieval/question-words.ts';

const ASKED: readonly AnswerType[] = ['quantity', 'date', 'person', 'place', 'reason'];

describe.each(QUESTIONS)('questions in %s', (language, ...questions) => {
  it('ask for what they ask for, with and without a question mark', () => {
    for (const [position, question] of questions.entries()) {
      const expected = new Set([ASKED[position]]);
      expect(expectedAnswerTypes(question, language), question).toEqual(expected);
      expect(
        expectedAnswerTypes(question.replace(/[?？؟;¿]/gu, ''), language),
        `${question} without mark`,
      ).toEqual(expected);
    }
  });
});

describe('expectedAnswerTypes', () => {
  it('covers at least twenty-five languages', () => {
    expect(questionLanguages().length).toBeGreaterThanOrEqual(25);
    for (const [language] of QUESTIONS) expect(questionLanguages()).toContain(language);
  });

  it.each([
    ['en', 'In what year was it built?', 'date'],
    ['en', 'Which companies took part?', 'organisation'],
    ['en', 'What percentage of exports is machinery?', 'quantity'],
    ['en', 'Which city hosts the summit?', 'place'],
    ['en', 'How old was he when he took office?', 'quantity'],
    ['en', 'How did the city prepare?', 'manner'],
    ['zh', '在哪一年开始？', 'date'],
    ['zh', '有哪些企业参加？', 'organisation'],
    ['zh', '占比是多少？', 'quantity'],
    ['zh', '峰会在哪个城市举行', 'place'],
    ['zh', '几月几号开幕', 'date'],
    ['ru', 'В каком году это началось?', 'date'],
    ['ru', 'Какие компании участвуют?', 'organisation'],
    ['ru', 'Какой процент экспорта?', 'quantity'],
    ['de', 'Welche Stadt richtet den Gipfel aus?', 'place'],
    ['es', '¿En qué año empezó?', 'date'],
    ['fr', 'Quel est le pourcentage ?', 'quantity'],
    ['hi', 'किस वर्ष शुरू हुआ?', 'date'],
    ['ar', 'في أي عام بدأت؟', 'date'],
    ['vi', 'Năm nào bắt đầu?', 'date'],
    ['vi', 'Co bao nhieu nguoi', 'quantity'],
    ['tr', 'Hangi yıl başladı?', 'date'],
    ['th', 'เกี่ยวกับอะไร', ''],
    ['en', 'What did he announce?', ''],
    ['zh', '介绍一下港口情况', ''],
    ['ar', 'ما هي المنتجات من الصين؟', ''],
  ] as const)('%s: %s → %s', (language, question, type) => {
    expect([...expectedAnswerTypes(question, language)].join()).toBe(type);
  });

  it('keeps what is coordinated and drops what is relative', () => {
    expect(expectedAnswerTypes('When and where does the summit open?', 'en')).toEqual(
      new Set(['date', 'place']),
    );
    expect(expectedAnswerTypes('Кто и когда это сказал?', 'ru')).toEqual(new Set(['person', 'date']));
    expect(expectedAnswerTypes('How many people live in the city where it opens?', 'en')).toEqual(
      new Set(['quantity']),
    );
  });

  it('works without a language, and with one that it does not know', () => {
    expect(expectedAnswerTypes('Сколько волонтёров?')).toEqual(new Set(['quantity']));
    expect(expectedAnswerTypes('有多少名志愿者？', 'xx')).toEqual(new Set(['quantity']));
    expect(expectedAnswerTypes('有多少名志愿者？', 'not a tag')).toEqual(new Set(['quantity']));
    expect(answersType('在俄罗斯', new Set<AnswerType>(['place']), 'not a tag')).toBe(false);
    expect(expectedAnswerTypes('When does it open?', 'en-GB')).toEqual(new Set(['date']));
  });
});

describe('answersType', () => {
  it.each([
    ['zh', '从高校选拔998名志愿者。', 'quantity', true],
    ['zh', '各项筹备工作准备就绪。', 'quantity', false],
    ['zh', '峰会将于8月31日开幕。', 'date', true],
    ['zh', '从高校选拔998名志愿者。', 'date', false],
    ['zh', '天津市常务副市长王旭介绍情况。', 'person', true],
    ['zh', '各项工作准备就绪。', 'person', false],
    ['zh', '年内将新增俄罗斯专属服务厅。', 'place', true],
    ['zh', '天津轨道交通集团积极参与。', 'organisation', true],
    ['zh', '各项工作准备就绪。', 'organisation', false],
    ['zh', '由于港口优势,贸易增长。', 'reason', true],
    ['zh', '贸易额持续攀升。', 'reason', false],
    ['en', 'Trade grew 5.2 percent.', 'quantity', true],
    ['en', 'It opens in August.', 'date', true],
    ['en', 'Deputy mayor Wang Xu spoke.', 'person', true],
    ['en', 'Everything is ready.', 'person', false],
    ['en', 'It grew because of the port.', 'reason', true],
    ['en', 'A plant was built in Uzbekistan.', 'place', true],
    ['ru', 'Завод построен в Узбекистан.', 'place', true],
    ['ru', 'Рост благодаря порту.', 'reason', true],
    ['ru', 'Всё готово.', 'quantity', false],
    ['ar', 'بسبب نمو التجارة', 'reason', true],
    ['hi', '998 लोग आए।', 'quantity', true],
  ] as const)('%s: %s: %s is %s', (language, sentence, type, expected) => {
    expect(answersType(sentence, new Set([type]), language)).toBe(expected);
  });

  it('lets any of several types do, and everything where none is asked', () => {
    const types = new Set<AnswerType>(['date', 'quantity']);
    expect(answersType('It opens in August.', types, 'en')).toBe(true);
    expect(answersType('Everything is ready.', types, 'en')).toBe(false);
    expect(answersType('Everything is ready.', new Set(), 'en')).toBe(true);
    expect(answersType('Everything is ready.', new Set<AnswerType>(['manner']), 'en')).toBe(true);
  });
});
