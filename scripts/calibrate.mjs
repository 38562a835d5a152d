// `npm run calibrate`: fits ranking and decision to the bundled corpus, the test corpora and the briefings of test/briefings, each
// briefing as a corpus of its own. Further arguments go to `lectern calibrate`.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = await mkdtemp(join(tmpdir(), 'lectern-briefings-'));
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
  return status === 0;
};
try {
  if (run('scripts/expand-briefings.mjs', 'test/briefings', folder)) {
    const briefings = (await readdir(folder)).sort().map((name) => join(folder, name));
    const corpora = ['corpus', 'test/corpora', ...briefings].flatMap((path) => ['--corpus', path]);
    run('dist/lectern.js', 'calibrate', ...corpora, ...process.argv.slice(2));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
