/** The corpus folder: what becomes a document, what is left alone, and how unusable files are told of. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentMetadata } from '../../src/corpus/document-metadata.ts';
import { documentId, isTranscriptFile, readCorpusFolder } from '../../src/corpus/drivers/folder.ts';
import { loadDocuments } from '../../src/corpus/load-documents.ts';
import type { SourceDocument } from '../../src/corpus/source-document.ts';
import { HARBOUR_TEXT, sampleDocument } from '../fakes/sample-documents.ts';
import { speechParagraphs } from '../../src/passage/speech-paragraphs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-corpus-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), content);
}

const metadata = (fields: object): string => JSON.stringify(fields);

describe('readCorpusFolder', () => {
  it('takes subfolders and bare transcripts, in order of name, and nothing else', async () => {
    await put('b-hearing/transcript.md', '**Lind:** Yes.');
    await put('b-hearing/document.json', metadata({ title: 'Hearing' }));
    await put('b-hearing/translations/ru.md', '---\nlanguage: ru\n---\n');
    await put('b-hearing/translations/README.md', 'about them');
    await put('b-hearing/questions/en.jsonl', '{}');
    await put('b-hearing/anticipated/zh-Hant.jsonl', '');
    await put('b-hearing/anticipated/notes.txt', 'about them');
    await put('a speech.txt', 'Anna Lind: Good morning.');
    await put('README.md', 'about the corpus');
    await put('LICENSE.txt', 'licence');
    await put('notes.pdf', 'no transcript');
    await mkdir(join(folder, 'empty'));
    const { documents, problems } = await readCorpusFolder(folder);
    expect(documents.map(({ id, format }) => [id, format])).toEqual([
      ['a-speech', 'text'],
      ['b-hearing', 'markdown'],
    ]);
    expect(documents[1]?.metadata?.path).toBe(join(folder, 'b-hearing/document.json'));
    expect(documents[1]?.translations.map(({ path }) => path)).toEqual([
      join(folder, 'b-hearing/translations/ru.md'),
    ]);
    expect(documents[1]?.anticipated.map(({ path }) => path)).toEqual([
      join(folder, 'b-hearing/anticipated/zh-Hant.jsonl'),
    ]);
    expect(problems).toEqual([]);
  });

  it('prefers the file named transcript, keeps the text to the letter', async () => {
    await put('x/a.txt', 'other');
    await put('x/transcript.txt', 'line\r\n  line \u3000\n');
    const { documents } = await readCorpusFolder(folder);
    expect(documents[0]?.transcript.text).toBe('line\r\n  line \u3000\n');
  });

  it('reads a byte order mark away, and UTF-16 as Windows writes it', async () => {
    await put('bom.txt', '\uFEFFGuten Tag');
    await put('wide.txt', Buffer.from('\uFEFF各位好', 'utf16le'));
    const { documents } = await readCorpusFolder(folder);
    expect(documents.map(({ transcript }) => transcript.text)).toEqual(['Guten Tag', '各位好']);
  });

  it('tells of a file that is not UTF-8 with the first bad byte, and reads the others', async () => {
    await put('bad.txt', Buffer.concat([Buffer.from('天津 '), Buffer.from([0xff, 0x41])]));
    await put('cut.txt', Buffer.from('天津').subarray(0, 5));
    await put('good.txt', 'Anna Lind: Good morning.');
    const { documents, problems } = await readCorpusFolder(folder);
    expect(documents.map(({ id }) => id)).toEqual(['good']);
    expect(problems).toEqual([
      { path: join(folder, 'bad.txt'), reason: expect.stringContaining('not valid UTF-8 (byte 7)') },
      { path: join(folder, 'cut.txt'), reason: expect.stringContaining('not valid UTF-8') },
    ]);
  });

  it('keeps a document when a file beside it cannot be read, and tells of that file', async () => {
    await put('x/transcript.txt', 'Anna Lind: Good morning.');
    for (const name of ['translations/ru.md', 'anticipated/ru.jsonl'])
      await put(`x/${name}`, Buffer.from([0xc3, 0x28]));
    await put('x/anticipated/en.jsonl', '');
    const { documents, problems } = await readCorpusFolder(folder);
    expect(documents.map(({ translations, anticipated }) => [translations.length, anticipated.length])).toEqual([
      [0, 1],
    ]);
    expect(problems).toEqual(
      ['translations/ru.md', 'anticipated/ru.jsonl'].map((name) => ({
        path: join(folder, 'x', name),
        reason: expect.stringContaining('not valid UTF-8 (byte 1)'),
      })),
    );
  });

  it('tells of a folder without a transcript', async () => {
    await put('x/document.json', metadata({ title: 'X' }));
    expect((await readCorpusFolder(folder)).problems).toEqual([
      { path: join(folder, 'x'), reason: 'no transcript (.txt or .md) in this folder' },
    ]);
  });

  it('says in one line that the folder itself is not there', async () => {
    await expect(readCorpusFolder(join(folder, 'nowhere'))).rejects.toThrow(
      `corpus folder "${join(folder, 'nowhere')}" cannot be read: create it, or set LECTERN_CORPUS`,
    );
  });

  it('makes ids that stand in addresses', () => {
    expect(documentId('Tianjin briefing (final)')).toBe('Tianjin-briefing-final-');
    expect(documentId('天津/../发布')).toBe('天津-..-发布');
    expect(isTranscriptFile('README.md') || isTranscriptFile('.hidden.txt') || isTranscriptFile('a.pdf')).toBe(
      false,
    );
    expect(isTranscriptFile('Talk.TXT')).toBe(true);
  });
});

function source(overrides: Partial<SourceDocument> = {}): SourceDocument {
  return {
    id: 'harbour-2024-04-02',
    transcript: { path: 'c/transcript.txt', text: HARBOUR_TEXT },
    format: 'text',
    metadata: null,
    translations: [],
    anticipated: [],
    ...overrides,
  };
}

describe('documentMetadata', () => {
  it('is completed from name and text where nothing is stated', () => {
    expect(documentMetadata(source())).toEqual({
      id: 'harbour-2024-04-02',
      title: 'Harbour briefing, Port of Avelin',
      date: '2024-04-02',
      language: 'en',
      place: null,
      publisher: null,
      url: null,
      licence: null,
    });
  });

  it('believes what document.json states', () => {
    const text = metadata({ title: 'T', date: '2020-02-29', language: 'zh-Hant', url: 'https://example.org/a' });
    expect(documentMetadata(source({ metadata: { path: 'p', text } }))).toMatchObject({
      title: 'T',
      date: '2020-02-29',
      language: 'zh-Hant',
      url: 'https://example.org/a',
    });
  });

  it.each([
    ['{', 'JSON'],
    ['[]', 'object'],
    [metadata({ title: '' }), 'title'],
    [metadata({ date: '29.08.2025' }), 'date'],
    [metadata({ date: '2025-02-30' }), 'date'],
    [metadata({ language: 'Chinese (simplified)' }), 'language'],
    [metadata({ url: 'javascript:alert(1)' }), 'url'],
  ])('refuses %s in one line that names what is wrong', (text, word) => {
    const read = () => documentMetadata(source({ metadata: { path: 'p', text } }));
    expect(read).toThrow(word);
    expect(read).not.toThrow('\n');
  });
});

describe('loadDocuments', () => {
  const agree = () => null;

  it('leaves a document out whose metadata is broken, and says which file', () => {
    const broken = source({ id: 'broken', metadata: { path: 'c/document.json', text: '{' } });
    const { documents, problems } = loadDocuments({ documents: [broken, source()], problems: [] }, agree);
    expect(documents.map(({ id }) => id)).toEqual(['harbour-2024-04-02']);
    expect(problems).toEqual([{ path: 'c/document.json', reason: expect.stringMatching(/JSON/) }]);
  });

  it('leaves a broken translation out and keeps the document and its other translations', () => {
    const lines = speechParagraphs(sampleDocument().transcript, 'en').map(({ sentences }) =>
      sentences.map(({ start, end }) => HARBOUR_TEXT.slice(start, end)).join('\n'),
    );
    const good = { path: 'c/xx.md', text: `---\nlanguage: xx\n---\n${lines.join('\n\n')}` };
    const bad = { path: 'c/yy.md', text: `---\nlanguage: yy\n---\n${lines.slice(1).join('\n\n')}` };
    const { documents, problems } = loadDocuments(
      { documents: [source({ translations: [bad, good] })], problems: [] },
      agree,
    );
    expect(documents[0]?.translations.map(({ language }) => language)).toEqual(['xx']);
    expect(problems).toEqual([
      { path: 'c/yy.md', reason: expect.stringMatching(/^translation refused: line \d+: paragraph 1 has/) },
    ]);
  });

  it('reads anticipated questions in the language of the file, and tells lines that it cannot place', () => {
    const good = JSON.stringify({ quote: 'It cost 31 million crowns.', questions: ['多少钱?'] });
    const bad = JSON.stringify({ quote: 'It cost nothing.', questions: ['多少钱?'] });
    const anticipated = [
      { path: 'c/anticipated/zh-Hant.jsonl', text: `${good}\n${bad}` },
      { path: 'c\\anticipated\\en.jsonl', text: good },
    ];
    const { anticipated: lists, problems } = loadDocuments(
      { documents: [source({ anticipated })], problems: [] },
      agree,
    );
    expect(lists.get('harbour-2024-04-02')?.map(({ language }) => language)).toEqual(['zh-Hant', 'en']);
    expect(problems).toEqual([
      { path: 'c/anticipated/zh-Hant.jsonl', reason: expect.stringContaining('line 2: "It cost nothing."') },
    ]);
  });

  it('hands on what the parser remarks, and problems found before', () => {
    const plain = source({ transcript: { path: 'c/plain.txt', text: 'The quay is long.\n\nIt is new.\n' } });
    const before = { path: 'c/bad.txt', reason: 'not valid UTF-8' };
    const { documents, problems } = loadDocuments({ documents: [plain], problems: [before] }, agree);
    expect(documents).toHaveLength(1);
    expect(problems[0]).toEqual(before);
    expect(problems[1]?.path).toBe('c/plain.txt');
  });
});
