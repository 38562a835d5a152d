/** What holds for every text whatever it says: blocks partition it, turns hold speech, nothing is thrown or lost. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainTranscript } from '../../src/transcript/explain-transcript.ts';
import { parseTranscript } from '../../src/transcript/parse-transcript.ts';
import type { Transcript } from '../../src/transcript/transcript.ts';
import { readFixtures, speechOf } from './read-fixtures.ts';

const fixtures = readFixtures();
const RUNS = { numRuns: 200 };

/** Says what is wrong with a transcript's blocks; empty when they partition the text. */
function faultsOfBlocks({ text, blocks }: Transcript): readonly string[] {
  const faults: string[] = [];
  let at = 0;
  for (const block of blocks) {
    if (block.start !== at || block.end <= block.start) faults.push(`gap or overlap at ${at}`);
    const slice = text.slice(block.start, block.end);
    if (block.kind === 'space' && /[\p{L}\p{N}\p{P}]/u.test(slice)) faults.push(`words in space: ${slice}`);
    if ((block.kind === 'dropped') !== (block.reason !== undefined)) faults.push(`reason of ${block.kind}`);
    if (block.level !== undefined && (block.kind !== 'heading' || block.level < 1)) faults.push('level');
    at = block.end;
  }
  if (at !== text.length) faults.push(`ends at ${at} of ${text.length}`);
  return faults;
}

/** Says what is wrong with the turns; empty when each begins and ends with speech, and together they hold all of it. */
function faultsOfTurns({ blocks, turns }: Transcript): readonly string[] {
  const faults: string[] = [];
  const speech = blocks.filter((block) => block.kind === 'speech');
  const starts = new Set(speech.map((block) => block.start));
  const ends = new Set(speech.map((block) => block.end));
  let above = 0;
  turns.forEach((turn, at) => {
    if (turn.ordinal !== at + 1 || turn.id !== `t${at + 1}`) faults.push(`number of ${turn.id}`);
    if (!starts.has(turn.start) || !ends.has(turn.end)) faults.push(`edges of ${turn.id}`);
    if (turn.start < above) faults.push(`${turn.id} overlaps`);
    above = turn.end;
    if (blocks.some((b) => b.kind === 'label' && b.start >= turn.start && b.end <= turn.end))
      faults.push('label inside');
    const replied = turns.find((other) => other.id === turn.inReplyTo);
    if (turn.inReplyTo !== null && (turn.kind !== 'answer' || replied?.kind !== 'question'))
      faults.push('reply');
    if (replied !== undefined && replied.ordinal >= turn.ordinal) faults.push('reply before question');
  });
  const outside = speech.filter(
    (block) => !turns.some((turn) => turn.start <= block.start && block.end <= turn.end),
  );
  return outside.length > 0 ? [...faults, 'speech outside turns'] : faults;
}

function check(text: string, format: 'text' | 'markdown' | undefined): void {
  const transcript = parseTranscript(text, format === undefined ? {} : { format });
  expect(transcript.text).toBe(text);
  expect([...faultsOfBlocks(transcript), ...faultsOfTurns(transcript)]).toEqual([]);
  expect(transcript.turns.length > 0 || transcript.notices.length > 0).toBe(true);
  expect(explainTranscript(transcript).length).toBeGreaterThan(0);
}

const formats = fc.constantFrom<('text' | 'markdown' | undefined)[]>('text', 'markdown', undefined);
/** Pieces out of which label-like, dirty and broken lines arise far more often than out of random characters. */
const PIECES = [
  'Q:¦A:¦В.¦О.¦问:¦答：¦记者¦新华社记者¦MR. SMITH:¦Ann Lee¦**¦**Ann Lee:**¦### ¦- ¦— ¦○大臣\u3000¦(問)¦【記者】',
  '[00:12:31] ¦10:30¦https://a.b/c:d¦一、¦1. ¦II. ¦展开全文¦© 2031¦评论¦---¦2031-03-04¦:¦：¦(¦)¦#¦*¦|',
  '\n¦\n\n¦\r\n¦\r¦\u2028¦ ¦\t¦\u3000¦\uFEFF¦\u200F¦\u202B¦🙂¦\uD83D¦\uDE42¦é¦ﷺ¦か。',
  'What is it?¦It is so.¦He said: "no".¦女士们、先生们:¦Ladies and gentlemen:',
];
const piece = fc.constantFrom(...PIECES.flatMap((pieces) => pieces.split('¦')));
const patchwork = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('every text', () => {
  it('is partitioned by its blocks, with its speech inside turns', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), formats, check), RUNS);
    fc.assert(fc.property(patchwork, formats, check), { numRuns: 600 });
  });

  it('gives the same transcript twice', () => {
    fc.assert(
      fc.property(patchwork, (text) => {
        expect(parseTranscript(text)).toEqual(parseTranscript(text));
      }),
      RUNS,
    );
  });
});

const fixture = fc.constantFrom(...fixtures);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(12),
  insert: fc.oneof(piece, fc.string({ maxLength: 8 })),
});

describe('a damaged transcript', () => {
  it('is still partitioned', () => {
    fc.assert(
      fc.property(
        fixture,
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        formats,
        ({ text }, edits, format) => {
          let damaged = text;
          for (const { at, cut, insert } of edits) {
            const place = Math.floor(at * damaged.length);
            damaged = damaged.slice(0, place) + insert + damaged.slice(place + cut);
          }
          check(damaged, format);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('harmless changes', () => {
  const kindsAndWords = (text: string, format: 'text' | 'markdown'): readonly unknown[] => {
    const transcript = parseTranscript(text, { format });
    return [
      speechOf(transcript),
      ...transcript.turns.map((turn) => [turn.kind, turn.speaker, turn.inReplyTo]),
    ];
  };

  for (const { name, text, format } of fixtures) {
    it(`CRLF and a byte-order mark change no turn of ${name}`, () => {
      const plain = kindsAndWords(text, format);
      expect(kindsAndWords(`\uFEFF${text.replaceAll('\n', '\r\n')}`, format)).toEqual(plain);
    });

    it(`marks of direction at line ends change no turn of ${name}`, () => {
      const marked = text.replace(/^(?=.)/gmu, '\u200F').replace(/(?<=.)$/gmu, '\u200E');
      const words = (speech: unknown): string => String(speech).replace(/[\u200E\u200F]/gu, '');
      const [speech, ...turns] = kindsAndWords(marked, format);
      const [plainSpeech, ...plainTurns] = kindsAndWords(text, format);
      expect(words(speech)).toBe(plainSpeech);
      expect(turns).toEqual(plainTurns);
    });
  }

  it('page dirt between paragraphs is dropped and takes no speech with it', () => {
    const dirt = fc.constantFrom(
      '展开全文',
      'Read more',
      'Читать далее',
      'Advertisement',
      '图片来源:海风社',
      'عرض المزيد',
      '1,204 views',
    );
    fc.assert(
      fc.property(fixture, dirt, fc.nat(), ({ text, format }, line, seed) => {
        const paragraphs = text.split('\n\n');
        const spoken = paragraphs.findIndex((one, at) => at > 0 && /^[^\n]{0,40}[:：]/u.test(one));
        fc.pre(spoken > 0 && paragraphs.length - spoken > 3);
        const place = spoken + 1 + (seed % (paragraphs.length - spoken - 2));
        const dirty = [...paragraphs.slice(0, place), line, ...paragraphs.slice(place)].join('\n\n');
        expect(speechOf(parseTranscript(dirty, { format }))).toBe(
          speechOf(parseTranscript(text, { format })),
        );
      }),
      RUNS,
    );
  });
});
