/** `lectern ask`, `ingest`, `doctor` and the help, as typed in a terminal. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AskResponse } from '../../src/http/contract.ts';
import { HARBOUR_TEXT } from '../fakes/sample-documents.ts';
import { failureLine, remove, run, temporaryFolder } from './lectern.ts';

const folder = temporaryFolder();
beforeAll(async () => {
  mkdirSync(join(folder, 'corpus/harbour'));
  writeFileSync(join(folder, 'corpus/harbour/transcript.txt'), HARBOUR_TEXT);
  expect((await run(['ingest'], folder)).status).toBe(0);
}, 180_000);
afterAll(() => remove(folder));

const QUESTION = 'How long is the new quay?';

describe('lectern', { timeout: 180_000 }, () => {
  it('ask --json prints the response of the contract and nothing else', async () => {
    const { status, stdout } = await run(['ask', '--json', QUESTION], folder);
    expect(status).toBe(0);
    const response = AskResponse.parse(JSON.parse(stdout));
    for (const { quote, start, end } of response.citations)
      expect(HARBOUR_TEXT.slice(start, end)).toBe(quote);
    expect(response).toMatchObject({ status: 'answered', language: 'en' });
    expect(response.answer).toContain('420 metres');
  });

  it('ask prints the answer, who said it and where, for people', async () => {
    const { status, stdout } = await run(['ask', QUESTION], folder);
    expect(status).toBe(0);
    expect(stdout).toContain('420 metres');
    expect(stdout).toContain('Anna Lind');
    expect(stdout).toMatch(/harbour \d+–\d+/);
    const russian = await run(['ask', '--language', 'ru', QUESTION], folder);
    expect(russian.stdout).toMatch(/\p{Script=Cyrillic}/u);
  });

  it('ask says what is missing, too long or unknown', async () => {
    expect(failureLine(await run(['ask'], folder))).toContain('the question is missing');
    expect(failureLine(await run(['ask', 'x'.repeat(2001)], folder))).toContain(
      'the question has 2001 characters, at most 2000 are accepted',
    );
    expect(failureLine(await run(['ask', '--jsn', 'Why?'], folder))).toContain('--jsn');
  });

  it('ingest FILE makes a document of it, once', async () => {
    const file = join(folder, 'Crane report 2024-05-01.txt');
    writeFileSync(
      file,
      'Jon Berg: The crane is red. It lifts 90 tons.\n\nReporter: Why?\n\nJon Berg: For fog.\n',
    );
    const first = await run(['ingest', file], folder);
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(
      /2 documents, \d+ passages, \d+ windows, \d+ anticipated questions; \d+ texts embedded/,
    );
    const added = join(folder, 'corpus/Crane-report-2024-05-01');
    expect(readFileSync(join(added, 'transcript.txt'), 'utf8')).toBe(readFileSync(file, 'utf8'));
    expect(JSON.parse(readFileSync(join(added, 'document.json'), 'utf8'))).toMatchObject({
      date: '2024-05-01',
      language: 'en',
    });
    const { stdout } = await run(['ask', '--json', 'How many tons does the crane lift?'], folder);
    const [citation] = AskResponse.parse(JSON.parse(stdout)).citations;
    expect(citation?.document.id).toBe('Crane-report-2024-05-01');
    expect(failureLine(await run(['ingest', file], folder))).toContain('the corpus already has');
  });

  it('ingest refuses what is no transcript, and adds nothing of it', async () => {
    writeFileSync(join(folder, 'latin.txt'), Buffer.from([0x47, 0xfc, 0x6e]));
    writeFileSync(join(folder, 'paper.pdf'), '%PDF');
    expect(failureLine(await run(['ingest', join(folder, 'nowhere.txt')], folder))).toContain(
      'cannot be found',
    );
    expect(failureLine(await run(['ingest', join(folder, 'paper.pdf')], folder))).toContain('.txt and .md');
    expect(failureLine(await run(['ingest', join(folder, 'latin.txt')], folder))).toContain(
      'not valid UTF-8 (byte 1)',
    );
    expect((await run(['ingest'], folder)).stdout).toContain('nothing to do');
  });

  it('ingest --explain says what became of the text', async () => {
    const { stdout } = await run(['ingest', '--explain'], folder);
    expect(stdout).toMatch(/^harbour: /m);
    expect(stdout).toMatch(/t1 line \d+/);
  });

  it('doctor says what works, and fails only where answers cannot be given', async () => {
    const { status, stdout } = await run(['doctor'], folder, { PORT: '0' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ok +Node v/m);
    expect(stdout).toMatch(/^ok +model /m);
    expect(stdout).toMatch(/hnswlib-node/);
    expect(stdout).toMatch(/^ok +index [0-9a-f]{16} is whole/m);
    const ill = await run(['doctor'], folder, { LECTERN_MODEL: join(folder, 'nowhere') });
    expect(ill.status).toBe(1);
    expect(ill.stdout).toMatch(/^FAULT +model /m);
    expect(ill.stdout).not.toMatch(/\n\s+at /);
  });

  it('explains itself, and refuses a command that there is not', async () => {
    const help = await run(['--help'], folder);
    expect([help.status, help.stdout.includes('lectern <command>')]).toEqual([0, true]);
    for (const command of ['serve', 'ask', 'doctor'])
      expect(await run([command, '--help'], folder), command).toMatchObject({
        status: 0,
        stdout: help.stdout,
      });
    for (const command of ['serve', 'ask']) {
      const slip = await run([command, '--prot', '80'], folder);
      expect([slip.status, slip.stderr]).toEqual([
        1,
        expect.stringMatching(/^lectern: Unknown option '--prot'/),
      ]);
    }
    const unknown = await run(['anwser'], folder);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('there is no command "anwser"');
    expect((await run(['constructor'], folder)).status).toBe(2);
  });
});
