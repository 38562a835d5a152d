/** Checks that the interface texts are complete in every language and that tags resolve to the texts their readers expect. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  formatMessage,
  MESSAGE_KEYS,
  MESSAGE_LANGUAGES,
  messageLanguageFor,
  messagesFor,
  scriptDirection,
  textDirection,
} from '../../src/language/messages.ts';
import type { MessageKey } from '../../src/language/messages.ts';

const translated = MESSAGE_LANGUAGES.filter((language) => language !== 'en');

// Words that these languages share with English; anything else that equals English was left untranslated.
const SAME_AS_ENGLISH: Readonly<Record<string, readonly MessageKey[]>> = {
  de: ['page.original'],
  fr: ['widget.conversation', 'widget.sources', 'widget.source', 'page.question', 'page.documents'],
  id: ['page.moderation'],
};

function placeholders(text: string): string[] {
  return (text.match(/\{[^{}]*\}/g) ?? []).sort();
}

describe('interface texts', () => {
  it('has a catalogue for every file and at least 32 languages', () => {
    const files = readdirSync(new URL('../../src/language/messages/', import.meta.url))
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length));
    expect([...MESSAGE_LANGUAGES].sort()).toEqual(files.sort());
    expect(MESSAGE_LANGUAGES.length).toBeGreaterThanOrEqual(32);
  });

  it.each(MESSAGE_LANGUAGES)('%s has the keys of en, in the same order', (language) => {
    expect(Object.keys(messagesFor(language))).toEqual([...MESSAGE_KEYS]);
  });

  it.each(MESSAGE_LANGUAGES)('%s has text everywhere, without stray spaces', (language) => {
    for (const [key, text] of Object.entries(messagesFor(language))) {
      expect(text, key).not.toBe('');
      expect(text, key).toBe(text.trim());
      expect(text, key).not.toMatch(/ {2}/);
      expect(text, key).toBe(text.normalize('NFC'));
    }
  });

  it.each(translated)('%s keeps the placeholders of en', (language) => {
    for (const key of MESSAGE_KEYS) {
      expect(placeholders(messagesFor(language)[key]), key).toEqual(placeholders(messagesFor('en')[key]));
    }
  });

  it.each(translated)('%s leaves nothing in English', (language) => {
    const same = MESSAGE_KEYS.filter((key) => messagesFor(language)[key] === messagesFor('en')[key]);
    expect(same).toEqual(SAME_AS_ENGLISH[language] ?? []);
  });

  it.each(MESSAGE_LANGUAGES)('%s introduces a quotation with a colon', (language) => {
    // U+FF1A in Chinese and Japanese, U+055D in Armenian, U+17D6 in Khmer.
    expect(messagesFor(language)['answer.original']).toMatch(/[:\uFF1A\u055D\u17D6]$/u);
  });

  it.each(MESSAGE_LANGUAGES)('%s tells its buttons apart', (language) => {
    const buttons: MessageKey[] = [
      'widget.ask',
      'widget.stop',
      'widget.retry',
      'widget.clear',
      'widget.cancel',
      'widget.close',
    ];
    expect(new Set(buttons.map((key) => messagesFor(language)[key])).size).toBe(buttons.length);
  });
});

describe('messageLanguageFor', () => {
  it.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hans-SG', 'zh'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh_TW', 'zh-Hant'],
    ['ZH-hant', 'zh-Hant'],
    ['cmn-Hans-CN', 'zh'],
    ['ru-KZ', 'ru'],
    ['pt-BR-u-nu-latn', 'pt'],
    ['iw', 'he'],
    ['fa-AF', 'fa'],
    ['sw', 'en'],
    ['', 'en'],
    ['not a tag', 'en'],
    ['constructor', 'en'],
  ])('gives %j the texts of %s', (tag, expected) => {
    expect(messageLanguageFor(tag)).toBe(expected);
    expect(messagesFor(tag)).toBe(messagesFor(expected));
  });
});

describe('formatMessage', () => {
  it('puts values in as they are', () => {
    expect(formatMessage('en', 'widget.source', { number: 3 })).toBe('Source 3');
    expect(formatMessage('en', 'error.notFound', { value: '$& {limit}' })).toBe(
      'There is nothing at $& {limit}.',
    );
  });

  it('leaves a placeholder that has no value', () => {
    expect(formatMessage('en', 'widget.source', { toString: 'x' })).toBe('Source {number}');
    expect(formatMessage('en', 'widget.source')).toBe('Source {number}');
  });

  it('uses the language of the tag', () => {
    expect(formatMessage('zh-HK', 'widget.source', { number: 1 })).toBe('來源 1');
  });
});

describe('textDirection', () => {
  it.each(['ar', 'fa', 'ur', 'he', 'ps', 'uz-Arab', 'ar-EG', 'pa-PK'])(
    '%s is written from right to left',
    (tag) => {
      expect(textDirection(tag)).toBe('rtl');
      expect(scriptDirection(tag)).toBe('rtl');
    },
  );

  it.each(['en', 'zh-Hant', 'hi', 'uz', 'ar-Latn', 'pa', 'not a tag', ''])(
    '%j is written from left to right',
    (tag) => {
      expect(textDirection(tag)).toBe('ltr');
      expect(scriptDirection(tag)).toBe('ltr');
    },
  );

  it.each(MESSAGE_LANGUAGES)('the script of %s agrees with the runtime', (language) => {
    expect(scriptDirection(language)).toBe(textDirection(language));
  });
});
