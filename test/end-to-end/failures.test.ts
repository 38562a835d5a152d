/** What goes wrong on real machines: each told in one line with its mend, without a stack trace, and nothing is lost. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AskResponse } from '../../src/http/contract.ts';
import { modelPath } from '../embedding/bundled-model.ts';
import { HARBOUR_TEXT } from '../fakes/sample-documents.ts';
import { failureLine, remove, run, serve, start, temporaryFolder } from './lectern.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder, 'corpus/harbour.txt'), HARBOUR_TEXT);
});
afterEach(() => remove(folder));

/** A copy of the bundled model, to be spoilt. */
function modelCopy(spoil: (model: string) => void): { readonly LECTERN_MODEL: string } {
  const model = join(folder, 'model');
  cpSync(modelPath, model, { recursive: true });
  spoil(model);
  return { LECTERN_MODEL: model };
}

async function answers(origin: string): Promise<boolean> {
  const body = JSON.stringify({ question: 'How long is the new quay?' });
  const response = await fetch(`${origin}/ask`, { method: 'POST', body });
  return AskResponse.safeParse(await response.json()).success;
}

describe('serve', { timeout: 180_000 }, () => {
  it('says that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const line = failureLine(await run(['serve'], folder, { PORT: String(port) }));
    other.close();
    expect(line).toContain(`port ${port} is in use`);
  });

  it('says which model file is missing, damaged or not there at all, and how to get it back', async () => {
    const missing = modelCopy((model) => rmSync(join(model, 'onnx/model_quantized.onnx')));
    expect(failureLine(await run(['serve'], folder, missing))).toMatch(
      /model_quantized\.onnx is missing; restore it/,
    );
    const damaged = modelCopy((model) => {
      const path = join(model, 'tokenizer.json');
      writeFileSync(path, `${readFileSync(path, 'utf8')} `);
    });
    expect(failureLine(await run(['serve'], folder, damaged))).toMatch(
      /tokenizer\.json has checksum .*restore it/,
    );
    const nowhere = { LECTERN_MODEL: join(folder, 'nowhere') };
    expect(failureLine(await run(['serve'], folder, nowhere))).toContain(`model "${nowhere.LECTERN_MODEL}"`);
  });

  it('says which setting cannot be used', async () => {
    const port = failureLine(await run(['serve'], folder, { PORT: 'http' }));
    expect(port).toBe('lectern: PORT="http" cannot be used: a whole number from 0 to 65535 is accepted');
    const corpus = { LECTERN_CORPUS: join(folder, 'nowhere') };
    expect(failureLine(await run(['serve'], folder, corpus))).toContain(
      `corpus folder "${corpus.LECTERN_CORPUS}"`,
    );
  });

  it('rebuilds a damaged index by itself, saying so in one line, and answers', async () => {
    expect((await run(['ingest'], folder)).status).toBe(0);
    const name = readFileSync(join(folder, 'data/index/current'), 'utf8').trim();
    const vectors = join(folder, 'data/index', name, 'vectors.f32');
    const bytes = readFileSync(vectors);
    bytes.fill(0xff, 0, 64);
    writeFileSync(vectors, bytes);
    const server = await serve(folder);
    expect(await answers(server.origin)).toBe(true);
    const { status, stderr } = await server.stop();
    expect(status).toBe(0);
    expect(stderr).toMatch(/^lectern: the index cannot be used: vectors\.f32 is damaged .*rebuilding it/m);
    expect(stderr).not.toMatch(/embedded \d+ texts/);
  });

  it('loses next to nothing when it is killed while it ingests', async () => {
    // Sentences that nobody can have embedded before.
    const sentences = Array.from(
      { length: 150 },
      (_, at) => `In year ${1800 + at} the ${at * 37}th ship came.`,
    );
    writeFileSync(join(folder, 'corpus/ships.txt'), `Jon Berg: ${sentences.join(' ')}\n\nReporter: Why?\n`);
    const first = start(['ingest'], folder);
    const cache = join(folder, 'data/cache');
    const stored = (): number => {
      try {
        return Math.max(0, ...readdirSync(cache).map((file) => statSync(join(cache, file)).size));
      } catch {
        return 0;
      }
    };
    while (stored() < 80_000 && first.child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    first.child.kill('SIGKILL');
    await first.ended;
    const kept = stored();
    expect(kept).toBeGreaterThan(0);
    const { status, stdout } = await run(['ingest'], folder);
    const [, windows = 0, embedded = 0] = (/(\d+) windows, .*; (\d+) texts embedded/.exec(stdout) ?? []).map(
      Number,
    );
    expect(status).toBe(0);
    expect(embedded).toBeGreaterThan(0);
    expect(embedded).toBeLessThan(windows - 10);
    expect((await run(['ingest'], folder)).stdout).toContain('nothing to do');
  });

  it('lets two processes ingest the same corpus at once', async () => {
    const both = await Promise.all([run(['ingest'], folder), run(['ingest'], folder)]);
    expect(both.map(({ status, stderr }) => [status, stderr.includes('fault')])).toEqual([
      [0, false],
      [0, false],
    ]);
    expect((await run(['ingest'], folder)).stdout).toContain('nothing to do');
  });

  it('serves the other documents when one cannot be read', async () => {
    writeFileSync(join(folder, 'corpus/broken.txt'), Buffer.from([0x41, 0xc3, 0x28]));
    mkdirSync(join(folder, 'corpus/meta'));
    writeFileSync(join(folder, 'corpus/meta/transcript.txt'), HARBOUR_TEXT);
    writeFileSync(join(folder, 'corpus/meta/document.json'), '{"date": "soon"}');
    const server = await serve(folder);
    expect(await answers(server.origin)).toBe(true);
    const { stderr } = await server.stop();
    expect(stderr).toMatch(/broken\.txt: broken\.txt is not valid UTF-8 \(byte [12]\): save it as UTF-8/);
    expect(stderr).toMatch(/document\.json: .*date/);
  });
});
