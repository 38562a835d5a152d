/** A development set in XQuAD's layout becomes corpora of answers, each question with the paragraph that answers it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { readGoldFolder } from '../../src/cli/read-gold-folder.ts';
import { readCorpusFolder } from '../../src/corpus/drivers/folder.ts';
import { loadDocuments } from '../../src/corpus/load-documents.ts';
import { locateGold } from '../../src/evaluation/locate-gold.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-dev-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const languages = ['zh', 'en', 'ru', 'ar', 'hi', 'tr'];
const each = <T>(make: (language: string) => T): Record<string, T> =>
  Object.fromEntries(languages.map((language) => [language, make(language)]));

it('expand-dev-set asks of every original in its language and in others', async () => {
  const set = {
    languages,
    paragraphs: each((language) =>
      Array.from({ length: 20 }, (_, at) => `Text ${at} in ${language}. It goes on.`),
    ),
    questions: each((language) =>
      Array.from({ length: 20 }, (_, at) => ({
        text: `What is ${at}, asked in ${language}?`,
        paragraph: at,
      })),
    ),
  };
  const file = join(folder, 'set.json.gz');
  writeFileSync(file, gzipSync(JSON.stringify(set)));
  execFileSync(process.execPath, ['scripts/expand-dev-set.mjs', file, join(folder, 'out')]);
  for (const original of languages) {
    const corpus = join(folder, 'out', `dev-${original}-0`);
    const { documents, problems } = loadDocuments(await readCorpusFolder(corpus), () => null);
    expect(problems).toEqual([]);
    const questions = (await readGoldFolder(corpus)).flatMap((gold) => gold.questions);
    expect(questions.length).toBe(original === 'zh' ? 20 : 10);
    expect(new Set(questions.map(({ language }) => language)).size).toBeGreaterThan(1);
    for (const question of questions)
      expect(locateGold(question, documents[0]?.transcript.text ?? '')).toHaveLength(1);
  }
});
