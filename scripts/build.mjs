// Builds what runs: dist/lectern.js (the command line and the service) and the files that browsers load.
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildWidget } from './build-widget.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Code that decides how a corpus is cut: an index made by other code is made anew. */
const CUTTING = [
  'transcript',
  'passage',
  'translation',
  'anticipation',
  'quantity',
  'lexical',
  'corpus',
  'index',
];
/** Files of the retrieval folder that decide what lies in a snapshot. */
const PACKING = [
  'search-data',
  'figure-contexts',
  'expand-texts',
  'quantised-rows',
  'question-classifier',
  'question-lessons',
  'question-numbers',
  'softmax-regression',
  'wanted',
  'answer-type',
  'asked-unit',
  'last-question',
  'question-words',
  'question-words-east',
  'question-words-west',
].map((name) => `retrieval/${name}.ts`);

async function builderHash() {
  const hash = createHash('sha256');
  for (const folder of CUTTING) {
    const files = (await readdir(join(root, 'src', folder), { recursive: true })).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of files.sort())
      hash.update(name).update(await readFile(join(root, 'src', folder, name)));
  }
  for (const name of PACKING) hash.update(name).update(await readFile(join(root, 'src', name)));
  return hash.digest('hex').slice(0, 12);
}

export async function buildAll() {
  const dist = join(root, 'dist');
  await mkdir(dist, { recursive: true });
  for (const name of await readdir(dist)) {
    if (name.startsWith('chunk-') || /^[a-z-]+-[A-Z0-9]{8}\.js$/.test(name)) await rm(join(dist, name));
  }
  await build({
    entryPoints: {
      lectern: join(root, 'src/cli/main.ts'),
      'embedding-thread': join(root, 'src/entries/embedding-thread.ts'),
    },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    define: { LECTERN_BUILDER: JSON.stringify(await builderHash()) },
    logLevel: 'warning',
  });
  await chmod(join(dist, 'lectern.js'), 0o755);
  await copyFile(join(root, 'src/embedding/wasm-core/kernels.wasm'), join(dist, 'kernels.wasm'));
  await buildWidget();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
