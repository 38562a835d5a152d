// Gathers what the Worker reads at run time as its static assets: model, index snapshot, widget and page files.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeAssets } from './worker-assets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The newest bundled model. */
function newestModel() {
  const models = readdirSync(join(root, 'models'))
    .filter((name) => name.startsWith('lectern-embed-'))
    .sort();
  return join(root, 'models', models.at(-1) ?? '');
}

function modelFiles(model) {
  return [
    ['model/manifest.json', join(model, 'manifest.json')],
    ['model/tokenizer.json', join(model, 'tokenizer.json')],
    ['model/weights.onnx', join(model, 'onnx/model_quantized.onnx')],
  ];
}

export async function buildWorkerAssets({ model = newestModel(), out = join(root, 'dist/worker') } = {}) {
  await writeAssets(out, new Map(modelFiles(model)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWorkerAssets();
