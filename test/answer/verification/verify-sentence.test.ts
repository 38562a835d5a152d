/** Faithful sentences pass: every aligned translation of the corpus, offered as a sentence that cites its original. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WritingTask } from '../../../src/answer/answer-writer.ts';
import { deriveFloor } from '../../../src/answer/verification/check-support.ts';
import { verifySentence } from '../../../src/answer/verification/verify-sentence.ts';
import { speechParagraphs } from '../../../src/passage/speech-paragraphs.ts';
import type { Document } from '../../../src/transcript/document.ts';
import { parseTranscript } from '../../../src/transcript/parse-transcript.ts';
import { parseTranslation, type TranslationFile } from '../../../src/translation/parse-translation.ts';
import { writingTask } from '../chat-model-task.ts';

const FOLDER = 'corpus/2025-sco-tianjin-briefing';
const text = readFileSync(`${FOLDER}/transcript.txt`, 'utf8');
const transcript = parseTranscript(text);
const document: Document = {
  id: 'd', title: '上合组织峰会天津专场吹风会', date: null, language: 'zh', place: '天津', publisher: null, url: null, licence: null, transcript,
}; // prettier-ignore
const sentences = speechParagraphs(transcript, 'zh').flatMap(({ turn, sentences }) =>
  sentences.map((span) => ({ ...span, turn })),
);
/** Each takes milliseconds: a part of them tells enough. */
const EVERY = 9;

function readFile(file: string): TranslationFile {
  return parseTranslation(readFileSync(`${FOLDER}/translations/${file}`, 'utf8'));
}

function taskOf(
  { front, paragraphs }: TranslationFile,
  at: number,
): { task: WritingTask; translated: string } {
  const span = sentences[at];
  const translated = paragraphs.flat()[at]?.text ?? '';
  if (!span) throw new RangeError(`no sentence ${at}`);
  const named = front.speakers?.[span.turn.speaker?.name ?? ''];
  const speaker = named
    ? { name: named.name, role: named.role ?? null, organisation: named.organisation ?? null }
    : null;
  const translation = { language: front.language, text: translated, origin: 'aligned' as const, speaker };
  const { start, end, turn } = span;
  const quotation = {
    marker: 1,
    document,
    turn,
    question: null,
    quote: text.slice(start, end),
    start,
    end,
    translation,
  };
  return {
    task: { question: '', language: front.language, quotations: [quotation], conversation: [] },
    translated,
  };
}

describe('verifySentence', () => {
  it.each(readdirSync(`${FOLDER}/translations`))('accepts the faithful sentences of %s', async (file) => {
    const translation = readFile(file);
    const failed: string[] = [];
    let count = 0;
    for (let at = 0; at < sentences.length; at += EVERY) {
      const { task, translated } = taskOf(translation, at);
      const verdict = await verifySentence({ text: `${translated} [1]`, markers: [1] }, task);
      count++;
      if (verdict.verdict !== 'verified')
        failed.push(`${verdict.verdict} (${verdict.detail}): ${translated}`);
    }
    expect(count).toBeGreaterThan(15);
    expect(failed).toEqual([]);
  });

  it('asks the meaning check, and takes no number that is none', async () => {
    const task = writingTask('en', '');
    const sentence = { text: 'In 2024 trade with friendly countries was up 22 percent [1].', markers: [1] };
    const check = (score: number) => ({ similarity: async () => score, floor: 0.4 });
    expect(await verifySentence(sentence, task, check(0.5))).toEqual({ verdict: 'verified' });
    expect(await verifySentence(sentence, task, check(0.3))).toMatchObject({ verdict: 'unsupported' });
    expect(await verifySentence(sentence, task, check(Number.NaN))).toMatchObject({ verdict: 'unsupported' });
  });

  it('rejects a list of markers that is not what the text shows', async () => {
    const task = writingTask('en', '');
    const words = 'In 2024 trade with friendly countries was up 22 percent';
    expect(await verifySentence({ text: `${words} [1].`, markers: [1, 2] }, task)).toMatchObject({
      verdict: 'unknown_marker',
    });
    expect(await verifySentence({ text: `${words} [1][2].`, markers: [1] }, task)).toMatchObject({
      verdict: 'unknown_marker',
    });
    expect(await verifySentence({ text: ' [1]', markers: [1] }, task)).toMatchObject({ verdict: 'empty' });
  });
});

describe('deriveFloor', () => {
  it('parts two lists where as many are wrong on either side', () => {
    const floor = deriveFloor([0.9, 0.8, 0.7, 0.6], [0.1, 0.2, 0.3, 0.4]);
    expect(floor).toBeGreaterThan(0.4);
    expect(floor).toBeLessThanOrEqual(0.6);
    expect(deriveFloor([0.9, 0.8, 0.3], [0.1, 0.2, 0.7])).toBeCloseTo(0.7);
    expect(() => deriveFloor([], [0.1])).toThrow(RangeError);
  });
});
