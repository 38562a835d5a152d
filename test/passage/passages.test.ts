/** Paragraphs of speech, passages and windows: what may be cited and what is searched. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinSentences, makeWindows, originalText } from '../../src/passage/make-windows.ts';
import type { Passage } from '../../src/passage/passage.ts';
import { speechParagraphs } from '../../src/passage/speech-paragraphs.ts';
import { splitPassages } from '../../src/passage/split-passages.ts';
import { sampleDocument } from '../fakes/sample-documents.ts';

const tianjinText = readFileSync(
  new URL('../../corpus/2025-sco-tianjin-briefing/transcript.txt', import.meta.url),
  'utf8',
);
const tianjin = sampleDocument(tianjinText, { id: 'tianjin', language: 'zh' });
const harbour = sampleDocument();

function sentencesOf(passage: Passage, text: string): string[] {
  return passage.sentences.map(({ start, end }) => text.slice(start, end));
}

describe('speechParagraphs', () => {
  it('gives every line of speech in order, with its turn', () => {
    const { transcript } = harbour;
    const lines = speechParagraphs(transcript, 'en').map(({ turn, sentences }) => [
      turn.speaker?.name ?? null,
      sentences.map(({ start, end }) => transcript.text.slice(start, end)).join(' | '),
    ]);
    expect(lines).toContainEqual([
      'Anna Lind',
      'The new quay is 420 metres long. | It cost 31 million crowns. | Work began in March 2023.',
    ]);
    expect(lines).toContainEqual(['Jon Berg', expect.stringMatching(/^Yes\. \| In winter one ship/)]);
    const words = lines.map(([, words]) => words).join(' ');
    for (const outside of ['Port of Avelin', 'Questions and answers', 'Moderator:'])
      expect(words).not.toContain(outside);
  });

  it('leaves none of the briefing’s speech out and takes none of its dirt in', () => {
    const { transcript } = tianjin;
    const spoken = speechParagraphs(transcript, 'zh')
      .flatMap(({ sentences }) => sentences)
      .map(({ start, end }) => transcript.text.slice(start, end))
      .join('')
      .replace(/\s+/g, '');
    const speech = transcript.blocks
      .filter(
        (block) =>
          block.kind === 'speech' ||
          (block.kind === 'heading' &&
            transcript.turns.some((turn) => turn.start <= block.start && block.end <= turn.end)),
      )
      .map(({ start, end }) => transcript.text.slice(start, end))
      .join('')
      .replace(/\s+/g, '');
    expect(spoken).toBe(speech);
    expect(spoken).not.toMatch(/展开全文|okex|©/);
  });
});

describe('splitPassages', () => {
  it('makes one passage of an answer and one of each section of a statement', () => {
    const passages = splitPassages(harbour);
    expect(passages.map(({ id }) => id)).toEqual(passages.map((_, at) => `harbour/p${at + 1}`));
    const { text } = harbour.transcript;
    const rows = passages.map((passage) => [passage.headings, sentencesOf(passage, text)[0]]);
    expect(rows).toEqual([
      [[], 'Good morning, everybody.'],
      [[expect.stringContaining('The new quay')], 'The new quay is 420 metres long.'],
      [[expect.stringContaining('The ferry')], 'The ferry line opens on 4 May.'],
      [[], 'About 250 people will work there.'],
      [[], 'Yes.'],
    ]);
  });

  it('takes no question and no moderation, neither from this text nor from the briefing', () => {
    for (const document of [harbour, tianjin]) {
      const kinds = new Map(document.transcript.turns.map(({ id, kind }) => [id, kind]));
      for (const { turn } of splitPassages(document)) expect(kinds.get(turn)).toMatch(/^(statement|answer)$/);
    }
  });

  it('makes the briefing’s five answers whole passages and parts its statement by its headings', () => {
    const passages = splitPassages(tianjin);
    const { text, turns, blocks } = tianjin.transcript;
    const answers = turns.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
    for (const answer of answers) expect(passages.filter(({ turn }) => turn === answer)).toHaveLength(1);
    const headings = new Set(passages.flatMap((passage) => passage.headings));
    expect([...headings]).toEqual([
      '一、峰会筹备情况',
      '二、天津与上合组织国家合作交流成果丰硕',
      '三、天津市经济社会发展工作亮点',
    ]);
    const dropped = blocks.filter(({ kind }) => kind === 'dropped');
    for (const passage of passages) {
      expect(dropped.some(({ start, end }) => start < passage.end && end > passage.start)).toBe(false);
      expect(passage.start).toBe(passage.sentences[0]?.start);
      expect(passage.end).toBe(passage.sentences.at(-1)?.end);
      expect(sentencesOf(passage, text).every((sentence) => !headings.has(sentence))).toBe(true);
      const ordered = passage.sentences.every(
        ({ start }, at) => start >= (passage.sentences[at - 1]?.end ?? 0),
      );
      expect(ordered).toBe(true);
    }
  });

  it('cuts a long statement without headings at its paragraphs', () => {
    const paragraph = 'The harbour was deepened again this year. The work went well.';
    const text = `Anna Lind: Good morning.\n\n${`${paragraph}\n\n`.repeat(40)}Reporter: Why?\n\nAnna Lind: For ships.\n`;
    const document = sampleDocument(text);
    const statement = document.transcript.turns[0];
    expect(statement?.kind).toBe('statement');
    const passages = splitPassages(document, { sectionCharacters: 400 });
    const parts = passages.filter(({ turn }) => turn === statement?.id);
    expect(parts.length).toBeGreaterThan(4);
    for (const { start, end } of parts) expect(end - start).toBeLessThanOrEqual(400 + 40);
    expect(parts.flatMap(({ sentences }) => sentences)).toHaveLength(81);
  });

  it('still makes passages of a text in which nobody is named', () => {
    const document = sampleDocument('The quay is long.\n\nThe ferry is new.\n');
    expect(document.transcript.notices.length).toBeGreaterThan(0);
    expect(splitPassages(document).length).toBeGreaterThan(0);
  });
});

describe('makeWindows', () => {
  const windows = (sentences: readonly (string | null)[]): string[] =>
    makeWindows(4, { language: 'en', sentences }, 3).map(
      ({ first, last, text }) => `${first}-${last} ${text}`,
    );

  it('takes one to three neighbours, shortest first', () => {
    expect(windows(['A.', 'B.', 'C.', 'D.'])).toEqual([
      '0-1 A.',
      '0-2 A. B.',
      '0-3 A. B. C.',
      '1-2 B.',
      '1-3 B. C.',
      '1-4 B. C. D.',
      '2-3 C.',
      '2-4 C. D.',
      '3-4 D.',
    ]);
  });

  it('does not reach across a sentence that a translation lacks', () => {
    expect(windows(['A.', null, 'C.'])).toEqual(['0-1 A.', '2-3 C.']);
    expect(windows([null, null])).toEqual([]);
    expect(windows([])).toEqual([]);
  });

  it('joins Chinese and Japanese without a space, others with one', () => {
    expect(joinSentences(['天津。', '港口。'])).toBe('天津。港口。');
    expect(joinSentences(['港です。', 'はい。'])).toBe('港です。はい。');
    expect(joinSentences(['One.', 'Two.'])).toBe('One. Two.');
    expect(joinSentences(['항구.', '준비.'])).toBe('항구. 준비.');
    expect(joinSentences([])).toBe('');
  });

  it('cuts the original by offsets', () => {
    const { text } = harbour.transcript;
    const passage = splitPassages(harbour)[1];
    expect(passage && originalText(passage, text, 'en').sentences).toEqual([
      'The new quay is 420 metres long.',
      'It cost 31 million crowns.',
      'Work began in March 2023.',
    ]);
  });
});
