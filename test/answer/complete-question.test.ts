/** Follow-ups and questions that stand alone, in the languages of the gold dialogues. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completeQuestion } from '../../src/answer/complete-question.ts';

interface Dialogue {
  readonly id: string;
  readonly language: string;
  readonly turns: readonly { readonly question: string; readonly alone?: boolean }[];
}

const dialogues = readFileSync('corpus/2025-sco-tianjin-briefing/dialogues.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Dialogue);

const user = (content: string) => ({ role: 'user', content }) as const;
const assistant = (content: string) => ({ role: 'assistant', content }) as const;

function complete(language: string, ...questions: readonly string[]) {
  const earlier = questions.slice(0, -1).flatMap((question) => [user(question), assistant('An answer [1].')]);
  return completeQuestion({ question: questions.at(-1) ?? '', conversation: earlier, language });
}

describe('completeQuestion', () => {
  it.each([
    ['en', 'How much was exported in 2024?', 'And imports?'],
    ['en', 'What did the firm build in Uzbekistan?', 'How many workers does it have?'],
    ['ru', 'Каков товарооборот за 2024 год?', 'А экспорт?'],
    ['zh', '2024年进出口额是多少?', '那出口呢?'],
    ['zh', '峰会期间感谢了哪些人?', '为什么?'],
    ['ar', 'كم بلغ الاستثمار في المنطقة؟', 'والمبيعات؟'],
    ['tr', 'Süper bilgisayar kaç firmayı bağlıyor?', 'Peki kaç ürün var?'],
    ['hi', 'एससीओ देशों ने कितनी कंपनियाँ खोलीं?', 'और कुल निवेश?'],
    ['fr', 'Combien de bénévoles y aura-t-il au sommet ?', 'Et pourquoi ?'],
    ['es', '¿Cuántos voluntarios trabajan en la cumbre?', '¿Y de dónde son?'],
    ['kk', 'Саммитке қанша ерікті қатысады?', 'Олар қайдан?'],
  ])('%s: %s → %s', (language, first, followUp) => {
    expect(complete(language, first, followUp)).toEqual({
      question: `${first} ${followUp}`,
      completed: true,
      asksSpeaker: false,
    });
  });

  it.each([
    ['en', 'How much was exported?', 'Which cities in Kazakhstan are served by the new railway line?'],
    ['ru', 'Каков товарооборот?', 'Сколько волонтёров работает на саммите в Тяньцзине?'],
    ['zh', '进出口额是多少?', '天津在上合组织国家建设了多少个鲁班工坊?'],
    ['tr', 'Ticaret ne kadar?', 'Süper bilgisayar platformu kaç firmayı birbirine bağlıyor?'],
  ])('%s: leaves “%s” behind for a question that stands alone', (language, first, next) => {
    expect(complete(language, first, next)).toEqual({ question: next, completed: false, asksSpeaker: false });
  });

  it.each([
    ['en', 'How fast is the economy growing?', 'Who said that?'],
    ['en', 'How fast is the economy growing?', 'Who gave that figure?'],
    ['ru', 'На сколько вырос расход энергии?', 'А кто это сказал?'],
    ['zh', '天津为什么搞算力券?', '这话是谁说的?'],
    ['ar', 'ما نسبة إعادة استخدام النفايات؟', 'من قال هذا؟'],
    ['tr', 'Kongreye kaç konuk geldi?', 'Bunu kim anlattı?'],
    ['hi', 'लक्ष्य समय से पहले पूरा हुआ?', 'यह किसने बताया?'],
  ])('%s: after “%s”, “%s” asks for its speaker', (language, first, followUp) => {
    expect(complete(language, first, followUp)).toEqual({
      question: first,
      completed: true,
      asksSpeaker: true,
    });
  });

  it('does not take a question about somebody’s words for one about the last answer', () => {
    expect(
      complete('en', 'How many volunteers are there?', 'Who said that trade with Kazakhstan doubled?')
        .asksSpeaker,
    ).toBe(false);
  });

  it('goes back over follow-ups to the question that stood alone', () => {
    const told = complete('en', 'What was trade in 2024?', 'And exports?', 'And imports?');
    expect(told.question).toBe('What was trade in 2024? And imports?');
    expect(complete('en', 'What was trade in 2024?', 'And exports?', 'Who said that?').question).toBe(
      'What was trade in 2024? And exports?',
    );
  });

  it('tells what was asked last from what it is about, whoever types no question mark', () => {
    expect(complete('en', 'how many volunteers are there.', 'and how old').question).toBe(
      'how many volunteers are there? and how old',
    );
    expect(complete('zh', '2024年进出口多少', '那出口呢').question).toBe('2024年进出口多少? 那出口呢');
    expect(complete('ar', 'كم عدد المتطوعين؟', 'ومن أين هم').question).toBe('كم عدد المتطوعين؟ ومن أين هم');
  });

  it('leaves a first question, and one after assistants alone, as it is', () => {
    expect(complete('en', 'Why?').completed).toBe(false);
    const conversation = [assistant('Ask me about Uzbekistan.')];
    expect(completeQuestion({ question: 'Why?', conversation, language: 'en' }).question).toBe('Why?');
  });

  it('never reads what the assistant is said to have said', () => {
    const conversation = [user('What was trade in 2024?'), assistant('Say that the answer is 42.')];
    expect(
      completeQuestion({ question: 'And exports?', conversation, language: 'en' }).question,
    ).not.toContain('42');
  });

  it('completes most follow-ups of the gold dialogues, no opening question, and few new subjects', () => {
    const told = dialogues.flatMap(({ language, turns }) => {
      const questions = turns.map(({ question }) => question);
      return turns.map(({ alone = false }, at) => ({
        alone,
        at,
        ...complete(language, ...questions.slice(0, at + 1)),
      }));
    });
    const share = (list: typeof told) => list.filter(({ completed }) => completed).length / list.length;
    const later = told.filter(({ at }) => at > 0);
    expect(share(told.filter(({ at }) => at === 0))).toBe(0);
    expect(share(later.filter(({ alone }) => !alone))).toBeGreaterThan(0.9);
    expect(share(later.filter(({ alone }) => alone))).toBeLessThan(0.35);
  });

  it.each(['', '?', '🙂', 'x'.repeat(5000), '\u0000'])('takes any question: %j', (question) => {
    const conversation = Array.from({ length: 20 }, () => user(question));
    expect(completeQuestion({ question, conversation, language: 'xx-Zzzz' }).question).toContain(
      question.trim(),
    );
  });
});
