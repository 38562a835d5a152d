/** Alignment: the bundled translations fit the briefing sentence by sentence; files that do not fit are refused with their line. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareSentences } from '../../src/answer/verification/compare-sentences.ts';
import { speechParagraphs } from '../../src/passage/speech-paragraphs.ts';
import { alignTranslation } from '../../src/translation/align-translation.ts';
import { parseTranslation } from '../../src/translation/parse-translation.ts';
import { HARBOUR_TEXT, sampleDocument } from '../fakes/sample-documents.ts';

const folder = new URL('../../corpus/2025-sco-tianjin-briefing/', import.meta.url);
const tianjin = sampleDocument(readFileSync(new URL('transcript.txt', folder), 'utf8'), { language: 'zh' });
const files = readdirSync(new URL('translations/', folder)).filter((name) => name.endsWith('.md'));
const read = (name: string): string => readFileSync(new URL(`translations/${name}`, folder), 'utf8');

describe('the bundled translations', () => {
  it('are at least eight', () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
  });

  it.each(files)('%s gives every sentence of the speech, with the same figures', (name) => {
    const translation = alignTranslation(tianjin, parseTranslation(read(name)), compareSentences);
    const starts = speechParagraphs(tianjin.transcript, 'zh').flatMap(({ sentences }) =>
      sentences.map(({ start }) => start),
    );
    expect([...translation.sentences.keys()].sort((a, b) => a - b)).toEqual(starts);
    expect(name.startsWith(translation.language)).toBe(true);
  });

  it.each(files)('%s names every speaker of the page', (name) => {
    const { speakers } = alignTranslation(tianjin, parseTranslation(read(name)), () => null);
    for (const { speaker } of tianjin.transcript.turns) {
      expect(speakers.get(speaker?.name ?? '')?.name, `${speaker?.name} in ${name}`).toMatch(/\S/);
    }
  });
});

describe('a translation that does not fit', () => {
  const harbour = sampleDocument();
  const paragraphs = speechParagraphs(harbour.transcript, 'en').map(({ sentences }) =>
    sentences.map(({ start, end }) => HARBOUR_TEXT.slice(start, end)),
  );
  const front = '---\nlanguage: xx\n---\n\n';
  const body = (blocks: readonly (readonly string[])[]): string =>
    front + blocks.map((lines) => lines.join('\n')).join('\n\n');
  const align = (blocks: readonly (readonly string[])[]) =>
    alignTranslation(harbour, parseTranslation(body(blocks)), () => null);

  it('is accepted where it does fit', () => {
    expect(align(paragraphs).sentences.size).toBe(paragraphs.flat().length);
  });

  it('is refused at the paragraph with a sentence too few or too many', () => {
    const at = paragraphs.findIndex((lines) => lines.length === 3);
    const line = 5 + paragraphs.slice(0, at).reduce((sum, lines) => sum + lines.length + 1, 0);
    const fewer = paragraphs.map((lines, number) => (number === at ? lines.slice(1) : lines));
    expect(() => align(fewer)).toThrow(
      `line ${line}: paragraph ${at + 1} has 2 sentences, the original has 3 and begins "The new quay`,
    );
    const more = paragraphs.map((lines, number) => (number === at ? [...lines, 'More.'] : lines));
    expect(() => align(more)).toThrow(`paragraph ${at + 1} has 4 sentences, the original has 3`);
  });

  it('is refused where a paragraph is missing or left over', () => {
    expect(() => align(paragraphs.slice(0, -1))).toThrow(
      `paragraph ${paragraphs.length} is missing; the original begins "Thank you all.`,
    );
    expect(() => align([...paragraphs, ['Not in the original.']])).toThrow(
      `the original ends after ${paragraphs.length} paragraphs: "Not in the original."`,
    );
  });

  it('is refused at the line whose sentence says something else, with the languages handed over', () => {
    const asked: (readonly string[])[] = [];
    const compare = (_original: string, translated: string, languages: readonly [string, string]) => {
      asked.push(languages);
      return translated.includes('31 million') ? 'the original has 31' : null;
    };
    const file = parseTranslation(body(paragraphs));
    const line = file.paragraphs.flat().find(({ text }) => text.includes('31 million'))?.line;
    expect(() => alignTranslation(harbour, file, compare)).toThrow(`line ${line}: the original has 31`);
    expect(asked[0]).toEqual(['en', 'xx']);
  });

  it('is refused when one figure of a real translation is changed', () => {
    const changed = read('en.md').replace(/\b998\b/, '989');
    expect(changed).not.toBe(read('en.md'));
    const line = changed.split('\n').findIndex((text) => text.includes('989')) + 1;
    expect(() => alignTranslation(tianjin, parseTranslation(changed), compareSentences)).toThrow(
      `line ${line}: `,
    );
  });
});
