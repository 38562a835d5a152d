/** The words that label questions, answers, moderators and journalists, and those that only greet. */
import { describe, expect, it } from 'vitest';
import {
  announcesQuestions,
  givesThanks,
  isSalutation,
  onlyOpens,
  pairedInitials,
  readCue,
} from '../../src/transcript/cue-words.ts';

describe('readCue', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['QUESTION', 'question', 'QUESTION', ''],
    ['Question 3', 'question', 'Question', ''],
    ['Вопрос', 'question', 'Вопрос', ''],
    ['问', 'question', '问', ''],
    ['سؤال', 'question', 'سؤال', ''],
    ['प्रश्न', 'question', 'प्रश्न', ''],
    ['SORU', 'question', 'SORU', ''],
    ['Question from Coast Radio', 'question', 'Question', 'Coast Radio'],
    ['Жауап', 'answer', 'Жауап', ''],
    ['Réponse', 'answer', 'Réponse', ''],
    ['답변', 'answer', '답변', ''],
    ['Le modérateur', 'host', 'modérateur', ''],
    ['Moderator Ann Lee', 'host', 'Moderator', 'Ann Lee'],
    ['主持人李雁', 'host', '主持人', '李雁'],
    ['海风日报记者', 'journalist', '记者', '海风日报'],
    ['记者问', 'journalist', '记者', ''],
    ['Корреспондент «Маяка»', 'journalist', 'Корреспондент', '«Маяка»'],
    ['Sahil Postası muhabiri', 'journalist', 'muhabiri', 'Sahil Postası'],
    ['خبرنگار روزنامه ساحل', 'journalist', 'خبرنگار', 'روزنامه ساحل'],
    ['한빛일보 기자', 'journalist', '기자', '한빛일보'],
  ];
  it.each(rows)('reads %s as %s', (label, cue, word, rest) => {
    expect(readCue(label)).toEqual({ cue, word, rest });
  });

  it.each(['Ann Lee', '王芳', 'Анна Лис', 'In answer to that', '答记者问', 'The Quay Courier'])(
    'sees a plain label in %s',
    (label) => {
      expect(readCue(label)).toBeNull();
    },
  );
});

describe('pairedInitials', () => {
  it('takes letters for question and answer only in a pair', () => {
    expect([...pairedInitials(new Set(['в', 'о', 'x']))]).toEqual([
      ['в', 'question'],
      ['о', 'answer'],
    ]);
    expect(pairedInitials(new Set(['s', 'x'])).size).toBe(0);
  });
});

describe('isSalutation', () => {
  it.each([
    '女士们、先生们、各位媒体朋友',
    'Ladies and gentlemen',
    'Уважаемые дамы и господа',
    'أيها السيدات والسادة',
    'Sayın basın mensupları',
    'Señoras y señores',
    '各位来宾',
  ])('hears a greeting in %s', (text) => {
    expect(isSalutation(text)).toBe(true);
  });
  it.each(['Ann Lee', '王芳', 'Three points', 'Министр'])('hears none in %s', (text) => {
    expect(isSalutation(text)).toBe(false);
  });
});

describe('announcesQuestions', () => {
  it.each([
    '答记者问',
    '记者提问',
    'Questions and answers',
    'Вопросы и ответы',
    'Questions from journalists',
    '質疑応答',
    'Q&A',
    'Preguntas y respuestas',
  ])('takes %s for a heading', (line) => {
    expect(announcesQuestions(line)).toBe(true);
  });
  it.each([
    '下面请记者提问。',
    '云山晚报记者提问:',
    'Thank you for the questions.',
    'Question:',
    '新华社记者',
  ])('does not take %s for one', (line) => {
    expect(announcesQuestions(line)).toBe(false);
  });
});

describe('onlyOpens and givesThanks', () => {
  it('tells an opening from a statement', () => {
    expect(onlyOpens('Good afternoon.')).toBe(true);
    expect(onlyOpens('Good afternoon, everyone. I am happy to take your questions.')).toBe(true);
    expect(onlyOpens('The bridge opened this morning after nine months of work.')).toBe(false);
  });
  it.each(['Thank you all.', 'Спасибо.', '谢谢大家!', 'شكرا لكم', 'धन्यवाद', 'Teşekkürler', 'Danke sehr'])(
    'hears thanks in %s',
    (text) => {
      expect(givesThanks(text)).toBe(true);
    },
  );
  it('hears none in an answer', () => {
    expect(givesThanks('Four cents a cubic metre.')).toBe(false);
  });
});
