/** Gold files are read line by line, and what is wrong with one is said with its place and value. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { threadsOf } from '../../src/evaluation/gold-case.ts';
import { parseGoldDialogues, parseGoldQuestions } from '../../src/evaluation/gold-question.ts';
import { locateGold } from '../../src/evaluation/locate-gold.ts';
import { overlaps } from '../../src/transcript/locate-quote.ts';

const good = {
  id: 'en-1',
  language: 'en',
  question: 'How many?',
  kind: 'number',
  expected: 'answer',
  quotes: ['The port handled ４２ ships.'],
  facts: ['42 ships'],
  group: 'f1',
};
const parse = (...records: object[]): unknown =>
  parseGoldQuestions(records.map((record) => JSON.stringify(record)).join('\n'), 'q/en.jsonl');

describe('gold questions', () => {
  it('reads lines, passing over empty ones and a byte order mark', () => {
    expect(parseGoldQuestions(`\uFEFF${JSON.stringify(good)}\n\n`, 'q')).toEqual([good]);
  });

  it.each([
    ['q/en.jsonl:2: kind: ', { ...good, kind: 'numbr' }, '"numbr"'],
    [
      'q/en.jsonl:2: language: must be a BCP-47 language tag',
      { ...good, language: 'english please' },
      '"english please"',
    ],
    ['q/en.jsonl:2: question: must not be empty', { ...good, question: ' ' }, '" "'],
    ['q/en.jsonl:2: quotes: needs at least one', { ...good, quotes: [] }, '[]'],
    ['q/en.jsonl:2: facts: "43 ships" stands in none', { ...good, facts: ['43 ships'] }, '["43 ships"]'],
    ['q/en.jsonl:2: quotes: must be empty', { ...good, expected: 'abstain', facts: [] }, '４２ ships'],
    ['q/en.jsonl:2: ', { ...good, answer: 'surplus' }, 'answer'],
    ['q/en.jsonl:2: the line: ', ['not an object'], '["not an object"]'],
  ])('refuses with place and value: %s', (place, record, value) => {
    const fault = (): unknown => parse(good, record);
    expect(fault).toThrow(place);
    expect(fault).toThrow(value);
  });

  it('refuses what is not JSON, in one line', () => {
    expect(() => parseGoldQuestions('{"id": "en', 'q/en.jsonl')).toThrow(
      /^q\/en\.jsonl:1: is not JSON: "\{\\"id\\": \\"en"$/,
    );
  });

  it('reads conversations with a speaker, and refuses one without turns', () => {
    const turn = {
      question: 'Who?',
      expected: 'answer',
      quotes: good.quotes,
      facts: good.facts,
      speaker: 'Ada Quill',
    };
    const dialogue = { id: 'd', language: 'en', turns: [turn] };
    expect(parseGoldDialogues(JSON.stringify(dialogue), 'd.jsonl')).toEqual([dialogue]);
    expect(() => parseGoldDialogues(JSON.stringify({ ...dialogue, turns: [] }), 'd.jsonl')).toThrow(
      'd.jsonl:1: turns',
    );
  });

  it('refuses an id that stands twice', () => {
    const set = {
      document: 'x',
      questions: parseGoldQuestions(`${JSON.stringify(good)}\n`.repeat(2), 'q'),
      dialogues: [],
    };
    expect(() => threadsOf([set])).toThrow('x: the id x/en-1 stands twice');
  });
});

describe('the turns of a conversation', () => {
  it('open it, follow up, or begin a new subject', () => {
    const turn = { question: 'What?', expected: 'abstain', quotes: [], facts: [] };
    const turns = [turn, turn, { ...turn, alone: true }];
    const dialogues = parseGoldDialogues(JSON.stringify({ id: 'd1', language: 'en', turns }), 'd');
    const [thread] = threadsOf([{ document: 'x', questions: [], dialogues }]);
    expect(thread?.map(({ kind }) => kind)).toEqual(['opening', 'follow_up', 'new_subject']);
  });
});

describe('places of gold quotations', () => {
  it('are their offsets', () => {
    expect(locateGold({ id: 'g', quotes: ['b', 'cd'] }, 'abcd')).toEqual([
      { start: 1, end: 2 },
      { start: 2, end: 4 },
    ]);
  });

  it('must be there, once', () => {
    expect(() => locateGold({ id: 'g', quotes: ['x'] }, 'abcd')).toThrow('g: the quotation "x" is not in');
    expect(() => locateGold({ id: 'g', quotes: ['aa'] }, 'aaa')).toThrow('occurs more than once');
  });

  it('overlap when they share a character', () => {
    expect(overlaps({ start: 0, end: 2 }, { start: 1, end: 3 })).toBe(true);
    expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false);
  });
});

describe('the gold data of this repository', () => {
  const folders = ['corpus', join('test', 'corpora')].flatMap((root) =>
    readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [join(root, entry.name)] : [],
    ),
  );

  it.each(folders)('%s: every line is valid, every quotation has one place', (folder) => {
    const name = readdirSync(folder).find((candidate) => candidate.startsWith('transcript.')) ?? '';
    const text = readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '');
    const files = readdirSync(folder).includes('questions') ? readdirSync(join(folder, 'questions')) : [];
    const questions = files
      .map((file) => join(folder, 'questions', file))
      .flatMap((path) => parseGoldQuestions(readFileSync(path, 'utf8'), path));
    const path = join(folder, 'dialogues.jsonl');
    const dialogues = readdirSync(folder).includes('dialogues.jsonl')
      ? parseGoldDialogues(readFileSync(path, 'utf8'), path)
      : [];
    for (const gold of threadsOf([{ document: folder, questions, dialogues }]).flat()) {
      expect(locateGold(gold, text)).toHaveLength(gold.quotes.length);
    }
  });
});
