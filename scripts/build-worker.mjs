// Gathers what the Worker reads at run time as its static assets: model, index snapshot, widget and page files.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeAssets } from './worker-assets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist/lectern.js');
/** What the app serves to browsers, as scripts/build-widget.mjs makes it. */
const SITE = ['widget.js', 'page.js', 'page.css'];
/** Of no use to a Worker: a graph for native code. */
const NATIVE_FILES = ['graph.hnsw'];

/** Makes the program where it is missing, and brings the index up to date with the corpus. */
function ingest(environment) {
  const run = (...command) =>
    execFileSync(process.execPath, command, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  if (!existsSync(program)) run(join(root, 'scripts/build.mjs'));
  run(program, 'ingest');
}

/** The bundled model that the index was made with: the Worker must run the same. */
function modelOf(data) {
  const fingerprint = readFileSync(join(data, 'index/current'), 'utf8').trim();
  const { embedder } = JSON.parse(readFileSync(join(data, 'index', fingerprint, 'manifest.json'), 'utf8'));
  return join(root, 'models', embedder.id.split('@')[0]);
}

function modelFiles(model) {
  return [
    ['model/manifest.json', join(model, 'manifest.json')],
    ['model/calibration.json', join(model, 'calibration.json')],
    ['model/tokenizer.json', join(model, 'tokenizer.json')],
    ['model/weights.onnx', join(model, 'onnx/model_quantized.onnx')],
  ];
}

function snapshotFiles(data) {
  const pointer = join(data, 'index/current');
  const fingerprint = readFileSync(pointer, 'utf8').trim();
  const names = readdirSync(join(data, 'index', fingerprint)).filter((name) => !NATIVE_FILES.includes(name));
  const files = names.map((name) => [`index/${fingerprint}/${name}`, join(data, 'index', fingerprint, name)]);
  return [['index/current', pointer], ...files];
}

/** @param {{ model: string, data: string, out?: string }} options */
export async function buildWorkerAssets({ model, data, out = join(root, 'dist/worker') }) {
  const site = SITE.map((name) => [`site/${name}`, join(root, 'dist', name)]);
  return writeAssets(out, new Map([...modelFiles(model), ...snapshotFiles(data), ...site]));
}

/** Brings the index up to date, then builds; settings from the environment: `LECTERN_MODEL`, `LECTERN_DATA`, `LECTERN_CORPUS`. */
export function buildFromEnvironment(environment = process.env) {
  ingest(environment);
  const data = environment.LECTERN_DATA ?? join(root, 'data');
  return buildWorkerAssets({ model: environment.LECTERN_MODEL ?? modelOf(data), data });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await buildFromEnvironment();
  for (const [path, { bytes, parts }] of Object.entries(files)) {
    console.log(
      `${(bytes / 1e6).toFixed(2).padStart(8)} MB  ${path}${parts.length > 1 ? ` (${parts.length} parts)` : ''}`,
    );
  }
}
