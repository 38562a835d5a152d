import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitAnswer } from '../../src/widget/answer-segments.ts';
import { answerAsMarkdown, answerAsText } from '../../src/widget/copy-text.ts';
import { createMessages, formatDate } from '../../src/widget/messages.ts';
import { safeLink } from '../../src/widget/safe-link.ts';
import { readSettings } from '../../src/widget/settings.ts';
import { createShareLink, readShareLink } from '../../src/widget/share-link.ts';
import { textDirection } from '../../src/widget/text-direction.ts';
import {
  MESSAGE_KEYS,
  MESSAGE_LANGUAGES,
  textDirection as serverDirection,
} from '../../src/language/messages.ts';
import { sampleAnswer } from '../browser/sample-answers.ts';

describe('safe links', () => {
  test.each([
    'https://example.org/a',
    'http://example.org/',
    '/d/briefing?q=1-2#q',
    'd/x',
    '//other.example/x',
  ])('%s may be a link', (address) => {
    expect(safeLink(address, 'https://lectern.example/')).toMatch(/^https?:\/\//);
  });
  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a/b',
    'http://[',
    'mailto:a@b',
  ])('%s may not', (address) => {
    expect(safeLink(address, 'https://lectern.example/')).toBeNull();
  });
  test('nothing is no link', () => expect(safeLink(null, 'https://lectern.example/')).toBeNull());
});

describe('the text of an answer', () => {
  const { citations } = sampleAnswer('a', 'q');

  test('has markers only where a citation bears the number', () => {
    const [first = [], second = []] = splitAnswer('In [2025] it was so [1][2].\n\nSee [3].', citations);
    expect(first.map((segment) => (segment.kind === 'marker' ? segment.marker : segment))).toEqual([
      { kind: 'text', text: 'In [2025] it was so ' },
      1,
      2,
      { kind: 'text', text: '.' },
    ]);
    expect(second).toEqual([{ kind: 'text', text: 'See [3].' }]);
  });

  test('gives words of the original their own language', () => {
    const quote = citations[0]?.quote ?? '';
    expect(splitAnswer(`It says: ${quote} [1]`, citations)[0]).toEqual([
      { kind: 'text', text: 'It says: ' },
      { kind: 'quotation', text: quote, language: 'zh' },
      { kind: 'text', text: ' ' },
      { kind: 'marker', marker: 1 },
    ]);
  });

  test('an empty answer has no paragraphs', () => expect(splitAnswer(' \n\n', citations)).toEqual([]));
});

describe('copying', () => {
  const resolve = (address: string): string | null => safeLink(address, 'https://lectern.example/');
  const answer = sampleAnswer('a', 'How many volunteers?');

  test('takes question, answer, quotations, speakers and places along', () => {
    const text = answerAsText('How many volunteers?', answer, resolve);
    for (const part of [
      'How many volunteers?',
      answer.answer,
      answer.citations[0]?.quote ?? '',
      '王旭',
      'August 29, 2025',
      'https://lectern.example/d/briefing?q=',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('makes no link, image or markup of words in a transcript', () => {
    const [citation] = answer.citations;
    const quote = '![x](javascript:alert(1)) [1](javascript:b) <img src=x onerror=c> `d` **e**';
    const hostile = { ...answer, answer: '[click](javascript:f)', citations: [{ ...citation!, quote }] };
    const markdown = answerAsMarkdown('q', hostile, resolve);
    expect(markdown).not.toMatch(/(?<!\\)!?(?<!\\)\[[^\]]*\]\(javascript/);
    expect(markdown).not.toMatch(/(?<!\\)<img/);
    expect(markdown).toContain('](<https://lectern.example/d/briefing?q=');
  });
});

describe('share links', () => {
  test('bring the question and the widget back', () => {
    const question = 'Wie viele? & "was" #1 从高校 100%';
    const link = new URL(createShareLink('https://site.example/page?x=1#old', question, 'second'));
    expect(link.search).toBe('?x=1');
    expect(readShareLink(link.hash)).toEqual({ question, elementId: 'second' });
  });
  test.each(['', '#', '#top', '#lectern=', '#lectern=%20', `#lectern=${'a'.repeat(2001)}`])(
    '%.12s asks nothing',
    (hash) => {
      expect(readShareLink(hash)).toBeNull();
    },
  );
});

describe('settings', () => {
  const read = (attributes: Readonly<Record<string, string>>) =>
    readSettings((name) => attributes[name] ?? null, 'https://lectern.example/');

  test('are complete without any attribute', () => {
    expect(read({})).toEqual({
      endpoint: 'https://lectern.example/',
      language: null,
      documents: [],
      suggestions: null,
      mode: 'inline',
      offersFeedback: false,
    });
  });
  test('are read from every attribute', () => {
    expect(
      read({
        endpoint: 'https://api.example/base',
        language: 'ar',
        documents: 'a, b,',
        suggestions: 'One? | Two?',
        mode: 'bubble',
        feedback: 'on',
      }),
    ).toEqual({
      endpoint: 'https://api.example/base/',
      language: 'ar',
      documents: ['a', 'b'],
      suggestions: ['One?', 'Two?'],
      mode: 'bubble',
      offersFeedback: true,
    });
  });
  test('what cannot be understood falls back', () => {
    expect(
      read({ endpoint: 'http://[', language: 'auto', suggestions: 'off', mode: 'huge', feedback: 'off' }),
    ).toMatchObject({
      endpoint: 'https://lectern.example/',
      language: null,
      suggestions: [],
      mode: 'inline',
      offersFeedback: false,
    });
  });
});

describe('texts', () => {
  test('values go in once and are not read as placeholders or patterns', () => {
    const { translate } = createMessages({
      language: 'xx',
      direction: 'ltr',
      messages: { 'widget.saidBy': 'by {speaker}, {speaker} {other}' },
    });
    expect(translate('widget.saidBy', { speaker: '$& {other}' })).toBe('by $& {other}, $& {other} {other}');
  });
  test('a missing text is English', () => {
    expect(createMessages({ language: 'xx', direction: 'ltr', messages: {} }).translate('widget.ask')).toBe(
      'Ask',
    );
  });
  test('every key of the widget is in the catalogues of the service', () => {
    const source = readFileSync(new URL('../../src/widget/messages.ts', import.meta.url), 'utf8');
    const keys = [...source.matchAll(/'((?:widget|confidence|abstain)\.\w+)':/g)].map((match) => match[1]);
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((key) => !(MESSAGE_KEYS as readonly string[]).includes(key ?? ''))).toEqual([]);
  });
  test('dates are words, and what is no date stays', () => {
    expect(formatDate('2025-08-29', 'fr')).toBe('29 août 2025');
    expect(formatDate('last summer', 'fr')).toBe('last summer');
  });
  test('the direction of every language agrees with the service', () => {
    const differing = [...MESSAGE_LANGUAGES, 'not a tag', 'pa-PK'].filter(
      (tag) => textDirection(tag) !== serverDirection(tag),
    );
    expect(differing).toEqual([]);
  });
});

test('no file of the widget or the pages can turn text into markup or styles', () => {
  const forbidden =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\(|new Function|srcdoc|\.style\b|style=|['"]on(?!line)\w+['"]\s*[:,]/;
  for (const folder of ['widget', 'page']) {
    const directory = new URL(`../../src/${folder}/`, import.meta.url);
    const files = readdirSync(directory).filter((name) => name.endsWith('.ts'));
    const offending = files.filter((name) => forbidden.test(readFileSync(new URL(name, directory), 'utf8')));
    expect(offending).toEqual([]);
  }
});
