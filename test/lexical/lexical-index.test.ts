/** BM25 equals the formula written out naively, and the index finds what it should. */
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { buildLexicalIndex, type LexicalText } from '../../src/lexical/lexical-index.ts';
import { lexicalCover } from '../../src/lexical/lexical-cover.ts';
import { terms, termWeight } from '../../src/lexical/terms.ts';

const count = (list: readonly string[], term: string): number =>
  list.filter((other) => other === term).length;

/** Robertson et al. (1994) with Lucene's IDF, summed over the question's terms, from the definitions. */
function naiveScores(texts: readonly LexicalText[], query: string, k1: number, b: number): number[] {
  const documents = texts.map(({ text, language }) => terms(text, language, 'passage'));
  const lengths = documents.map((list) => list.reduce((sum, term) => sum + termWeight(term), 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  const question = terms(query, 'en', 'query');
  return documents.map((list, item) =>
    question.reduce((score, term) => {
      const holding = documents.filter((other) => other.includes(term)).length;
      const idf = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
      const frequency = count(list, term);
      if (frequency === 0) return score;
      const norm = k1 * (1 - b + (b * (lengths[item] ?? 0)) / average);
      return score + (termWeight(term) * idf * frequency) / (frequency + norm);
    }, 0),
  );
}

const word = fc.constantFrom(
  'port',
  'trade',
  'Tianjin',
  'summit',
  'volunteers',
  '998',
  '5%',
  '天津',
  'организация',
  'a',
);
const sentence = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '));

describe('BM25', () => {
  it('is what the definitions say', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 8 }),
        sentence,
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, query, k1, b) => {
          const texts = list.map((text) => ({ text, language: 'en' }));
          const index = buildLexicalIndex(texts, { k1, b });
          const expected = naiveScores(texts, query, k1, b);
          const found = new Map(
            index.search(query, 'en', { count: 100 }).map(({ item, score }) => [item, score]),
          );
          expected.forEach((score, item) => expect(found.get(item) ?? 0).toBeCloseTo(score, 4));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('returns best first, no more than asked, in order of item where equal', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 12 }),
        sentence,
        fc.integer({ min: 0, max: 6 }),
        (list, query, most) => {
          const index = buildLexicalIndex(list.map((text) => ({ text, language: 'en' })));
          const hits = index.search(query, 'en', { count: most });
          expect(hits.length).toBeLessThanOrEqual(most);
          hits.forEach((hit, rank) => {
            const next = hits[rank + 1];
            expect(hit.score).toBeGreaterThan(0);
            expect(hit.cover).toBeGreaterThanOrEqual(0);
            expect(hit.cover).toBeLessThanOrEqual(1 + 1e-9);
            if (next !== undefined)
              expect(hit.score > next.score || (hit.score === next.score && hit.item < next.item)).toBe(true);
          });
        },
      ),
    );
  });
});

const BRIEFING: readonly LexicalText[] = [
  { text: '从高校选拔998名志愿者,服务于新闻中心。', language: 'zh' },
  { text: '天津市对上合组织国家进出口总额达533.7亿元人民币,同比增长5.2%。', language: 'zh' },
  { text: '天津市委常委、常务副市长王旭介绍相关情况。', language: 'zh' },
  { text: '2025年上海合作组织峰会将于8月31日至9月1日在天津举办。', language: 'zh' },
];

describe('search', () => {
  const index = buildLexicalIndex(BRIEFING);
  const first = (query: string, language: string): number | undefined =>
    index.search(query, language, { count: 1 })[0]?.item;

  it.each([
    ['zh', '有多少志愿者？', 0],
    ['zh', '進出口總額', 1],
    ['zh', '旭', 2],
    ['en', 'Did trade really reach 53.37 billion yuan?', 1],
    ['ru', 'Правда ли, что рост составил 5,2 процента?', 1],
    ['hi', 'क्या 998 लोग?', 0],
    ['ar', 'ماذا يحدث في 31 أغسطس؟', 3],
    ['en', 'Who is Wang Xu?', 2],
    ['ru', 'Кто такой Ван Сюй?', 2],
  ])('%s: %s', (language, query, item) => {
    expect(first(query, language)).toBe(item);
  });

  it('keeps to the filter', () => {
    expect(
      index.search('天津', 'zh', { count: 9, filter: (item) => item === 1 }).map(({ item }) => item),
    ).toEqual([1]);
  });

  it('finds nothing where nothing is shared', () => {
    expect(index.search('цирк', 'ru', { count: 5 })).toEqual([]);
    expect(index.search('', 'en', { count: 5 })).toEqual([]);
    expect(buildLexicalIndex([]).search('天津', 'zh', { count: 5 })).toEqual([]);
  });

  it('takes less than two milliseconds for a thousand passages', () => {
    const texts = Array.from({ length: 1000 }, (_, number) => ({
      text: `${BRIEFING[number % 4]?.text ?? ''} ${number} ${(number * 7919) % 1000}号`.repeat(3),
      language: 'zh',
    }));
    const large = buildLexicalIndex(texts);
    for (let warm = 0; warm < 50; warm++) large.search('天津有多少志愿者？', 'zh', { count: 20 });
    const start = performance.now();
    for (let run = 0; run < 100; run++) large.search('天津有多少志愿者？', 'zh', { count: 20 });
    expect((performance.now() - start) / 100).toBeLessThan(2);
  });
});

describe('cover', () => {
  const index = buildLexicalIndex(BRIEFING);

  it('of a hit is the cover of its text', () => {
    for (const [text, language] of [
      ['天津有多少志愿者？', 'zh'],
      ['53.37 billion', 'en'],
      ['Кто такой Ван Сюй?', 'ru'],
    ] as const) {
      for (const { item, cover } of index.search(text, language, { count: 9 })) {
        expect(lexicalCover(index, { text, language }, BRIEFING[item] ?? { text: '' })).toBeCloseTo(cover, 9);
      }
    }
  });

  it('is one for the text itself, nothing for a stranger, and between for a part', () => {
    const question = { text: '进出口总额增长', language: 'zh' };
    expect(lexicalCover(index, question, question)).toBeCloseTo(1, 9);
    expect(lexicalCover(index, question, { text: 'цирк', language: 'ru' })).toBe(0);
    expect(lexicalCover(index, question, BRIEFING[1] ?? { text: '' })).toBeGreaterThan(0.5);
    expect(lexicalCover(index, { text: '?', language: 'zh' }, question)).toBe(0);
  });

  it('weighs rare words more', () => {
    const rare = lexicalCover(
      index,
      { text: '天津 志愿者', language: 'zh' },
      { text: '志愿者', language: 'zh' },
    );
    expect(rare).toBeGreaterThan(0.6);
  });
});
