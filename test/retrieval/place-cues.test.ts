import { describe, expect, it } from 'vitest';
import { locates } from '../../src/retrieval/place-cues.ts';

describe('locates', () => {
  it.each([
    ['zh', '运动会将于5月在青岛举办。'],
    ['zh', '主会场位于海边。'],
    ['ja', '大会は札幌で開催される。'],
    ['ko', '대회는 부산에서 열린다.'],
    ['en', 'The games will be held in Riverton.'],
    ['en', 'It opens in August at the Riverton hall in Eastport.'],
    ['ru', 'Игры пройдут в Риверске.'],
    ['fr', 'Les jeux auront lieu à Rivière-Belle.'],
    ['de', 'Die Spiele finden in Rheinstadt statt.'],
    ['tr', "Oyunlar Bursa'da yapılacak."],
    ['kk', 'Ойындар Өскеменде өтеді.'],
    ['uz', 'O‘yinlar Samarqandda o‘tadi.'],
    ['hi', 'खेल पटना में आयोजित होंगे।'],
    ['ur', 'کھیل لاہور میں منعقد ہوں گے۔'],
    ['ar', 'ستقام الألعاب في مدينة صور.'],
    ['fa', 'بازی‌ها در شیراز برگزار می‌شود.'],
  ])('%s: %s', (language, sentence) => {
    expect(locates(sentence, language)).toBe(true);
  });

  it.each([
    ['zh', '全市各区高度重视筹备工作。'],
    ['zh', '在此表示感谢。'],
    ['en', 'The games open in August.'],
    ['en', 'The city thanked its people.'],
    ['ru', 'Игры начнутся в августе.'],
    ['tr', 'Her şey hazır.'],
    ['kk', 'Бәрі дайын.'],
  ])('%s: not %s', (language, sentence) => {
    expect(locates(sentence, language)).toBe(false);
  });
});
