/** Lines of the page are told from lines of speech, in and around the transcript. */
import { describe, expect, it } from 'vitest';
import { dirtReason, edgeDirtReason, isByline } from '../../src/transcript/page-dirt.ts';

describe('dirtReason', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['展开全文', 'show-more button'],
    ['Read more »', 'show-more button'],
    ['Читать далее', 'show-more button'],
    ['عرض المزيد', 'show-more button'],
    ['评论', 'comments'],
    ['Comments (12)', 'comments'],
    ['© 2031 Coastal Newsroom', 'copyright line'],
    ['All rights reserved.', 'copyright line'],
    ['版权所有 云山发布', 'copyright line'],
    ['1,204 views', 'view counter'],
    ['阅读 5621', 'view counter'],
    ['Просмотров: 312', 'view counter'],
    ['Tags: ferries, quay', 'tags'],
    ['#ferries #quay', 'tags'],
    ['分享到: 微信 微博', 'share buttons'],
    ['Facebook Twitter WhatsApp', 'share buttons'],
    ['Photo: the old ferry', 'image caption'],
    ['图片来源:云山发布', 'image caption'],
    ['Advertisement', 'button or navigation'],
    ['----------', 'rule'],
    ['![quay](quay.png)', 'image'],
    ['<!-- end -->', 'page comment'],
    ['https://example.org/quay', 'bare link'],
  ];
  it.each(rows)('drops %s as %s', (line, reason) => {
    expect(dirtReason(line)).toBe(reason);
  });

  it.each([
    'Thank you.',
    '谢谢大家!',
    'We will share this with the council.',
    'See https://example.org for the plan.',
    'The photo: a ferry in fog, taken by my father.',
    '评论家认为这很好。',
    '3 boats',
    'I have read more than I wanted.',
    'No. 5 views the harbour from the east.',
  ])('keeps %s', (line) => {
    expect(dirtReason(line)).toBeNull();
  });
});

describe('edgeDirtReason', () => {
  it.each([
    ['责任编辑:黎小满', 'editorial credit'],
    ['Источник: пресс-служба', 'editorial credit'],
    ['Home > News > 2031', 'navigation'],
    ['We use cookies. Accept all cookies', 'cookie notice'],
    ['上一篇:春耕会议', 'related articles'],
    ['By Staff Writer | June 2, 2031', 'byline, date or counter'],
    ['END', 'end mark'],
  ])('drops %s as %s', (line, reason) => {
    expect(edgeDirtReason(line)).toBe(reason);
  });

  it('keeps sentences that only mention a source, a date or a cookie', () => {
    for (const line of [
      'Source: we asked the ministry itself.',
      'We met on 2031-05-04.',
      'My aunt sells cookies at the quay.',
    ]) {
      expect(edgeDirtReason(line)).toBeNull();
    }
  });
});

describe('isByline', () => {
  it('needs a date and few other words', () => {
    expect(isByline('Harbour Watch 2031-08-29 6 0')).toBe(true);
    expect(isByline('12 марта 2031')).toBe(true);
    expect(isByline('The council of Eastmere met for the first time in the new hall on 12 May 2031')).toBe(
      false,
    );
  });
});
