import { describe, expect, test } from 'vitest';
import { parseHighlight, type DocumentPageView } from '../../src/page/page-view.ts';
import { layOutTurn } from '../../src/page/lay-out-turn.ts';
import { renderDocumentPage } from '../../src/page/render-document-page.ts';
import { renderEmbedPage, renderHomePage } from '../../src/page/render-home-page.ts';
import type { Transcript } from '../../src/transcript/transcript.ts';
import { HOSTILE_STRINGS } from '../browser/hostile-strings.ts';
import { SAMPLE_DOCUMENT, sampleSentences } from '../browser/sample-answers.ts';

const VIEW: DocumentPageView = {
  language: 'en',
  origin: 'https://lectern.example',
  offersFeedback: false,
  document: SAMPLE_DOCUMENT,
  transcript: SAMPLE_DOCUMENT.transcript,
  sentences: sampleSentences(SAMPLE_DOCUMENT),
  translation: null,
  availableTranslations: [],
  highlight: null,
};

function unescape(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
  return html.replaceAll(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

function textOf(html: string): string {
  return unescape(html.replaceAll(/<[^>]*>/g, ''));
}

describe('the layout of a turn', () => {
  const text = 'One. Two.\nThree.\nmore\nFour.';
  const transcript: Transcript = {
    text,
    turns: [],
    notices: [],
    blocks: [
      { kind: 'speech', start: 0, end: 9 },
      { kind: 'space', start: 9, end: 10 },
      { kind: 'speech', start: 10, end: 16 },
      { kind: 'dropped', start: 16, end: 22, reason: 'page furniture' },
      { kind: 'speech', start: 22, end: 27 },
    ],
  };

  test('keeps sentences apart, drops what was dropped and puts each line in its paragraph', () => {
    const sentences = [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
      { start: 10, end: 16 },
      { start: 22, end: 27 },
    ];
    const paragraphs = layOutTurn(transcript, { start: 0, end: 27 }, sentences);
    expect(paragraphs.map(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['One.', ' ', 'Two.'],
      ['Three.'],
      ['Four.'],
    ]);
    expect(paragraphs[0]?.pieces.map(({ sentence }) => sentence)).toEqual([0, null, 1]);
  });

  test('a sentence over two lines has one anchor', () => {
    const pieces = layOutTurn(transcript, { start: 0, end: 27 }, [{ start: 5, end: 16 }]).flatMap(
      (paragraph) => paragraph.pieces,
    );
    expect(pieces.filter(({ isStart }) => isStart).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Two.',
    ]);
    expect(pieces.filter(({ sentence }) => sentence === 0)).toHaveLength(2);
  });
});

describe('the transcript page', () => {
  const page = renderDocumentPage(VIEW);

  test('says every sentence of every turn, each once and under its anchor', () => {
    for (const { start, end } of VIEW.sentences) {
      const parts = page.split(`id="s${start}-${end}">`);
      expect(parts).toHaveLength(2);
      const sentence = SAMPLE_DOCUMENT.transcript.text.slice(start, end).trim();
      expect(textOf(parts[1] ?? '').startsWith(sentence.split('\n')[0] ?? '')).toBe(true);
    }
  });

  test('links every answer to its question and every question to its answer', () => {
    const answers = SAMPLE_DOCUMENT.transcript.turns.filter(({ inReplyTo }) => inReplyTo !== null);
    expect(answers.length).toBeGreaterThan(3);
    for (const { id, inReplyTo } of answers) {
      const section = (name: string | null): string =>
        page.split(`id="${name}" aria-labelledby`)[1]?.split('</section>')[0] ?? '';
      expect(section(id)).toContain(`href="#${inReplyTo}"`);
      expect(section(inReplyTo)).toContain(`href="#${id}"`);
    }
  });

  test('every link within the page has a target', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  test('shows nothing that the parser dropped', () => {
    const { blocks, text } = SAMPLE_DOCUMENT.transcript;
    const dropped = blocks
      .filter(({ kind }) => kind === 'dropped')
      .map(({ start, end }) => text.slice(start, end).trim());
    expect(dropped).toContain('展开全文');
    expect(textOf(page.split('<article')[1] ?? '')).not.toContain('展开全文');
  });

  test('describes itself as data: questions with the answers given', () => {
    const block = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    const data = JSON.parse(block) as {
      '@type': string;
      datePublished: string;
      hasPart: { suggestedAnswer: { author: { name: string } }[] }[];
    };
    expect(data).toMatchObject({ '@type': 'Article', datePublished: '2025-08-29', inLanguage: 'zh' });
    expect(data.hasPart[0]?.suggestedAnswer[0]?.author.name).toBe('栾建章');
  });

  test.each(['en', 'ar', 'zh', 'hi'])(
    'has its interface in %s and the transcript in its own language',
    (language) => {
      const localised = renderDocumentPage({ ...VIEW, language });
      expect(localised).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
      expect(localised).toContain('<h1 lang="zh" dir="ltr">');
    },
  );
});

describe('a highlighted range', () => {
  const words = '998名志愿者,服务于新闻中心';
  const start = SAMPLE_DOCUMENT.transcript.text.indexOf(words);

  test('is marked word for word and is where the link lands', () => {
    const page = renderDocumentPage({ ...VIEW, highlight: { start, end: start + words.length } });
    expect(page).toContain(`<mark id="q" tabindex="-1">${words}</mark>`);
  });

  test('over several sentences has one landing place and every word marked', () => {
    const end = SAMPLE_DOCUMENT.transcript.text.indexOf('优化服务链条', start) + 6;
    const page = renderDocumentPage({ ...VIEW, highlight: { start, end } });
    const marks = [...page.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map((match) => match[1]);
    expect(page.match(/id="q"/g)).toHaveLength(1);
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.join('')).toBe(SAMPLE_DOCUMENT.transcript.text.slice(start, end));
  });

  test.each([
    undefined,
    '',
    'a-b',
    '5-5',
    '9-3',
    '0-99999999',
    '-1-4',
    '1-2-3',
    '1e2-200',
    '9999999999-99999999999',
  ])('%s is no range', (value) => {
    expect(parseHighlight(value, 1000)).toBeNull();
  });
  test('a range inside the text is one', () =>
    expect(parseHighlight('10-1000', 1000)).toEqual({ start: 10, end: 1000 }));
});

describe('side by side', () => {
  const speakers = { 王旭: { name: 'Wang Xu', role: 'Executive Vice Mayor', organisation: null } };
  const sentences = VIEW.sentences.map((_, index) => (index === 2 ? null : `Sentence number ${index}.`));
  const page = renderDocumentPage({
    ...VIEW,
    availableTranslations: ['en', 'ar'],
    translation: { language: 'en', title: 'A briefing', sentences, speakers },
  });

  test('each sentence has its translation, in its language, and a gap stays a gap', () => {
    const original = VIEW.sentences[5];
    expect(page).toContain(
      `<span class="sentence" data-of="s${original?.start}-${original?.end}">Sentence number 5.</span>`,
    );
    expect(page).not.toContain('Sentence number 2.');
    expect(page).toContain('<p class="translated" lang="en" dir="ltr">');
  });
  test('names and roles are translated beside the original', () => {
    expect(page).toContain('lang="en">Wang Xu</bdi>');
    expect(page).toContain('Executive Vice Mayor');
  });
  test('says whose translation it is, and offers the other languages', () => {
    expect(page).toContain('not the publisher');
    expect(page).toContain('href="/d/briefing?lang=ar"');
  });
});

describe('hostile text', () => {
  const known =
    /^(!doctype|html|head|meta|title|link|script|body|header|a|nav|main|details|summary|h[1-4]|p|bdi|time|div|form|label|input|output|ol|li|ul|article|section|span|mark|lectern-chat)$/;

  test('there are a hundred of them', () => expect(new Set(HOSTILE_STRINGS).size).toBe(100));

  test('never becomes markup, wherever it stands', () => {
    for (const hostile of HOSTILE_STRINGS.filter(({ length }) => length < 10_000)) {
      const text = `${hostile.replaceAll(/\s+/g, ' ')}. Next.`;
      const span = { start: 0, end: text.length };
      const speaker = { name: hostile, role: hostile, organisation: hostile };
      const turn = { ...span, id: 't1', ordinal: 1, kind: 'question' as const, speaker, inReplyTo: null };
      const page = renderDocumentPage({
        ...VIEW,
        document: {
          ...SAMPLE_DOCUMENT,
          id: hostile.replaceAll(/\p{Surrogate}/gu, ''),
          title: hostile,
          url: hostile,
          place: hostile,
          publisher: hostile,
          date: hostile,
        },
        transcript: { text, notices: [], turns: [turn], blocks: [{ kind: 'speech', ...span }] },
        sentences: [span],
        translation: {
          language: 'en',
          title: hostile,
          sentences: [hostile],
          speakers: { [hostile]: speaker },
        },
      });
      const block = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
      expect(JSON.parse(block)).toMatchObject({ headline: hostile });
      const tags = [...page.replace(block, '').matchAll(/<\/?([a-zA-Z!][^\s/>]*)/g)].map(
        (match) => match[1]?.toLowerCase() ?? '',
      );
      expect(tags.filter((tag) => !known.test(tag))).toEqual([]);
      expect(page.replaceAll(/="[^"]*"/g, '')).not.toMatch(/<[^>]*\s(?:on\w+|style)\b/);
      expect(page).not.toMatch(/(?:href|src)="\s*(?:javascript|data:text|vbscript)/i);
    }
  });
});

describe('the other pages', () => {
  const context = { language: 'ar', origin: null, offersFeedback: true };
  const item = {
    id: 'a/b "c"',
    title: '<b>Title</b>',
    date: '2025-08-29',
    language: 'zh',
    place: null,
    publisher: 'P & Q',
    translations: ['en'],
  };

  test('the first page has the question box and every document', () => {
    const page = renderHomePage({ ...context, documents: [item], selectedDocuments: ['x"y'] });
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('documents="x&quot;y"');
    expect(page).toContain('href="/d/a%2Fb%20%22c%22"');
    expect(page).toContain('&lt;b&gt;Title&lt;/b&gt;');
    expect(page).toContain('feedback="on"');
  });

  test('the frame has the question box alone, as it was asked for', () => {
    const page = renderEmbedPage({ ...context, selectedDocuments: [], theme: 'dark', pinnedLanguage: 'fa' });
    expect(page).toContain('language="fa"');
    expect(page).toContain('theme="dark"');
    expect(page).not.toContain('class="site"');
  });
});
