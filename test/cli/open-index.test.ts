/** From a corpus folder to an index: made once, opened after, made anew by itself when something does not fit. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIndex, type OpenIndex, type OpenOptions } from '../../src/cli/open-index.ts';
import { SNAPSHOT_FORMAT } from '../../src/index/snapshot.ts';
import { FakeEmbedder } from '../fakes/fake-embedder.ts';
import { KERNELS } from '../fakes/kernels.ts';
import { HARBOUR_TEXT } from '../fakes/sample-documents.ts';

let folder: string;
let notices: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-open-'));
  notices = [];
  await mkdir(join(folder, 'corpus'));
  await writeFile(join(folder, 'corpus', 'harbour.txt'), HARBOUR_TEXT);
});
afterEach(() => rm(folder, { recursive: true }));

function open(embedder = new FakeEmbedder(), options: Partial<OpenOptions> = {}): Promise<OpenIndex> {
  return openIndex(embedder, {
    corpusFolder: join(folder, 'corpus'),
    dataFolder: join(folder, 'data'),
    builder: 'b1',
    tokenTable: null,
    kernels: KERNELS,
    onNotice: (notice) => notices.push(notice),
    ...options,
  });
}

async function snapshotFolder(): Promise<string> {
  const name = (await readFile(join(folder, 'data/index/current'), 'utf8')).trim();
  return join(folder, 'data/index', name);
}

describe('openIndex', () => {
  it('embeds a corpus once and opens it after without embedding', async () => {
    const first = await open();
    expect(first.embedded).toBe(new Set(first.snapshot.library.windows.map(({ text }) => text)).size);
    const embedder = new FakeEmbedder();
    const second = await open(embedder);
    expect(second.embedded).toBeNull();
    expect(embedder.calls).toEqual([]);
    expect(second.snapshot.library).toEqual(first.snapshot.library);
    expect(second.snapshot.vectors).toEqual(first.snapshot.vectors);
    expect(notices).toEqual([]);
  });

  it('tells of a document that nothing can be cited from', async () => {
    const talk = 'Hall briefing\n\nMayor: It is long.\n\nReporter: When does it open?\n\nMayor: In May.\n';
    await writeFile(join(folder, 'corpus', 'hall.txt'), talk);
    const { problems, snapshot } = await open();
    expect(snapshot.library.passages.some(({ document }) => document === 'hall')).toBe(false);
    const told = problems.filter(({ reason }) => reason.includes('nothing is answered from it'));
    expect(told.map(({ path }) => path)).toEqual(['hall']);
  });

  it('finds by meaning and by word in what it opened', async () => {
    await open();
    const embedder = new FakeEmbedder();
    const { index, search, snapshot } = await open(embedder);
    const [query = new Float32Array()] = await embedder.embed(['It cost 31 million crowns.'], 'query');
    const [hit] = await index.search(query, { count: 1 });
    expect(snapshot.library.windows[hit?.item ?? -1]?.text).toBe('It cost 31 million crowns.');
    expect(search.lexical.search('crowns', 'en', { count: 3 })).toHaveLength(1);
  });

  it('embeds only what is new when a document is added or changed', async () => {
    const first = await open();
    await writeFile(
      join(folder, 'corpus', 'other.txt'),
      'Jon Berg: The crane is red.\n\nReporter: Why?\n\nJon Berg: For luck.\n',
    );
    const embedder = new FakeEmbedder();
    const second = await open(embedder);
    expect(second.snapshot.library.documents.size).toBe(2);
    expect(embedder.texts).toContain('For luck.');
    expect(embedder.texts.some((text) => text.includes('quay'))).toBe(false);
    expect(second.embedded).toBeLessThan(first.embedded ?? 0);
  });

  it('makes another index for another model and for other cutting code', async () => {
    await open();
    const other = new FakeEmbedder({ id: 'fake@2', dimensions: 32 });
    expect((await open(other)).snapshot.manifest.embedder).toEqual({ id: 'fake@2', dimensions: 32 });
    expect(other.texts.length).toBeGreaterThan(0);
    const recut = await open(other, { builder: 'b2' });
    expect(recut.embedded).toBe(0);
  });

  it('rebuilds from the corpus and the vector cache when any file of the index is damaged', async () => {
    const whole = await open();
    const names = await readdir(await snapshotFolder());
    expect(names.length).toBeGreaterThanOrEqual(5);
    for (const name of names) {
      const path = join(await snapshotFolder(), name);
      const bytes = await readFile(path);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x55;
      await writeFile(path, bytes);
      notices = [];
      const embedder = new FakeEmbedder();
      const opened = await open(embedder);
      expect(notices, name).toEqual([
        expect.stringMatching(/^the index cannot be used: .*; rebuilding it from the corpus now$/),
      ]);
      expect(embedder.calls, name).toEqual([]);
      expect(opened.snapshot.vectors, name).toEqual(whole.snapshot.vectors);
      expect((await open()).embedded, name).toBeNull();
    }
  });

  it('rebuilds when a file is gone, the format is newer, or the pointer leads nowhere', async () => {
    await open();
    await rm(join(await snapshotFolder(), 'lexical.bin'));
    expect((await open()).embedded).toBe(0);
    const manifest = join(await snapshotFolder(), 'manifest.json');
    const newer = (await readFile(manifest, 'utf8')).replace(/"format": \d+/u, '"format": 99');
    await writeFile(manifest, newer);
    expect((await open()).embedded).toBe(0);
    expect(notices.at(-1)).toContain(`it has format 99, this version reads format ${SNAPSHOT_FORMAT}`);
    await rm(await snapshotFolder(), { recursive: true });
    expect((await open()).embedded).toBe(0);
    await writeFile(join(folder, 'data/index/current'), 'nonsense\n');
    expect((await open()).embedded).toBe(0);
    expect((await open()).embedded).toBeNull();
  });

  it('loses at most one batch when ingestion is cut short', async () => {
    const failing = new FakeEmbedder({ failsOn: (text) => text === 'Ice breakers will keep the way open.' });
    await expect(open(failing)).rejects.toThrow('Ice breakers');
    const done = failing.calls.slice(0, -1).flatMap(({ texts }) => texts);
    expect(done.length).toBeGreaterThan(10);
    const embedder = new FakeEmbedder();
    const opened = await open(embedder);
    expect(embedder.texts.filter((text) => done.includes(text))).toEqual([]);
    expect(opened.snapshot.library.windows.length).toBeGreaterThan(done.length);
  });

  it('opens with exact search where the index was made without a graph', async () => {
    await open();
    const path = join(await snapshotFolder(), 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as { files: Record<string, unknown> };
    delete manifest.files['graph.hnsw'];
    await writeFile(path, JSON.stringify(manifest));
    expect((await open()).index.name).toBe('exact');
  });

  it('leaves translations, anticipated questions and languages out when told to, in an index of its own', async () => {
    await cp(new URL('../../corpus/2025-sco-tianjin-briefing', import.meta.url), join(folder, 'corpus/t'), {
      recursive: true,
      // Two lists and three translations are enough, and are read in a second.
      filter: (path) =>
        !/\.(?:jsonl|md)$/u.test(path) || /[\\/](?:(?:zh|en)\.jsonl|(?:en|es|ru)\.md)$/u.test(path),
    });
    const languages = ({ snapshot }: OpenIndex) =>
      new Set(snapshot.library.windows.map(({ language }) => language));
    expect(languages(await open(undefined, { without: ['translations'] }))).toEqual(new Set(['zh', 'en']));
    const unasked = await open(undefined, { without: ['anticipated'] });
    expect(languages(unasked)).toEqual(new Set(['zh', 'en', 'es', 'ru']));
    expect(unasked.snapshot.manifest.counts.questions).toBe(0);
    const fewer = await open(undefined, { withoutLanguages: new Set(['en', 'es']) });
    expect(fewer.search.anticipated.fullListsOf('t')).toEqual(new Set(['zh']));
    expect(languages(fewer)).toEqual(new Set(['zh', 'en', 'ru']));
    const whole = await open();
    expect(whole.snapshot.manifest.counts.questions).toBeGreaterThan(1000);
    expect(whole.search.anticipated.fullListsOf('t')).toEqual(new Set(['en', 'zh']));
    const [line = ''] = (await readFile(join(folder, 'corpus/t/anticipated/en.jsonl'), 'utf8')).split('\n');
    const [question = ''] = (JSON.parse(line) as { questions: string[] }).questions;
    const [vector = new Float32Array()] = await new FakeEmbedder().embed([question], 'query');
    expect(whole.search.anticipated.vectors.dot(vector, 0)).toBeGreaterThan(0.9);
  });
});
