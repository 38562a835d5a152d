// `npm run calibrate`: fits ranking and decision to the bundled corpus, the test corpora and the briefings of test/briefings, each
// briefing as a corpus of its own. With `--dev DIR` the development set of XQuAD in that folder is fitted on as well; this is
// how the calibration that ships was made. Further arguments go to `lectern calibrate`.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, tokens } = parseArgs({ options: { dev: { type: 'string' } }, strict: false, tokens: true });
const rest = tokens.filter(({ name }) => name !== 'dev').map(({ index }) => process.argv[index + 2]);
const folder = await mkdtemp(join(tmpdir(), 'lectern-calibrate-'));
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
};
const foldersIn = async (path) => (await readdir(path)).sort().map((name) => join(path, name));
try {
  const [briefings, dev] = [join(folder, 'briefings'), join(folder, 'dev')];
  run('scripts/expand-briefings.mjs', 'test/briefings', briefings);
  if (values.dev) run('scripts/expand-dev-set.mjs', join(values.dev, 'xquad-r-dev.json.gz'), dev);
  const corpora = ['corpus', 'test/corpora', ...(await foldersIn(briefings))];
  const background = values.dev ? await foldersIn(dev) : [];
  const args = [
    ...corpora.flatMap((path) => ['--corpus', path]),
    ...background.flatMap((path) => ['--background', path]),
  ];
  // Every question is kept with all its candidates until the end.
  run('--max-old-space-size=8192', 'dist/lectern.js', 'calibrate', ...args, ...rest);
} finally {
  await rm(folder, { recursive: true, force: true });
}
