/** The translation file format: front matter, paragraphs, lines, and what is said about a broken file. */
import { describe, expect, it } from 'vitest';
import { parseTranslation } from '../../src/translation/parse-translation.ts';
import { TranslationError } from '../../src/translation/translation-error.ts';

const FRONT = '---\nlanguage: ru\ntitle: Порт\nspeakers:\n  Anna Lind: { name: Анна Линд, role: мэр }\n---\n';

function refusal(source: string): TranslationError {
  try {
    parseTranslation(source);
  } catch (error) {
    if (error instanceof TranslationError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('parseTranslation', () => {
  it('reads front matter, and paragraphs of one sentence a line with their line numbers', () => {
    const file = parseTranslation(`${FRONT}\nПервая.\nВторая.\n\n\n  Третья.  \n`);
    expect(file.front).toMatchObject({ language: 'ru', title: 'Порт' });
    expect(file.front.speakers?.['Anna Lind']).toMatchObject({ name: 'Анна Линд', role: 'мэр' });
    expect(file.paragraphs).toEqual([
      [
        { line: 8, text: 'Первая.' },
        { line: 9, text: 'Вторая.' },
      ],
      [{ line: 12, text: 'Третья.' }],
    ]);
  });

  it('reads a byte order mark and Windows line ends as if they were not there', () => {
    const plain = `${FRONT}\nПервая.\n\nВторая.\n`;
    expect(parseTranslation(`\uFEFF${plain.replaceAll('\n', '\r\n')}`)).toEqual(parseTranslation(plain));
  });

  it('keeps a "---" in the text as text', () => {
    expect(parseTranslation(`${FRONT}\n---\n`).paragraphs).toEqual([[{ line: 8, text: '---' }]]);
  });

  it.each([
    ['', 1, 'front matter'],
    ['Первая.\n', 1, 'front matter'],
    ['---\nlanguage: ru\n', 1, 'front matter'],
    ['---\ntitle: Порт\n---\nПервая.\n', 2, 'language'],
    ['---\nlanguage: [ru\n---\nПервая.\n', 2, 'front matter'],
    ['---\nlanguage: ru\nspeakers: [a]\n---\n', 2, 'speakers'],
    ['---\nlanguage: ru\nspeakers: { A: { role: мэр } }\n---\n', 2, 'name'],
  ])('refuses %j at its line', (source, line, words) => {
    const error = refusal(source);
    expect(error.line).toBe(line);
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('\n');
  });
});
