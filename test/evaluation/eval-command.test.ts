/** `lectern eval` as it is typed: files in, files out, exit status. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runEval, type OpenSystemOptions } from '../../src/cli/eval.ts';
import { parseReport } from '../../src/evaluation/report-json.ts';
import { abstained, answered, cite, fakeSystem, gold } from './fake-system.ts';

let folder: string;
let corpus: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-eval-'));
  corpus = join(folder, 'corpus');
  await mkdir(join(corpus, 'inkwell', 'questions'), { recursive: true });
  await mkdir(join(corpus, 'without-gold'));
  const questions = [
    gold('a', 'How many ships?', 'ships', ['42 ships']),
    gold('b', 'When?', 'pier', ['3 June']),
  ];
  await writeFile(
    join(corpus, 'inkwell', 'questions', 'en.jsonl'),
    questions.map((q) => JSON.stringify(q)).join('\n'),
  );
  const french = { ...gold('c', 'Une grue ?', null), language: 'fr' };
  await writeFile(join(corpus, 'inkwell', 'questions', 'fr.jsonl'), JSON.stringify(french));
});
afterEach(() => rm(folder, { recursive: true }));

const ANSWERS = {
  'How many ships?': answered([cite('ships')]),
  'When?': answered([cite('master')]),
  'Une grue ?': abstained(['ships'], { language: 'fr' }),
};

interface Run {
  readonly status: number;
  readonly printed: string;
  readonly warned: string[];
  readonly opened: OpenSystemOptions[];
  readonly closed: number;
}

async function lecternEval(
  args: string[],
  answers: Parameters<typeof fakeSystem>[0] = ANSWERS,
): Promise<Run> {
  const printed: string[] = [];
  const warned: string[] = [];
  const opened: OpenSystemOptions[] = [];
  let closed = 0;
  const status = await runEval(args, {
    corpusFolder: corpus,
    print: (text) => printed.push(text),
    warn: (line) => warned.push(line),
    now: () => new Date('2025-08-29T10:00:00Z'),
    openSystem: async (options) => {
      opened.push(options);
      return { system: fakeSystem(answers), close: async () => void (closed += 1) };
    },
  });
  return { status, printed: printed.join('\n'), warned, opened, closed };
}

describe('lectern eval', () => {
  it('prints Markdown, and closes what it opened', async () => {
    const run = await lecternEval([]);
    expect(run).toMatchObject({ status: 0, warned: [], closed: 1 });
    expect(run.opened).toEqual([{ corpusFolder: corpus, without: [] }]);
    expect(run.printed).toContain('3 questions, asked without the language given');
    expect(run.printed).toContain('## Misses (1 of 3)');
  });

  it('prints another form on its own, for a program to read', async () => {
    const { printed } = await lecternEval(['--format', 'json', '--language', 'fr', '--explicit-language']);
    const report = parseReport(printed, 'stdout');
    expect(report.results.map(({ id }) => id)).toEqual(['inkwell/c']);
    expect(report.settings.explicitLanguage).toBe(true);
    expect(report.generatedAt).toBe('2025-08-29T10:00:00.000Z');
  });

  it('asks the questions that are held out alone, and says that nothing was fitted to them', async () => {
    const heldOut = join(corpus, 'inkwell', 'held-out', 'questions');
    await mkdir(heldOut, { recursive: true });
    await writeFile(join(heldOut, 'en.jsonl'), JSON.stringify(gold('h', 'When?', null)));
    const run = await lecternEval(['--held-out']);
    expect(run.printed).toContain('1 questions, asked');
    expect(run.printed).toContain('no weight and no threshold was fitted to them');
    expect((await lecternEval([])).printed).toContain('3 questions, asked');
    await rm(join(corpus, 'inkwell', 'held-out'), { recursive: true });
    expect((await lecternEval(['--held-out'])).warned[0]).toContain('<document>/held-out/questions');
  });

  it('writes the forms that are wanted', async () => {
    const out = join(folder, 'new', 'out');
    const run = await lecternEval(['--out', out, '--without-translations', '--without-anticipated']);
    expect((await readdir(out)).sort()).toEqual([
      'evaluation.html',
      'evaluation.json',
      'evaluation.md',
      'evaluation.xml',
    ]);
    expect(run.printed).toContain(join(out, 'evaluation.html'));
    expect(run.opened[0]?.without).toEqual(['translations', 'anticipated']);
    const report = await readFile(join(out, 'evaluation.md'), 'utf8');
    expect(report).toContain('The library has no translations');
    expect(report).toContain('The library has no anticipated questions');
    await lecternEval(['--out', join(folder, 'one'), '--format', 'junit']);
    expect(await readdir(join(folder, 'one'))).toEqual(['evaluation.xml']);
  });

  it('fails under a floor with one line, and not above', async () => {
    const floors = join(folder, 'floors.json');
    await writeFile(
      floors,
      JSON.stringify({ floors: [{ metric: 'quoted_fact', scope: 'overall', minimum: 0.6 }] }),
    );
    expect(await lecternEval(['--floors', floors])).toMatchObject({
      status: 1,
      warned: ['quoted_fact of overall is 50.0 %, but must be at least 60.0 %'],
    });
    await writeFile(
      floors,
      JSON.stringify({ floors: [{ metric: 'quoted_fact', scope: 'overall', minimum: 0.5 }] }),
    );
    expect(await lecternEval(['--floors', floors])).toMatchObject({ status: 0, warned: [] });
  });

  it('fails when nothing was answered, and says why', async () => {
    expect(await lecternEval([], {})).toMatchObject({
      status: 1,
      warned: ['nothing was answered: no answer to How many ships?'],
    });
  });

  it('compares two reports', async () => {
    const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')];
    await writeFile(a, (await lecternEval(['--format', 'json'])).printed);
    await writeFile(
      b,
      (await lecternEval(['--format', 'json'], { ...ANSWERS, 'When?': answered([cite('pier')]) })).printed,
    );
    const run = await lecternEval(['--compare', a, b, '--out', join(folder, 'out')]);
    expect(run.printed).toContain('| overall | quoted fact | 50.0 % | 100.0 % | 50.0 % (');
    expect(run.printed).toContain('## Right in B, wrong in A (1)\n\ninkwell/b');
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['comparison.json', 'comparison.md']);
  });

  it('exports gold questions and imports them again, over nothing that is there', async () => {
    const out = join(folder, 'exported');
    expect((await lecternEval(['--export', 'langsmith', '--out', out])).status).toBe(0);
    const file = join(out, 'gold-langsmith.json');
    const again = join(folder, 'again');
    expect((await lecternEval(['--import', 'langsmith', file, '--out', again])).status).toBe(0);
    const lines = await readFile(join(again, 'inkwell', 'questions', 'en.jsonl'), 'utf8');
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['a', 'b']);
    expect(lines).not.toContain('document');
    const twice = await lecternEval(['--import', 'langsmith', file, '--out', again]);
    expect(twice).toMatchObject({
      status: 2,
      warned: [expect.stringContaining('en.jsonl: cannot be written: EEXIST')],
    });
    expect((await lecternEval(['--export', 'promptfoo', '--language', 'fr'])).printed).toContain(
      'Une grue ?',
    );
  });

  it('says in one line that the service cannot be reached', async () => {
    const run = await lecternEval(['--url', 'http://127.0.0.1:9']);
    expect(run).toMatchObject({ status: 2, opened: [] });
    expect(run.warned).toEqual([
      expect.stringMatching(/^no answer from http:\/\/127\.0\.0\.1:9\/documents\/inkwell: .+/),
    ]);
  });

  it('explains itself and prints its schema', async () => {
    expect((await lecternEval(['--help'])).printed).toContain('Usage: lectern eval');
    expect(JSON.parse((await lecternEval(['--schema'])).printed)).toMatchObject({
      title: 'Lectern evaluation report',
    });
  });

  it.each([
    [['--corpse', 'x'], "Unknown option '--corpse'"],
    [['--format', 'pdf'], '--format "pdf": must be md, json, junit, html'],
    [['--format', 'md,json'], 'more than one format needs --out'],
    [['--language', 'xx'], '--language "xx": there are questions in en, fr'],
    [['--language', ','], '--language ",": names nothing'],
    [['--url', 'localhost'], '--url "localhost": an http or https address'],
    [['--url', 'http://x', '--without-translations'], '--without-translations has no effect'],
    [['--url', 'http://x', '--without-anticipated'], '--without-anticipated has no effect'],
    [['--compare', 'a.json'], '--compare needs two JSON reports, found 1'],
    [['--compare', 'missing-a.json', 'missing-b.json'], 'missing-a.json: cannot be read: ENOENT'],
    [['--floors', 'missing.json'], 'missing.json: cannot be read'],
    [['--import', 'csv', 'x'], '--import "csv": must be promptfoo, ragas, langsmith'],
    [['--import', 'ragas'], '--import needs one file, found 0'],
    [['--corpus', 'nowhere'], 'nowhere: the corpus folder cannot be read'],
    [['stray'], '"stray" is not expected here'],
  ])('says in one line what is wrong with %j', async (args, message) => {
    const { status, warned, opened } = await lecternEval(args);
    expect(status).toBe(2);
    expect(warned).toEqual([expect.stringContaining(message)]);
    expect(warned[0]).not.toContain('\n');
    expect(opened).toEqual([]);
  });

  it('names the file and line of a bad gold question', async () => {
    const path = join(corpus, 'inkwell', 'questions', 'en.jsonl');
    await writeFile(path, '{"id": 3}');
    expect((await lecternEval([])).warned).toEqual([expect.stringMatching(/en\.jsonl:1: id: .*found 3$/)]);
    await writeFile(path, Buffer.from([0x7b, 0xff]));
    expect((await lecternEval([])).warned).toEqual([expect.stringMatching(/en\.jsonl.*not valid UTF-8/)]);
  });
});
