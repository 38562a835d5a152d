/** The bundled briefing, as published, parses into the turns that a reader of the page sees. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainTranscript } from '../../src/transcript/explain-transcript.ts';
import { parseTranscript } from '../../src/transcript/parse-transcript.ts';

const path = new URL('../../corpus/2025-sco-tianjin-briefing/transcript.txt', import.meta.url);
const text = readFileSync(path, 'utf8');
const transcript = parseTranscript(text);
const dropped = transcript.blocks.filter((block) => block.kind === 'dropped');
const slice = (span: { start: number; end: number }): string => text.slice(span.start, span.end);

describe('the Tianjin briefing', () => {
  it('has fourteen turns with kind, speaker and the question each answers', () => {
    const rows = transcript.turns.map((turn) => [turn.kind, turn.speaker?.name, turn.inReplyTo]);
    expect(rows).toEqual([
      ['moderation', '马波', null],
      ['statement', '王旭', null],
      ['moderation', '马波', null],
      ['question', '新华社记者', null],
      ['answer', '栾建章', 't4'],
      ['question', '天津日报记者', null],
      ['answer', '戴永康', 't6'],
      ['question', '香港大公文汇传媒集团记者', null],
      ['answer', '王旭', 't8'],
      ['question', '中央广播电视总台记者', null],
      ['answer', '荆洪阳', 't10'],
      ['question', '中国日报记者', null],
      ['answer', '邓光华', 't12'],
      ['moderation', '马波', null],
    ]);
  });

  it('reads roles and organisations from the introduction, outlets from the labels', () => {
    const speakers = new Map(
      transcript.turns.map((turn) => [turn.speaker?.name, [turn.speaker?.role, turn.speaker?.organisation]]),
    );
    expect(Object.fromEntries(speakers)).toEqual({
      马波: ['天津市委宣传部副部长、峰会新闻中心主任', '天津市委宣传部'],
      王旭: ['天津市委常委、常务副市长', '天津市'],
      栾建章: ['主任', '天津市外办'],
      戴永康: ['主任', '天津市发展改革委'],
      荆洪阳: ['主任', '天津市教委'],
      邓光华: ['局长', '天津市数据局'],
      新华社记者: ['记者', '新华社'],
      天津日报记者: ['记者', '天津日报'],
      香港大公文汇传媒集团记者: ['记者', '香港大公文汇传媒集团'],
      中央广播电视总台记者: ['记者', '中央广播电视总台'],
      中国日报记者: ['记者', '中国日报'],
    });
  });

  it('drops the page dirt and nothing else', () => {
    expect(dropped.map((block) => [slice(block), block.reason])).toEqual([
      ['Connor okex官方网站 2025-08-29 6 0', 'byline, date or counter'],
      ['2025年上海合作组织峰会新闻中心举行天津专场吹风会', 'repeated title'],
      ['展开全文', 'show-more button'],
      ['©天津发布', 'copyright line'],
      ['评论', 'comments'],
    ]);
    expect(transcript.notices).toEqual([]);
  });

  it('keeps every other line as speech, label, lead or heading', () => {
    const kept = transcript.blocks
      .filter((block) => block.kind === 'speech')
      .map(slice)
      .join('\n');
    for (const line of text.split('\n').filter((line) => line.length > 40 && !line.startsWith('8月29日'))) {
      expect(kept).toContain(line.replace(/^马波:/u, ''));
    }
    for (const short of ['女士们、先生们、各位媒体朋友:', '谢谢大家!', '我就回答这些,再次谢谢您的提问。'])
      expect(kept).toContain(short);
  });

  it('finds the headings of the statement, and the dropped button inside its span', () => {
    const headings = transcript.blocks
      .filter((block) => block.level !== undefined)
      .map((block) => [slice(block), block.level]);
    expect(headings).toEqual([
      ['一、峰会筹备情况', 1],
      ['二、天津与上合组织国家合作交流成果丰硕', 1],
      ['三、天津市经济社会发展工作亮点', 1],
      ['答记者问', 1],
    ]);
    const statement = transcript.turns[1];
    const button = dropped.find((block) => slice(block) === '展开全文');
    expect(slice(statement ?? { start: 0, end: 0 })).toMatch(
      /^女士们、先生们、各位媒体朋友:[\s\S]*谢谢大家!$/u,
    );
    expect(
      button !== undefined &&
        statement !== undefined &&
        button.start > statement.start &&
        button.end < statement.end,
    ).toBe(true);
  });

  it('gives the same turns when line ends are CRLF', () => {
    const crlf = parseTranscript(text.replaceAll('\n', '\r\n'));
    const words = (t: typeof crlf): readonly string[] =>
      t.turns.map((turn) => t.text.slice(turn.start, turn.end).replaceAll('\r', ''));
    expect(words(crlf)).toEqual(words(transcript));
  });

  it('explains what was dropped with line numbers, and each turn in one line', () => {
    const lines = explainTranscript(transcript);
    expect(lines).toContain('line 3: dropped (byline, date or counter): Connor okex官方网站 2025-08-29 6 0');
    expect(lines).toContain('line 61: heading, level 1: 答记者问');
    expect(lines.filter((line) => /^t\d+ line \d+ /u.test(line))).toHaveLength(14);
  });

  const dress: readonly (readonly [string, (text: string) => string])[] = [
    ['no blank lines', (page) => page.replaceAll('\n\n', '\n')],
    ['carriage returns alone', (page) => page.replaceAll('\n', '\r')],
    ['an indented page', (page) => page.replace(/^/gmu, '\u3000\u3000')],
    ['full-width colons', (page) => page.replace(/^(\S{2,3}):/gmu, '$1：')],
    ['names in front of the first words', (page) => page.replace(/^(\S{2,3}):\n\n/gmu, '$1:')],
    ['bold names', (page) => page.replace(/^(\S{2,3}):/gmu, '**$1:**')],
    ['names as headings', (page) => page.replace(/^(\S{2,3}):/gmu, '### $1\n\n')],
    ['names in frames', (page) => page.replace(/^(\S{2,3}):/gmu, '【$1】')],
    ['a colon behind the outlets', (page) => page.replace(/^(\S+记者)$/gmu, '$1:')],
    ['an office in front of a name', (page) => page.replace(/^戴永康:/gmu, '天津市发展改革委主任戴永康:')],
    ['no title and byline', (page) => page.slice(page.indexOf('8月29日上午'))],
    ['more dirt', (page) => page.replace(/\n\n(?=[一二三]是)/gu, '\n\n点击展开全文\n\n图片来源:海风社\n\n')],
  ];
  it.each(dress)('has the same turns with %s', (_name, change) => {
    const outline = ({ turns }: typeof transcript): readonly unknown[] =>
      turns.map((turn) => [turn.kind, turn.speaker, turn.inReplyTo]);
    expect(outline(parseTranscript(change(text)))).toEqual(outline(transcript));
  });
});
