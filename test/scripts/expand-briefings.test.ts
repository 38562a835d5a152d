/** The briefings that calibration reads become corpus folders whose gold questions stand where they say. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readGoldFolder } from '../../src/cli/read-gold-folder.ts';
import { compareSentences } from '../../src/answer/verification/compare-sentences.ts';
import { readCorpusFolder } from '../../src/corpus/drivers/folder.ts';
import { loadDocuments } from '../../src/corpus/load-documents.ts';
import { locateGold } from '../../src/evaluation/locate-gold.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-briefings-'));
execFileSync(process.execPath, ['scripts/expand-briefings.mjs', 'test/briefings', folder]);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const names = readdirSync(folder);

describe('expand-briefings', () => {
  it('makes a corpus of every briefing', () => {
    expect(names.length).toBe(readdirSync('test/briefings').filter((name) => name.endsWith('.jsonl')).length);
    expect(names.length).toBeGreaterThan(0);
  });

  it.each(names)(
    '%s: translations align, every gold quotation is in the transcript, once, in speech',
    async (name) => {
      const corpus = await readCorpusFolder(join(folder, name));
      const { documents, problems } = loadDocuments(corpus, compareSentences);
      expect(problems).toEqual([]);
      const [document] = documents;
      if (!document) throw new Error(`${name} cannot be read`);
      const [gold] = await readGoldFolder(join(folder, name));
      expect(gold?.questions.length).toBeGreaterThan(100);
      for (const question of gold?.questions ?? [])
        expect(locateGold(question, document.transcript.text)).toHaveLength(question.quotes.length);
      const speakers = new Set(document.transcript.turns.map(({ speaker }) => speaker?.name));
      expect(speakers.size).toBeGreaterThan(1);
    },
  );
});
