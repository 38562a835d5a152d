/** Spellings that readers take for the same give the same terms. */
import { describe, expect, it } from 'vitest';
import { foldWords } from '../../src/lexical/fold-word.ts';
import { isAnchor, terms, termWeight } from '../../src/lexical/terms.ts';
import { wordTerms } from '../../src/lexical/word-terms.ts';

describe('foldWords', () => {
  it.each([
    ['traditional Han', '進出口總額', '进出口总额'],
    ['one word, two characters', '臺灣 台灣', '台湾 台湾'],
    ['full width', 'ＡＢＣ１２３', 'abc123'],
    ['half-width kana', 'ｻﾐｯﾄ', 'サミット'],
    ['dakuten stay', 'がぎ', 'がぎ'],
    ['hangul stays', '천진', '천진'],
    ['decomposed hangul', '천진'.normalize('NFD'), '천진'],
    ['Turkish dotted I', 'İSTANBUL', 'istanbul'],
    ['Turkish dotless i', 'ısı ISI', 'isi isi'],
    ['German sharp s', 'Straße', 'strasse'],
    ['French', 'Élève', 'eleve'],
    ['ligature', 'ﬁnance', 'finance'],
    ['Polish', 'Łódź', 'lodz'],
    ['Vietnamese', 'Đường', 'duong'],
    ['Russian ё and й', 'Ёлка чай', 'елка чаи'],
    ['Greek final sigma', 'ΛΌΓΟΣ λόγος', 'λογοσ λογοσ'],
    ['Arabic yeh and kaf', 'علي مكة', 'علی مکه'],
    ['Persian yeh and keheh', 'علی مکه', 'علی مکه'],
    ['alef forms', 'أحمد إلى آسيا', 'احمد الی اسیا'],
    ['harakat', 'مُحَمَّد', 'محمد'],
    ['tatweel', 'مـحـمـد', 'محمد'],
    ['Urdu heh', 'ہندوستان لاکھ', 'هندوستان لاکه'],
    ['nukta', 'हज़ार', 'हजार'],
    ['vowel signs stay', 'तियानजिन', 'तियानजिन'],
    ['soft hyphen and joiners', 'so\u00adft\u200b', 'soft'],
  ])('%s: %s → %s', (_name, text, folded) => {
    expect(foldWords(text)).toBe(folded);
  });

  it('changes nothing when done twice', () => {
    for (const text of ['臺灣', 'İSTANBUL', 'مُحَمَّد', 'Đường', 'Ёлка', 'हज़ार']) {
      expect(foldWords(foldWords(text))).toBe(foldWords(text));
    }
  });
});

describe('wordTerms', () => {
  it('gives beginnings and the word, the shortest in full', () => {
    expect(wordTerms('организация', 'ru')).toEqual(['орга', '~органи', '~организация']);
    expect(wordTerms('trade', 'en')).toEqual(['trad', '~trade']);
    expect(wordTerms('port', 'en')).toEqual(['port']);
  });

  it.each(['والدول', 'الدول', 'بالدول', 'للدول'])('strips the Arabic article of %s', (word) => {
    expect(wordTerms(word, 'ar')).toEqual(['دول']);
  });

  it('leaves short Arabic words and other languages alone', () => {
    expect(wordTerms('الف', 'fa')).toEqual(['الف']);
    expect(wordTerms('ال', 'ar')).toEqual(['ال']);
  });
});

const words = (text: string, language: string, role: 'query' | 'passage'): string[] =>
  terms(text, language, role).filter((term) => !/^[#@^&]/u.test(term));

describe('terms', () => {
  it('compares unspaced scripts by pairs, and passages by single characters too', () => {
    expect(words('志愿者', 'zh', 'query')).toEqual(['志愿', '愿者']);
    expect(words('志愿者', 'zh', 'passage')).toEqual(['志', '愿', '者', '志愿', '愿者']);
    expect(words('津', 'zh', 'query')).toEqual(['津']);
  });

  it('keeps vowel and tone signs with their consonant', () => {
    expect(words('ที่นี่', 'th', 'query')).toEqual(['ที่นี่']);
    expect(words('ភាសា', 'km', 'query')).toEqual(['ភាសា']);
  });

  it.each([
    ['ko', '천진에서', ['천진', '진에', '에서']],
    ['ja', 'サミット', ['サミ', 'ミッ', 'ット']],
  ])('%s: %s', (language, text, pairs) => {
    expect(words(text, language, 'query')).toEqual(pairs);
  });

  it('splits at hyphens and keeps letters with points and apostrophes together', () => {
    expect(words('Sino-Russian U.S.', 'en', 'query')).toEqual(['sino', 'russ', '~russia', '~russian', 'u.s']);
  });

  it('adds figures and dates instead of bare digits', () => {
    expect(terms('533.7亿元 8月31日', 'zh', 'query')).toEqual(
      expect.arrayContaining(['#53370000000', '@08-31']),
    );
    expect(terms('in 2025', 'en', 'query')).not.toContain('2025');
  });

  it.each([
    ['en', 'How did trade do in the first seven months of 2025?', ['@2025']],
    ['zh', '今年前七个月天津对俄罗斯的进出口额是多少?', ['&RU']],
    ['en', 'Are 2 sides and 12 cities enough?', []],
    ['en', 'Is 13 enough, or 3 %, or 3 May?', ['#13', '#3%', '@05-03']],
  ])(
    'anchors a question by figures above twelve, dates and countries (%s): %s',
    (language, question, anchors) => {
      expect(terms(question, language, 'query').filter(isAnchor)).toEqual(anchors);
    },
  );

  it('finds Vietnamese typed with and without marks', () => {
    const passage = new Set(terms('tăng trưởng thương mại', 'vi', 'passage'));
    for (const question of ['thương mại', 'thuong mai']) {
      expect(words(question, 'vi', 'query').some((term) => passage.has(term))).toBe(true);
    }
    expect(words('thương', 'vi', 'query')).toEqual(['thương']);
  });

  it('reads only the primary subtag', () => {
    expect(terms('تجارة', 'ar-EG', 'query')).toEqual(terms('تجارة', 'ar', 'query'));
  });

  it('has nothing to say about nothing', () => {
    expect(terms('', 'en', 'query')).toEqual([]);
    expect(terms(' … !? ', undefined, 'passage')).toEqual([]);
  });

  it('counts refinements half and names a quarter', () => {
    expect(['trad', '~trade', '^pns', '#5', '志愿'].map(termWeight)).toEqual([1, 0.5, 0.25, 1, 1]);
  });
});
