/** Sentences: where they end in many scripts, and that no character is lost or moved. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/passage/split-sentences.ts';

function split(text: string, language: string): string[] {
  return splitSentences(text, { start: 0, end: text.length }, language).map(({ start, end }) =>
    text.slice(start, end),
  );
}

/** `|` marks where a sentence ends; nothing else is added to the text. */
const CASES: readonly (readonly [language: string, marked: string])[] = [
  ['zh', '天津港连接200多个港口。|贸易额增长10.5%!|您怎么看?|谢谢。'],
  ['zh', '他说:“我们准备好了。”|大家鼓掌。|欢迎来到天津！|谢谢大家。'],
  ['zh-Hant', '我們選了950名志願者。|他們來自六所大學。'],
  ['ja', '港の準備は整いました。|志願者は九百五十人です。|何か質問は？'],
  ['ko', '항구는 준비되었습니다. |자원봉사자는 950명입니다.'],
  ['en', 'Mr. Smith arrived at 9.30 a.m. and left. |He paid $3.5 million. |Did he? |Yes!'],
  ['en', 'The U.S. delegation left. |Dr. J. Doe stayed.'],
  ['en', '"We are ready." |The hall applauded.'],
  ['ru', 'В 2024 г. объём вырос на 10,5 %. |Это рекорд! |См. стр. 5 доклада.'],
  ['ru', 'Рост составил 3 млрд. руб. за год. |А. С. Иванов доволен.'],
  ['uk', 'Порт готовий. |Чи буде пором узимку? |Так.'],
  ['de', 'Der Hafen ist z. B. im Winter offen. |Am 3. Mai beginnt die Fähre. |„Gut.“ |Danke.'],
  ['fr', 'M. Dupont est arrivé. |Le port est prêt !|\u00A0Merci.'],
  ['es', '¿Cuántos barcos? |La Sra. Gil dijo: dos. |¡Gracias!'],
  ['ar', 'اختير 950 متطوعا. |هل الميناء جاهز؟ |نعم، تماما.'],
  ['fa', 'بندر آماده است. |چند داوطلب انتخاب شدند؟ |نهصد نفر.'],
  ['ur', 'بندرگاہ تیار ہے۔ |کتنے رضاکار ہیں؟ |شکریہ۔'],
  ['hi', 'बंदरगाह तैयार है। |कितने स्वयंसेवक चुने गए? |धन्यवाद।'],
  ['bn', 'বন্দর প্রস্তুত। |কতজন স্বেচ্ছাসেবক? |ধন্যবাদ।'],
  ['my', 'ဆိပ်ကမ်းအဆင်သင့်ဖြစ်ပါပြီ။ |ကျေးဇူးတင်ပါသည်။'],
  ['hy', 'Նավահանգիստը պատրաստ է։ |Շնորհակալություն։'],
  ['el', 'Το λιμάνι είναι έτοιμο. |Ευχαριστώ.'],
  ['tr', 'Liman hazır. |Prof. Dr. Ayşe Kaya konuştu. |Teşekkürler!'],
  ['kk', 'Порт дайын. |Қанша ерікті таңдалды? |Рақмет.'],
  ['vi', 'Cảng đã sẵn sàng. |Có bao nhiêu tình nguyện viên? |Cảm ơn.'],
  ['he', 'הנמל מוכן. |כמה מתנדבים נבחרו? |תודה.'],
];

describe('splitSentences', () => {
  it.each(CASES)('ends sentences where a reader of %s would: %s', (language, marked) => {
    const text = marked.replaceAll('|', '');
    expect(split(text, language)).toEqual(marked.split('|').map((sentence) => sentence.trim()));
  });

  it('keeps offsets into the whole text, not into the span', () => {
    const text = 'Left out. One is here. Two is here. Left out too.';
    const span = { start: 10, end: 35 };
    const found = splitSentences(text, span, 'en').map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['One is here.', 'Two is here.']);
  });

  it('cuts a run of Thai without full stops into pieces that a reader can take in', () => {
    const text = 'ท่าเรือพร้อมแล้วสำหรับการประชุมครั้งนี้ '.repeat(20).trim();
    const sentences = split(text, 'th');
    expect(sentences.length).toBeGreaterThan(2);
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(240);
    expect(sentences.join(' ')).toBe(text);
  });

  it('finds nothing in nothing', () => {
    expect(split('', 'en')).toEqual([]);
    expect(split(' \n\u3000\t', 'zh')).toEqual([]);
  });

  it('loses and moves no character, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '。',
      '. ',
      '! ',
      '؟ ',
      '۔',
      '।',
      '…',
      '”',
      '“',
      '„',
      '(',
      ')',
      '\n',
      ' ',
      '\u00A0',
      '1. ',
      'г. ',
      '天津港',
      'port',
      'Mr',
      'порт',
      'ميناء',
      'बंदरगाह',
      'ท่าเรือ',
      '👩‍👧',
      '\uD83D',
      '950',
      'e\u0301',
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    const language = fc.constantFrom('zh', 'en', 'ru', 'ar', 'hi', 'th', 'de', 'und');
    fc.assert(
      fc.property(texts, language, fc.nat(10), fc.nat(10), (text, tag, before, after) => {
        const span = {
          start: Math.min(before, text.length),
          end: Math.max(text.length - after, Math.min(before, text.length)),
        };
        let end = span.start;
        let covered = '';
        for (const sentence of splitSentences(text, span, tag)) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          const words = text.slice(sentence.start, sentence.end);
          expect(words.trim()).toBe(words);
          covered += words;
          end = sentence.end;
        }
        expect(end).toBeLessThanOrEqual(span.end);
        const nonSpace = (value: string): string => value.replace(/\s+/g, '');
        expect(nonSpace(covered)).toBe(nonSpace(text.slice(span.start, span.end)));
      }),
      { numRuns: 600 },
    );
  });
});
