/** Offices are read beside names in the introduction, and parted into role and organisation. */
import { describe, expect, it } from 'vitest';
import { introducedHosts, introducedPost } from '../../src/transcript/find-introductions.ts';
import { findMentions } from '../../src/transcript/find-mentions.ts';
import { readIdeographicPost, splitOfficeLabel } from '../../src/transcript/ideographic-posts.ts';
import { readPost } from '../../src/transcript/read-post.ts';

describe('introducedPost', () => {
  const rows: readonly (readonly [string, string, string, string | null])[] = [
    ['云山市水务局局长白静,云山市副市长卢峰出席。', '白静', '局长', '云山市水务局'],
    ['云山市水务局局长白静,云山市副市长卢峰出席。', '卢峰', '副市长', '云山市'],
    ['我们请来了云山市委常委、常务副市长卢峰。', '卢峰', '云山市委常委、常务副市长', '云山市'],
    ['外交部部长何渡和商务部部长李沛出席', '李沛', '部长', '商务部'],
    ['卢峰(云山市财政局局长)说', '卢峰', '局长', '云山市财政局'],
    ['瀾灣區區長杜若蘭主持', '杜若蘭', '區長', '瀾灣區'],
    ['해양부 장관 윤서진은 말했다', '윤서진', '장관', '해양부'],
    [
      'Ann Lee, Minister of Health of Ruritania, and Bo Ek took part.',
      'Ann Lee',
      'Minister of Health',
      'Ruritania',
    ],
    ['with Ann Lee, Director of the Harbour Agency; Bo Ek', 'Ann Lee', 'Director', 'Harbour Agency'],
    ['Health Minister Ann Lee spoke.', 'Ann Lee', 'Health Minister', null],
    ['выступил первый заместитель министра Иван Петров', 'Иван Петров', 'первый заместитель министра', null],
    ['директор Института рек Анна Лис и мэр', 'Анна Лис', 'директор', 'Института рек'],
    ['с министром здравоохранения Иваном Петровым', 'Иван Петров', 'министром здравоохранения', null],
    ['Sağlık Bakanı Ali Veli konuştu', 'Ali Veli', 'Sağlık Bakanı', null],
    ['der Leiter des Forstamts, Bernd Asmus, sprach', 'Bernd Asmus', 'Leiter des Forstamts', null],
    ['The Mayor of Eastmere, Mr. Jon Ash, was there', 'MR. ASH', 'Mayor of Eastmere', null],
  ];
  it.each(rows)('in %s finds the post of %s', (text, name, role, organisation) => {
    expect(introducedPost(text, name)).toEqual({ role, organisation });
  });

  it('finds none beside a bare name', () => {
    expect(introducedPost('Mayor Jon Ash, Ann Lee and Bo Ek took part.', 'Ann Lee')).toBeNull();
    expect(introducedPost('感谢王芳的提问。', '王芳')).toBeNull();
  });
});

describe('introducedHosts', () => {
  it('takes the name nearest to the word for moderating', () => {
    const names = ['白静', '方圆'];
    expect([...introducedHosts('水务局局长白静出席。宣传部副部长方圆主持。', names)]).toEqual(['方圆']);
    const people = ['Ann Lee', 'Bo Ek'];
    expect([
      ...introducedHosts('Ann Lee answered questions. The briefing was moderated by Bo Ek.', people),
    ]).toEqual(['Bo Ek']);
    expect([...introducedHosts('Ведущий — Павел Громов.', ['П. Громов'])]).toEqual(['П. Громов']);
  });

  it('takes nobody from another sentence', () => {
    expect(introducedHosts('Ann Lee spoke. The panel was moderated well.', ['Ann Lee']).size).toBe(0);
  });
});

describe('findMentions', () => {
  it('finds surnames, cases and initials, but no part of another word', () => {
    const slice = (text: string, name: string): readonly string[] =>
      findMentions(text, name).map((span) => text.slice(span.start, span.end));
    expect(slice('welcome Jon Ash today', 'MR. ASH')).toEqual(['Jon Ash']);
    expect(slice('вместе с Анной Лисицкой', 'Анна Лисицкая')).toEqual(['Анной Лисицкой']);
    expect(slice('слово Вере Стрельниковой', 'В.Стрельникова')).toEqual(['Вере Стрельниковой']);
    expect(slice('the Ashworth plan', 'Ash')).toEqual([]);
  });
});

describe('readPost and readIdeographicPost', () => {
  it('keeps a field in the role and takes a body out of it', () => {
    expect(readPost('Minister of Health')).toEqual({ role: 'Minister of Health', organisation: null });
    expect(readPost('Head of Press, Ministry of Tides')).toEqual({
      role: 'Head of Press',
      organisation: 'Ministry of Tides',
    });
    expect(readPost('नीलगंगा जल प्राधिकरण की निदेशक')).toEqual({
      role: 'निदेशक',
      organisation: 'नीलगंगा जल प्राधिकरण',
    });
    expect(readPost('Coast Radio')).toBeNull();
  });

  it('reads several posts of one person', () => {
    expect(readIdeographicPost('云山市委宣传部副部长、新闻中心主任')).toEqual({
      role: '云山市委宣传部副部长、新闻中心主任',
      organisation: '云山市委宣传部',
    });
    expect(readIdeographicPost('市水务局副局长兼总工程师')).toEqual({
      role: '市水务局副局长兼总工程师',
      organisation: '市水务局',
    });
    expect(readIdeographicPost('准备情况')).toBeNull();
  });

  it('splits labels that carry an office', () => {
    expect(splitOfficeLabel('外交部发言人林渡')).toEqual({ name: '林渡', post: '外交部发言人' });
    expect(splitOfficeLabel('윤서진 장관')).toEqual({ name: '윤서진', post: '장관' });
    expect(splitOfficeLabel('杜區長')).toEqual({ name: '杜區長', post: '區長' });
    expect(splitOfficeLabel('Ann Lee')).toBeNull();
  });
});
